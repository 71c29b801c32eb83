package org.arobase.scoresheet.notes;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.arobase.platform.problem.Refuses;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The caller's own notes on a dossier. */
@Path("/editions/{year}/dossiers/{code}/notes")
@Tag(name = "Score sheets", description = "A juror's marks on a dossier.")
public class NotesResource {
  private final NotesService notes;

  NotesResource(NotesService notes) {
    this.notes = notes;
  }

  /** The caller's notes. */
  @GET
  @Operation(
      operationId = "getPrivateNotes",
      summary = "Get one’s own notes on a dossier",
      description =
          "Nobody else reads them: not the president, not the secretariat. They are in no table,"
              + " letter or minutes, and not in the audit record. They are empty at first.")
  @Refuses({"edition-not-found", "dossier-not-found", "not-assigned", "record-contradicted"})
  public NotesApi.View get(@PathParam("year") int year, @PathParam("code") String code) {
    return notes.read(year, code);
  }

  /** Replaces the caller's notes. */
  @PUT
  @Operation(
      operationId = "replacePrivateNotes",
      summary = "Replace one’s own notes on a dossier",
      description =
          "A text that is left out or empty is removed. They can be kept after submission.")
  @Refuses({"edition-not-found", "dossier-not-found", "not-assigned", "wrong-phase"})
  public NotesApi.View replace(
      @PathParam("year") int year,
      @PathParam("code") String code,
      @HeaderParam("If-Match") String ifMatch,
      @NotNull @Valid NotesApi.New content) {
    return notes.replace(year, code, content, ifMatch);
  }
}
