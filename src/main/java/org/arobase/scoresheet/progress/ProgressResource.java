package org.arobase.scoresheet.progress;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.arobase.platform.problem.Problem;
import org.arobase.platform.problem.Refuses;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How far the jury is. */
@Path("/editions/{year}/progress")
@Tag(name = "Progress", description = "How far the jury is, and mail to its members.")
public class ProgressResource {
  private final ProgressService progress;

  ProgressResource(ProgressService progress) {
    this.progress = progress;
  }

  /** How far an edition is. */
  @GET
  @Operation(
      operationId = "getProgress",
      summary = "How far the jury is, who is late, and when it will be done")
  @Refuses(Problem.EDITION_NOT_FOUND)
  public ProgressApi.Edition get(@PathParam("year") int year) {
    return progress.of(year);
  }
}
