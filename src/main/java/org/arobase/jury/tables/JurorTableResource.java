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

/** Export and import of the members of a jury as a table. */
@Path("/editions/{year}/jurors")
@Tag(name = "Jury", description = "Who judges what.")
public class JurorTableResource {
  private final JuryRows rows;
  private final JurorImport jurors;
  private final Imports imports;

  JurorTableResource(JuryRows rows, JurorImport jurors, Imports imports) {
    this.rows = rows;
    this.jurors = jurors;
    this.imports = imports;
  }

  /** Exports the members of the jury. */
  @GET
  @Path("/export")
  @Produces({MediaType.APPLICATION_JSON, BookWriter.CSV, BookWriter.XLSX})
  @Operation(operationId = "exportJurors", summary = "Export all members of the jury as one table")
  @APIResponseSchema(JurorRow[].class)
  @Refuses("edition-not-found")
  public Book exportJurors(
      @PathParam("year") int year,
      @QueryParam("dialect") @DefaultValue("RFC4180") Dialect dialect) {
    Edition.required(year);
    return rows.jurors(year, dialect);
  }

  /** Imports a table of members of the jury, all or nothing. */
  @POST
  @Path("/import")
  @Consumes({MediaType.APPLICATION_JSON, BookWriter.CSV, BookWriter.XLSX, Upload.EXCEL})
  @Operation(
      operationId = "importJurors",
      summary = "Import a table of members of the jury",
      description =
          "Members who are not in the jury are added, those who are in it are changed. A column"
              + " that the table does not have stays as it is; an empty cell removes the value.")
  @Refuses({
    "edition-not-found",
    "unreadable-file",
    "wrong-phase",
    "juror-exists",
    "juror-withdrawn",
    "office-held"
  })
  public ImportApi.Result importJurors(
      @PathParam("year") int year,
      @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
      @Context HttpHeaders headers,
      InputStream table) {
    return imports.take(dryRun, headers, table, upload -> jurors.read(year, upload));
  }
}
