package org.arobase.scoresheet.tables;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import org.arobase.edition.Edition;
import org.arobase.identity.Caller;
import org.arobase.platform.http.Required;
import org.arobase.platform.problem.Refuses;
import org.arobase.platform.tabular.Book;
import org.arobase.platform.tabular.BookWriter;
import org.arobase.platform.tabular.Dialect;
import org.arobase.platform.tabular.importing.ImportApi;
import org.arobase.platform.tabular.importing.Imports;
import org.arobase.platform.tabular.importing.Upload;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Exports and imports a juror's own score sheets as a table. */
@Path("/me/score-sheets")
@Tag(name = "Score sheets", description = "A juror's marks on a dossier.")
public class MySheetTableResource {
  private final SheetRows rows;
  private final SheetImport sheets;
  private final Imports imports;
  private final Caller caller;

  MySheetTableResource(SheetRows rows, SheetImport sheets, Imports imports, Caller caller) {
    this.rows = rows;
    this.sheets = sheets;
    this.imports = imports;
    this.caller = caller;
  }

  /** Exports the caller's own sheets. */
  @GET
  @Path("/export")
  @Produces({MediaType.APPLICATION_JSON, BookWriter.CSV, BookWriter.XLSX})
  @Operation(
      operationId = "exportMyScoreSheets",
      summary = "Export my score sheets as one table, to fill in a spreadsheet",
      description =
          "The table has a line for each mark, given or missing, one for the comment on each"
              + " initiative, and one for the overall comment.")
  @APIResponseSchema(SheetRows.Row[].class)
  @Refuses("edition-not-found")
  public Book own(
      @QueryParam("edition") Integer edition,
      @QueryParam("dialect") @DefaultValue("RFC4180") Dialect dialect) {
    return rows.own(year(edition), caller.name(), dialect);
  }

  /** Imports the caller's own sheets. */
  @POST
  @Path("/import")
  @Consumes({MediaType.APPLICATION_JSON, BookWriter.CSV, BookWriter.XLSX, Upload.EXCEL})
  @Operation(
      operationId = "importMyScoreSheets",
      summary = "Import my score sheets from a table",
      description =
          "An empty cell changes nothing; the state REMOVE removes the mark or the comment of a line."
              + " A line that replaces or removes something needs the present version of the"
              + " sheet: another one is refused, with what the table and the sheet say. So is a"
              + " line that changes a submitted sheet. Nothing is submitted.")
  @Refuses({
    "edition-not-found",
    "unreadable-file",
    "not-your-dossier",
    "wrong-phase",
    "sheet-submitted",
    "precondition-failed"
  })
  public ImportApi.Result read(
      @QueryParam("edition") Integer edition,
      @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
      @Context HttpHeaders headers,
      InputStream table) {
    int year = year(edition);
    return imports.take(dryRun, headers, table, upload -> sheets.read(year, upload));
  }

  private static int year(Integer edition) {
    return Edition.required(Required.parameter("edition", edition)).year;
  }
}
