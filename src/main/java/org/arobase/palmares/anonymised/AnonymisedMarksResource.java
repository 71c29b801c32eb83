package org.arobase.palmares.anonymised;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.arobase.platform.problem.Refuses;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The marks without names. */
@Path("/editions/{year}/anonymised-marks")
@Tag(name = "Deliberation", description = "What the president decides.")
public class AnonymisedMarksResource {
  private final AnonymisedMarks replay;

  AnonymisedMarksResource(AnonymisedMarks replay) {
    this.replay = replay;
  }

  /** All marks. */
  @GET
  @Operation(
      operationId = "getAnonymisedMarks",
      summary = "Get all marks without names, with the policy and the grid",
      description =
          "The program in `src/verifier` computes every score and level from it, without this"
              + " server’s code. Dossiers that the caller is recused from are left out; `complete`"
              + " is then false.")
  @Refuses({"edition-not-found", "seal-not-found", "wrong-phase"})
  public AnonymisedMarksApi.Marks get(@PathParam("year") int year) {
    return replay.of(year);
  }
}
