package org.arobase.platform.jobs;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.arobase.platform.problem.Refuses;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Long-running jobs. */
@Path("/jobs/{job}")
@Tag(name = "Jobs", description = "Long-running work in the background.")
public class JobResource {
  private final JobService jobs;

  JobResource(JobService jobs) {
    this.jobs = jobs;
  }

  /** The progress and the result of a job. */
  @GET
  @Operation(
      operationId = "getJob",
      summary = "Get the progress and the result of a job",
      description =
          "For the user who started it, for seven days. If they have been recused from a dossier"
              + " since then, they get 403 and must start it again.")
  @Refuses({"job-not-found", "recused"})
  public JobApi.View get(@PathParam("job") String job) {
    return jobs.get(job);
  }

  /** Stops a job. */
  @DELETE
  @Operation(
      operationId = "cancelJob",
      summary = "Stop a job",
      description =
          "A waiting job stops at once; a running job stops at its next progress report, within"
              + " seconds; a job that has ended stays as it is.")
  @Refuses({"job-not-found", "recused"})
  public JobApi.View cancel(@PathParam("job") String job) {
    return jobs.cancel(job);
  }
}
