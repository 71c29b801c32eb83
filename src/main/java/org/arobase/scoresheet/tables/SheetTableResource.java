package org.arobase.scoresheet.tables;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.arobase.edition.Edition;
import org.arobase.platform.problem.Refuses;
import org.arobase.platform.tabular.Book;
import org.arobase.platform.tabular.BookWriter;
import org.arobase.platform.tabular.Dialect;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The submitted score sheets of an edition as a table. */
@Path("/editions/{year}/score-sheets")
@Tag(name = "Score sheets", description = "A juror's marks on a dossier.")
public class SheetTableResource {
  private final SheetRows rows;

  SheetTableResource(SheetRows rows) {
    this.rows = rows;
  }

  /** Exports all submitted sheets. */
  @GET
  @Path("/export")
  @Produces({MediaType.APPLICATION_JSON, BookWriter.CSV, BookWriter.XLSX})
  @Operation(
      operationId = "exportScoreSheets",
      summary = "Export all submitted score sheets as one table")
  @APIResponseSchema(SheetRows.Row[].class)
  @Refuses("edition-not-found")
  public Book all(
      @PathParam("year") int year,
      @QueryParam("dialect") @DefaultValue("RFC4180") Dialect dialect) {
    Edition.required(year);
    return rows.submitted(year, dialect);
  }
}
