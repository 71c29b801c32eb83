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
import org.arobase.platform.problem.Problem;
import org.arobase.platform.problem.Refuses;
import org.arobase.scoresheet.ScoreSheetApi.Content;
import org.arobase.scoresheet.ScoreSheetApi.Reopening;
import org.arobase.scoresheet.ScoreSheetApi.View;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The sheets of a dossier. */
@Path("/editions/{year}/dossiers/{code}/score-sheets/{juror}")
@Tag(name = "Score sheets", description = "A juror's marks on a dossier.")
public class ScoreSheetResource {
  private final ScoreSheetService sheets;

  ScoreSheetResource(ScoreSheetService sheets) {
    this.sheets = sheets;
  }

  /** A sheet. */
  @GET
  @Operation(
      operationId = "getScoreSheet",
      summary = "Get a score sheet",
      description =
          "`juror` is an id or `me`. Of others, submitted sheets only: the president, and jurors"
              + " once they deliberate.")
  @Refuses({
    Problem.NOT_YOUR_SHEET,
    Problem.DOSSIER_NOT_FOUND,
    Problem.JUROR_NOT_FOUND,
    Problem.NOT_ASSIGNED
  })
  public View get(
      @PathParam("year") int year,
      @PathParam("code") String code,
      @PathParam("juror") String juror) {
    return sheets.read(year, code, juror);
  }

  /** Replaces a sheet. */
  @PUT
  @Operation(operationId = "replaceScoreSheet", summary = "Replace the draft of a score sheet")
  @Refuses({
    Problem.NOT_YOUR_SHEET,
    Problem.EDITION_NOT_FOUND,
    Problem.DOSSIER_NOT_FOUND,
    Problem.NOT_ASSIGNED,
    Problem.WRONG_PHASE,
    Problem.SHEET_SUBMITTED
  })
  public View replace(
      @PathParam("year") int year,
      @PathParam("code") String code,
      @PathParam("juror") String juror,
      @HeaderParam("If-Match") String ifMatch,
      @NotNull @Valid Content content) {
    return sheets.replace(year, code, content, ifMatch);
  }

  /** Changes a sheet. */
  @PATCH
  @Operation(
      operationId = "changeScoreSheet",
      summary = "Change some marks of a draft, for autosave")
  @Refuses({
    Problem.NOT_YOUR_SHEET,
    Problem.EDITION_NOT_FOUND,
    Problem.DOSSIER_NOT_FOUND,
    Problem.NOT_ASSIGNED,
    Problem.WRONG_PHASE,
    Problem.SHEET_SUBMITTED
  })
  public View change(
      @PathParam("year") int year,
      @PathParam("code") String code,
      @PathParam("juror") String juror,
      @HeaderParam("If-Match") String ifMatch,
      @NotNull @Valid Content content) {
    return sheets.change(year, code, content, ifMatch);
  }

  /** Submits a sheet. */
  @POST
  @Path("/submission")
  @Idempotent
  @Operation(
      operationId = "submitScoreSheet",
      summary = "Submit a complete score sheet",
      description = "A refusal lists every mark that is missing.")
  @Refuses({
    Problem.NOT_YOUR_SHEET,
    Problem.EDITION_NOT_FOUND,
    Problem.DOSSIER_NOT_FOUND,
    Problem.NOT_ASSIGNED,
    Problem.WRONG_PHASE,
    Problem.SHEET_SUBMITTED,
    Problem.SHEET_INCOMPLETE
  })
  public View submit(
      @PathParam("year") int year,
      @PathParam("code") String code,
      @PathParam("juror") String juror,
      @HeaderParam("If-Match") String ifMatch) {
    return sheets.submit(year, code, ifMatch);
  }

  /** Opens a sheet again. */
  @POST
  @Path("/reopening")
  @Idempotent
  @Operation(
      operationId = "reopenScoreSheet",
      summary = "Open a submitted score sheet again, with a reason",
      description =
          "What was submitted is kept in the history. Until it is submitted again the sheet does"
              + " not count.")
  @Refuses({
    Problem.DOSSIER_NOT_FOUND,
    Problem.JUROR_NOT_FOUND,
    Problem.NOT_ASSIGNED,
    Problem.SHEET_NOT_SUBMITTED
  })
  public View reopen(
      @PathParam("year") int year,
      @PathParam("code") String code,
      @PathParam("juror") String juror,
      @HeaderParam("If-Match") String ifMatch,
      @NotNull @Valid Reopening reopening) {
    return sheets.reopen(year, code, juror, reopening.reason(), ifMatch);
  }
}
