package org.arobase.jury.tables;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import org.arobase.edition.Edition;
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

/** Export and import of the recusals of an edition as a table. */
@Path("/editions/{year}/recusals")
@Tag(name = "Jury", description = "Who judges what.")
public class RecusalTableResource {
  private final JuryRows rows;
  private final RecusalImport recusals;
  private final Imports imports;

  RecusalTableResource(JuryRows rows, RecusalImport recusals, Imports imports) {
    this.rows = rows;
    this.recusals = recusals;
    this.imports = imports;
  }

  /** Exports the recusals that the caller may see. */
  @GET
  @Path("/export")
  @Produces({MediaType.APPLICATION_JSON, BookWriter.CSV, BookWriter.XLSX})
  @Operation(operationId = "exportRecusals", summary = "Export all recusals as one table")
  @APIResponseSchema(JuryRows.RecusalRow[].class)
  @Refuses("edition-not-found")
  public Book exportRecusals(
      @PathParam("year") int year,
      @QueryParam("dialect") @DefaultValue("RFC4180") Dialect dialect) {
    Edition.required(year);
    return rows.recusals(year, dialect);
  }

  /** Imports a table of recusals, all or nothing. */
  @POST
  @Path("/import")
  @Consumes({MediaType.APPLICATION_JSON, BookWriter.CSV, BookWriter.XLSX, Upload.EXCEL})
  @Operation(
      operationId = "importRecusals",
      summary = "Import a table of recusals",
      description =
          "Adds the recusals that are not in force yet; none is lifted. A line with another ground or"
              + " reason than the recusal in force is refused.")
  @Refuses({"edition-not-found", "unreadable-file", "wrong-phase", "recused"})
  public ImportApi.Result importRecusals(
      @PathParam("year") int year,
      @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
      @Context HttpHeaders headers,
      InputStream table) {
    return imports.take(dryRun, headers, table, upload -> recusals.read(year, upload));
  }
}
