package org.arobase.jury.assignment;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.arobase.access.AccessScope;
import org.arobase.platform.paging.Page;
import org.arobase.platform.paging.PageRequest;
import org.arobase.platform.problem.Refuses;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The assignments of dossiers to jurors. */
@Path("/editions/{year}/assignments")
@Tag(name = "Jury", description = "Who judges what.")
public class AssignmentResource {
  private final AssignmentService assignments;
  private final AccessScope scope;

  AssignmentResource(AssignmentService assignments, AccessScope scope) {
    this.assignments = assignments;
    this.scope = scope;
  }

  /** The assignments in force. */
  @GET
  @Operation(operationId = "listAssignments", summary = "List who scores which dossier")
  @Refuses("edition-not-found")
  public Page<AssignmentApi.Entry> list(
      @PathParam("year") int year, @BeanParam @Valid PageRequest page) {
    List<Assignment> shown = scope.filter(Assignment.all(year), a -> a.dossier.code());
    return Page.cut(
        shown, page, a -> a.dossier.code() + "/" + a.juror.handle, AssignmentApi.Entry::from);
  }

  /** Replaces the assignments in force. */
  @PUT
  @Operation(
      operationId = "replaceAssignments",
      summary = "Replace who scores which dossier",
      description =
          "To adopt a plan, send the `assignments` of its result. Assignments that are not named"
              + " are removed; when the juror of one has begun to score, the request is refused as"
              + " a whole. With `dryRun=true` nothing is written.")
  @Refuses({"edition-not-found", "wrong-phase"})
  public AssignmentApi.Result replace(
      @PathParam("year") int year,
      @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
      @Parameter(description = "ETag of the edition.", required = true) @HeaderParam("If-Match")
          String ifMatch,
      @NotNull @Valid AssignmentApi.All wanted) {
    return dryRun
        ? assignments.tryOut(year, wanted.assignments(), ifMatch)
        : assignments.replace(year, wanted.assignments(), ifMatch);
  }
}
