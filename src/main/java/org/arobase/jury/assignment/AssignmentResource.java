package org.arobase.jury.assignment;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.arobase.access.AccessScope;
import org.arobase.platform.http.BooleanParam;
import org.arobase.platform.http.Page;
import org.arobase.platform.http.Page.Limit;
import org.arobase.platform.problem.Problem;
import org.arobase.platform.problem.Refuses;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who scores which dossier. */
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
  @Refuses(Problem.EDITION_NOT_FOUND)
  public Page<AssignmentApi.Entry> list(
      @PathParam("year") int year,
      @QueryParam("limit") @DefaultValue(Limit.DEFAULT) String limit,
      @QueryParam("cursor") String cursor) {
    List<Assignment> shown =
        Assignment.all(year).stream().filter(a -> scope.sees(a.dossier.code())).toList();
    return Page.cut(
        shown,
        Limit.of(limit, cursor),
        a -> a.dossier.code() + "/" + a.juror.handle,
        AssignmentApi.Entry::from);
  }

  /** Replaces them. */
  @PUT
  @Operation(
      operationId = "replaceAssignments",
      summary = "Replace who scores which dossier",
      description =
          "Also how a plan is adopted: send the `assignments` of its result. What is not named is"
              + " taken away, unless its juror has begun to score: then the whole is refused. With"
              + " `dryRun=true` nothing is written.")
  @Refuses({Problem.EDITION_NOT_FOUND, Problem.WRONG_PHASE})
  public AssignmentApi.Result replace(
      @PathParam("year") int year,
      @QueryParam("dryRun") @DefaultValue("false") String dryRun,
      @Parameter(description = "ETag of the edition.", required = true) @HeaderParam("If-Match")
          String ifMatch,
      @NotNull @Valid AssignmentApi.All wanted) {
    return BooleanParam.of("dryRun", dryRun)
        ? assignments.tryOut(year, wanted.assignments(), ifMatch)
        : assignments.replace(year, wanted.assignments(), ifMatch);
  }
}
