package org.arobase.dossier.tables;

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
import org.arobase.dossier.DossierApi;
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

/** Export and import of all dossiers of an edition as a table. */
@Path("/editions/{year}/dossiers")
@Tag(name = "Dossiers", description = "What authorities submit.")
public class DossierTableResource {
  private final DossierRows rows;
  private final DossierImport dossiers;
  private final Imports imports;

  DossierTableResource(DossierRows rows, DossierImport dossiers, Imports imports) {
    this.rows = rows;
    this.dossiers = dossiers;
    this.imports = imports;
  }

  /** Exports the dossiers that the caller may see. */
  @GET
  @Path("/export")
  @Produces({MediaType.APPLICATION_JSON, BookWriter.CSV, BookWriter.XLSX})
  @Operation(
      operationId = "exportDossiers",
      summary = "Export all dossiers with their initiatives as one table")
  @APIResponseSchema(DossierApi.Row[].class)
  @Refuses("edition-not-found")
  public Book export(
      @PathParam("year") int year,
      @QueryParam("dialect") @DefaultValue("RFC4180") Dialect dialect) {
    Edition.required(year);
    return rows.book(year, dialect);
  }

  /** Imports a table of dossiers, all or nothing. */
  @POST
  @Path("/import")
  @Consumes({MediaType.APPLICATION_JSON, BookWriter.CSV, BookWriter.XLSX, Upload.EXCEL})
  @Operation(
      operationId = "importDossiers",
      summary = "Import a table of dossiers with their initiatives",
      description =
          "Missing dossiers and initiatives are made, existing ones changed. Those that the table"
              + " does not name stay as they are, and so does a column that the table does not"
              + " have. An empty cell removes the value.")
  @Refuses({"edition-not-found", "unreadable-file", "wrong-phase", "dossier-exists"})
  public ImportApi.Result read(
      @PathParam("year") int year,
      @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
      @Context HttpHeaders headers,
      InputStream table) {
    return imports.take(dryRun, headers, table, upload -> dossiers.read(year, upload));
  }
}
