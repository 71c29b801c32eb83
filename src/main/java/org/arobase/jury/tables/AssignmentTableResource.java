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

/** Export and import of the assignments of an edition as a table. */
@Path("/editions/{year}/assignments")
@Tag(name = "Jury", description = "Who judges what.")
public class AssignmentTableResource {
  private final JuryRows rows;
  private final AssignmentImport assignments;
  private final Imports imports;

  AssignmentTableResource(JuryRows rows, AssignmentImport assignments, Imports imports) {
    this.rows = rows;
    this.assignments = assignments;
    this.imports = imports;
  }

  /** Exports the assignments that the caller may see. */
  @GET
  @Path("/export")
  @Produces({MediaType.APPLICATION_JSON, BookWriter.CSV, BookWriter.XLSX})
  @Operation(operationId = "exportAssignments", summary = "Export all assignments as one table")
  @APIResponseSchema(JuryRows.AssignmentRow[].class)
  @Refuses("edition-not-found")
  public Book exportAssignments(
      @PathParam("year") int year,
      @QueryParam("dialect") @DefaultValue("RFC4180") Dialect dialect) {
    Edition.required(year);
    return rows.assignments(year, dialect);
  }

  /** Imports a table of assignments, all or nothing. */
  @POST
  @Path("/import")
  @Consumes({MediaType.APPLICATION_JSON, BookWriter.CSV, BookWriter.XLSX, Upload.EXCEL})
  @Operation(
      operationId = "importAssignments",
      summary = "Import a table of assignments",
      description =
          "Adds and changes assignments; those that are not named stay, and so does a column that"
              + " the table does not have. To replace all of them, use `PUT …/assignments`.")
  @Refuses({"edition-not-found", "unreadable-file", "wrong-phase"})
  public ImportApi.Result importAssignments(
      @PathParam("year") int year,
      @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
      @Context HttpHeaders headers,
      InputStream table) {
    return imports.take(dryRun, headers, table, upload -> assignments.read(year, upload));
  }
}
