package org.arobase.dossier;

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
import org.arobase.platform.contract.Refuses;
import org.arobase.platform.http.Switch;
import org.arobase.platform.language.CallerLanguage;
import org.arobase.platform.language.Messages;
import org.arobase.platform.problem.Problem;
import org.arobase.platform.tabular.Book;
import org.arobase.platform.tabular.BookWriter;
import org.arobase.platform.tabular.Dialect;
import org.arobase.platform.tabular.ImportApi;
import org.arobase.platform.tabular.Upload;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** All dossiers of an edition as a table, out and in. */
@Path("/editions/{year}/dossiers")
@Tag(name = "Dossiers", description = "What authorities submit.")
public class DossierTableResource {
  private final DossierRows rows;
  private final DossierImport imports;
  private final CallerLanguage language;

  DossierTableResource(DossierRows rows, DossierImport imports, CallerLanguage language) {
    this.rows = rows;
    this.imports = imports;
    this.language = language;
  }

  /** The table. */
  @GET
  @Path("/export")
  @Produces({MediaType.APPLICATION_JSON, BookWriter.CSV, BookWriter.XLSX})
  @Operation(
      operationId = "exportDossiers",
      summary = "All dossiers with their initiatives as one table")
  @APIResponseSchema(DossierApi.Row[].class)
  @Refuses(Problem.EDITION_NOT_FOUND)
  public Book export(
      @PathParam("year") int year,
      @QueryParam("dialect") @DefaultValue(Dialect.DEFAULT) String dialect) {
    Edition.required(year);
    return rows.book(year, Dialect.isFrench(dialect));
  }

  /** Reads a table. */
  @POST
  @Path("/import")
  @Consumes({MediaType.APPLICATION_JSON, BookWriter.CSV, BookWriter.XLSX})
  @Operation(
      operationId = "importDossiers",
      summary = "Read a table of dossiers with their initiatives",
      description =
          "Dossiers and initiatives that are not there are made, others changed; what the table does"
              + " not name stays.")
  @Refuses({Problem.EDITION_NOT_FOUND, Problem.WRONG_PHASE, Problem.DOSSIER_EXISTS})
  public ImportApi.Result read(
      @PathParam("year") int year,
      @QueryParam("dryRun") @DefaultValue("false") String dryRun,
      @Context HttpHeaders headers,
      InputStream table) {
    boolean tried = Switch.of("dryRun", dryRun);
    try (Upload upload = Upload.of(table, headers.getMediaType())) {
      return (tried ? imports.tryOut(year, upload) : imports.write(year, upload))
          .result(tried, Messages.in(language.locale()));
    }
  }
}
