package org.arobase.scoresheet;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.arobase.platform.idempotency.Idempotent;
import org.arobase.platform.problem.Refuses;
import org.arobase.scoresheet.ScoreSheetApi.Content;
import org.arobase.scoresheet.ScoreSheetApi.Reopening;
import org.arobase.scoresheet.ScoreSheetApi.View;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One score sheet of a dossier. */
@Path("/editions/{year}/dossiers/{code}/score-sheets/{juror}")
@Tag(name = "Score sheets", description = "A juror's marks on a dossier.")
public class ScoreSheetResource {
  private final ScoreSheetService sheets;

  ScoreSheetResource(ScoreSheetService sheets) {
    this.sheets = sheets;
  }

  /** Reads a sheet. */
  @GET
  @Operation(
      operationId = "getScoreSheet",
      summary = "Get a score sheet",
      description =
          "`juror` is an id or `me`. The president, and jurors from DELIBERATION on, can also read"
              + " other jurors' submitted sheets.")
  @Refuses({"not-your-sheet", "dossier-not-found", "juror-not-found", "not-assigned"})
  public View get(
      @PathParam("year") int year,
      @PathParam("code") String code,
      @PathParam("juror") String juror) {
    return sheets.read(year, code, juror);
  }

  /** Replaces the whole content of the caller's draft. */
  @PUT
  @Operation(operationId = "replaceScoreSheet", summary = "Replace the draft of a score sheet")
  @Refuses({
    "not-your-sheet",
    "edition-not-found",
    "dossier-not-found",
    "not-assigned",
    "wrong-phase",
    "sheet-submitted"
  })
  public View replace(
      @PathParam("year") int year,
      @PathParam("code") String code,
      @PathParam("juror") String juror,
      @HeaderParam("If-Match") String ifMatch,
      @NotNull @Valid Content content) {
    return sheets.replace(year, code, content, ifMatch);
  }

  /** Changes part of the caller's draft. */
  @PATCH
  @Operation(
      operationId = "changeScoreSheet",
      summary = "Change some marks of a draft, for autosave")
  @Refuses({
    "not-your-sheet",
    "edition-not-found",
    "dossier-not-found",
    "not-assigned",
    "wrong-phase",
    "sheet-submitted"
  })
  public View change(
      @PathParam("year") int year,
      @PathParam("code") String code,
      @PathParam("juror") String juror,
      @HeaderParam("If-Match") String ifMatch,
      @NotNull @Valid Content content) {
    return sheets.change(year, code, content, ifMatch);
  }

  /** Submits the caller's draft. */
  @POST
  @Path("/submission")
  @Idempotent
  @Operation(
      operationId = "submitScoreSheet",
      summary = "Submit a complete score sheet",
      description = "A refusal lists every mark that is missing.")
  @Refuses({
    "not-your-sheet",
    "edition-not-found",
    "dossier-not-found",
    "not-assigned",
    "wrong-phase",
    "sheet-submitted",
    "sheet-incomplete"
  })
  public View submit(
      @PathParam("year") int year,
      @PathParam("code") String code,
      @PathParam("juror") String juror,
      @HeaderParam("If-Match") String ifMatch) {
    return sheets.submit(year, code, ifMatch);
  }

  /** Reopens a submitted sheet. */
  @POST
  @Path("/reopening")
  @Idempotent
  @Operation(
      operationId = "reopenScoreSheet",
      summary = "Reopen a submitted score sheet, with a reason",
      description =
          "The submission is kept in the history. The sheet does not count until it is submitted"
              + " again.")
  @Refuses({"dossier-not-found", "juror-not-found", "not-assigned", "sheet-not-submitted"})
  public View reopen(
      @PathParam("year") int year,
      @PathParam("code") String code,
      @PathParam("juror") String juror,
      @HeaderParam("If-Match") String ifMatch,
      @NotNull @Valid Reopening reopening) {
    return sheets.reopen(year, code, juror, reopening.reason(), ifMatch);
  }
}
