package org.arobase.scoresheet.history;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.arobase.platform.problem.Refuses;
import org.arobase.scoresheet.ScoreSheetApi.SubmissionView;
import org.arobase.scoresheet.ScoreSheetApi.SubmittedSheet;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The submitted versions of a score sheet. */
@Path("/editions/{year}/dossiers/{code}/score-sheets/{juror}/history")
@Tag(name = "Score sheets", description = "A juror's marks on a dossier.")
public class HistoryResource {
  private final History history;

  HistoryResource(History history) {
    this.history = history;
  }

  /** Lists the submissions of a sheet. */
  @GET
  @Operation(
      operationId = "getScoreSheetHistory",
      summary = "List the submissions of a score sheet: who, when, what changed")
  @Refuses({"dossier-not-found", "juror-not-found", "not-assigned"})
  public List<SubmissionView> list(
      @PathParam("year") int year,
      @PathParam("code") String code,
      @PathParam("juror") String juror) {
    return history.of(year, code, juror);
  }

  /** Reads one submission. */
  @GET
  @Path("/{submission}")
  @Operation(
      operationId = "getSubmission",
      summary = "Get a submitted version of a score sheet in full")
  @Refuses({"dossier-not-found", "juror-not-found", "not-assigned", "submission-not-found"})
  public SubmittedSheet get(
      @PathParam("year") int year,
      @PathParam("code") String code,
      @PathParam("juror") String juror,
      @PathParam("submission") int submission) {
    return history.one(year, code, juror, submission);
  }
}
