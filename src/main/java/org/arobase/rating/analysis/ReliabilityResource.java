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

/** Reports how far a jury's scores can be trusted. */
@Path("/editions/{year}/reliability")
@Tag(name = "Ratings", description = "The ratings that the marks give, and their explanations.")
public class ReliabilityResource {
  private final ReliabilityService reliability;
  private final AccessScope scope;

  ReliabilityResource(ReliabilityService reliability, AccessScope scope) {
    this.reliability = reliability;
    this.scope = scope;
  }

  /** Reads the report. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "getReliability",
      summary = "Report how far scores can be trusted: severities, agreement, links between jurors",
      description =
          "For the president, and for the secretariat from FINALISED on. No figure includes a"
              + " dossier that the caller is recused from.")
  @Refuses({"edition-not-found", "wrong-phase"})
  public ReliabilityApi.Report get(@PathParam("year") int year) {
    return reliability.of(year, scope::sees);
  }

  /** Exports the report as tables. */
  @GET
  @Produces({BookWriter.CSV, BookWriter.XLSX})
  @Operation(operationId = "getReliability", hidden = true)
  public Book tables(@PathParam("year") int year) {
    return AnalysisTables.of(year, reliability.of(year, scope::sees));
  }
}
