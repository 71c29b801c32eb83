package org.arobase.platform.jobs;

import java.time.Instant;
import java.util.Map;
import org.arobase.platform.http.HasLocation;
import org.arobase.platform.jobs.Job.State;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The records of the jobs API. */
public final class JobApi {
  private JobApi() {}

  /** A job. */
  @Schema(name = "Job", description = "A long-running job: poll it until it has ended.")
  public record View(
      @Schema(examples = "6f9c1f0e-6d0c-4a3b-8f55-0e6a0c1c5a11") String id,
      @Schema(description = "Kind of work.", examples = "RECOMPUTATION") String kind,
      @Schema(description = "Year of its edition, if any.", examples = "2020")
          @Nullable Integer edition,
      @Schema(description = "DONE, FAILED and CANCELLED are final.") State state,
      @Schema(description = "Number of items done.", examples = "12000") long done,
      @Schema(description = "Number of all items; 0 until known.", examples = "35000") long total,
      Instant begunAt,
      @Schema(
              description =
                  "The result, once the job is DONE; the operation that starts the job describes"
                      + " its shape.")
          @Nullable Map<String, Object> result)
      implements HasLocation {
    static View from(Job job, Instant now, @Nullable Map<String, Object> result) {
      return new View(
          job.id, job.kind, job.edition, job.state(now), job.done, job.total, job.begunAt, result);
    }

    @Override
    public String location() {
      return "jobs/" + id;
    }
  }
}
