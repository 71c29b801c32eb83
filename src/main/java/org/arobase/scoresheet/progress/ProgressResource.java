package org.arobase.scoresheet.progress;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.arobase.platform.problem.Refuses;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The progress of the jury. */
@Path("/editions/{year}/progress")
@Tag(name = "Progress", description = "The jury's progress, and mail to its members.")
public class ProgressResource {
  private final ProgressService progress;

  ProgressResource(ProgressService progress) {
    this.progress = progress;
  }

  /** Reads the progress of an edition. */
  @GET
  @Operation(
      operationId = "getProgress",
      summary = "Get the jury's progress, the late jurors and the projected end")
  @Refuses("edition-not-found")
  public ProgressApi.Edition get(@PathParam("year") int year) {
    return progress.of(year);
  }
}
