package org.arobase.rating.recomputation;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.arobase.platform.idempotency.Idempotent;
import org.arobase.platform.jobs.JobApi;
import org.arobase.platform.problem.Refuses;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Recomputes all ratings of an edition. */
@Path("/editions/{year}/ratings/recomputation")
@Tag(name = "Ratings", description = "The ratings that the marks give, and their explanations.")
public class RecomputationResource {
  private final Recomputation recomputation;

  RecomputationResource(Recomputation recomputation) {
    this.recomputation = recomputation;
  }

  /** Starts the job. */
  @POST
  @Idempotent
  @ResponseStatus(202)
  @Operation(
      operationId = "recomputeRatings",
      summary = "Compute all ratings again from the marks, as a job",
      description =
          "Nothing is changed. Poll `GET /jobs/{job}` until the job has ended; its `result` then"
              + " has `dossiers`, `rated`, `marks`, `jurors`, `severityModel`, `severityStatus`,"
              + " `distribution` (dossiers by level), `compared`, `differences` and `differing`"
              + " (dossiers whose marks, score or level differ from finalisation, or that have a"
              + " mark off its scale; at most 100), `engine`, `frameworkHash`, `policyHash` and"
              + " `marksHash`. For the secretariat from FINALISED on.")
  @Refuses({"edition-not-found", "wrong-phase"})
  public JobApi.View begin(@PathParam("year") int year) {
    return recomputation.begin(year);
  }
}
