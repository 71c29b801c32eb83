package org.arobase.platform.jobs;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.arobase.platform.problem.Problem;
import org.arobase.platform.problem.Refuses;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Long work. */
@Path("/jobs/{job}")
@Tag(name = "Jobs", description = "Long work that goes on by itself.")
public class JobResource {
  private final JobService jobs;

  JobResource(JobService jobs) {
    this.jobs = jobs;
  }

  /** How far a job is. */
  @GET
  @Operation(
      operationId = "getJob",
      summary = "How far a job is, and what it gave",
      description =
          "For whoever began it, for seven days. Who has been recused from a dossier since then gets"
              + " 403: begin it again.")
  @Refuses({Problem.JOB_NOT_FOUND, Problem.RECUSED})
  public JobApi.View get(@PathParam("job") String job) {
    return jobs.get(job);
  }

  /** Stops a job. */
  @DELETE
  @Operation(
      operationId = "cancelJob",
      summary = "Stop a job",
      description =
          "One that waits stops at once, one that runs when it next tells how far it is, within"
              + " seconds; one that has ended stays as it is.")
  @Refuses({Problem.JOB_NOT_FOUND, Problem.RECUSED})
  public JobApi.View cancel(@PathParam("job") String job) {
    return jobs.cancel(job);
  }
}
