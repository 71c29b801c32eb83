package org.arobase.scoresheet.worklist;

import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.arobase.identity.Caller;
import org.arobase.platform.http.Required;
import org.arobase.platform.paging.Page;
import org.arobase.platform.paging.PageRequest;
import org.arobase.platform.problem.Refuses;
import org.arobase.scoresheet.ScoreSheetApi.WorklistEntry;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The dossiers that a juror is to score. */
@Path("/me/score-sheets")
@Tag(name = "Score sheets", description = "A juror's marks on a dossier.")
public class WorklistResource {
  private final Worklist worklist;
  private final Caller caller;

  WorklistResource(Worklist worklist, Caller caller) {
    this.worklist = worklist;
    this.caller = caller;
  }

  /** Lists the caller's worklist. */
  @GET
  @Operation(operationId = "listMyScoreSheets", summary = "List the dossiers that I am to score")
  @Refuses("edition-not-found")
  public Page<WorklistEntry> list(
      @QueryParam("edition") Integer edition, @BeanParam @Valid PageRequest page) {
    int year = Required.parameter("edition", edition);
    return Page.cut(worklist.of(year, caller.name()), page, WorklistEntry::dossier, entry -> entry);
  }
}
