package org.arobase.rating.analysis;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.arobase.access.AccessScope;
import org.arobase.platform.problem.Problem;
import org.arobase.platform.problem.Refuses;
import org.arobase.platform.tabular.Book;
import org.arobase.platform.tabular.BookWriter;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What levels hang on. */
@Path("/editions/{year}/sensitivity")
@Tag(name = "Ratings", description = "What the marks give, and why.")
public class SensitivityResource {
  private final SensitivityService sensitivity;
  private final AccessScope scope;

  SensitivityResource(SensitivityService sensitivity, AccessScope scope) {
    this.sensitivity = sensitivity;
    this.scope = scope;
  }

  /** The report. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "getSensitivity",
      summary = "What the levels hang on: a juror left out, another model, thresholds, weights",
      description =
          "For the president, for the secretariat once the edition is FINALISED. Everything is rated"
              + " again each time: some seconds on a large edition.")
  @Refuses({Problem.EDITION_NOT_FOUND, Problem.WRONG_PHASE})
  public SensitivityApi.Report get(@PathParam("year") int year) {
    return sensitivity.of(year, scope::sees);
  }

  /** The same as tables. */
  @GET
  @Produces({BookWriter.CSV, BookWriter.XLSX})
  @Operation(operationId = "getSensitivity", hidden = true)
  public Book tables(@PathParam("year") int year) {
    return AnalysisTables.of(year, sensitivity.of(year, scope::sees));
  }
}
