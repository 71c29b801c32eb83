package org.arobase.rating.analysis;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.arobase.access.AccessScope;
import org.arobase.platform.problem.Refuses;
import org.arobase.platform.tabular.Book;
import org.arobase.platform.tabular.BookWriter;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Reports how far levels depend on single choices. */
@Path("/editions/{year}/sensitivity")
@Tag(name = "Ratings", description = "The ratings that the marks give, and their explanations.")
public class SensitivityResource {
  private final SensitivityService sensitivity;
  private final AccessScope scope;

  SensitivityResource(SensitivityService sensitivity, AccessScope scope) {
    this.sensitivity = sensitivity;
    this.scope = scope;
  }

  /** Reads the report. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "getSensitivity",
      summary = "Report how far levels depend on each juror, the model, thresholds and weights",
      description =
          "For the president, and for the secretariat from FINALISED on. Each request rates"
              + " everything again, which takes some seconds on a large edition.")
  @Refuses({"edition-not-found", "wrong-phase"})
  public SensitivityApi.Report get(@PathParam("year") int year) {
    return sensitivity.of(year, scope::sees);
  }

  /** Exports the report as tables. */
  @GET
  @Produces({BookWriter.CSV, BookWriter.XLSX})
  @Operation(operationId = "getSensitivity", hidden = true)
  public Book tables(@PathParam("year") int year) {
    return AnalysisTables.of(year, sensitivity.of(year, scope::sees));
  }
}
