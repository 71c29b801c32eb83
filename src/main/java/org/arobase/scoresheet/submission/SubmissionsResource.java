package org.arobase.scoresheet.submission;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.arobase.platform.http.Required;
import org.arobase.platform.idempotency.Idempotent;
import org.arobase.platform.problem.Refuses;
import org.arobase.scoresheet.ScoreSheetApi.AllSubmitted;
import org.arobase.scoresheet.ScoreSheetApi.AllToSubmit;
import org.arobase.scoresheet.ScoreSheetApi.Submitted;
import org.arobase.scoresheet.ScoreSheetService;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Submits several of the caller's score sheets. */
@Path("/me/score-sheets/submissions")
@Tag(name = "Score sheets", description = "A juror's marks on a dossier.")
public class SubmissionsResource {
  private final ScoreSheetService sheets;

  SubmissionsResource(ScoreSheetService sheets) {
    this.sheets = sheets;
  }

  /** Submits the caller's drafts that the body names, all or none. */
  @POST
  @Idempotent
  @Operation(
      operationId = "submitMyScoreSheets",
      summary = "Submit several of my score sheets, all or none",
      description =
          "Each in the version that its ETag names, as an import of score sheets answers it. A"
              + " refusal lists everything that is wrong, with every mark that is missing.")
  @Refuses({"edition-not-found", "not-your-dossier", "wrong-phase"})
  public AllSubmitted submit(
      @QueryParam("edition") Integer edition, @NotNull @Valid AllToSubmit wanted) {
    int year = Required.parameter("edition", edition);
    return new AllSubmitted(
        sheets.submitAll(year, wanted.sheets()).stream().map(Submitted::of).toList());
  }
}
