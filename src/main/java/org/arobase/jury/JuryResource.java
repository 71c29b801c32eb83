package org.arobase.jury;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.arobase.edition.Permit;
import org.arobase.jury.JuryApi.JurorView;
import org.arobase.platform.contract.Refuses;
import org.arobase.platform.http.Page;
import org.arobase.platform.http.Page.Limit;
import org.arobase.platform.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The jury of an edition. */
@Path("/editions/{year}")
@Tag(name = "Jury", description = "Who judges what.")
public class JuryResource {
  private final JurorService jurors;
  private final Permit permit;

  JuryResource(JurorService jurors, Permit permit) {
    this.jurors = jurors;
    this.permit = permit;
  }

  /** The members. */
  @GET
  @Path("/jurors")
  @Operation(operationId = "listJurors", summary = "List the members of an edition's jury")
  @Refuses(Problem.EDITION_NOT_FOUND)
  public Page<JurorView> jurors(
      @PathParam("year") int year,
      @QueryParam("limit") @DefaultValue(Limit.DEFAULT) String limit,
      @QueryParam("cursor") String cursor) {
    return Page.cut(Juror.all(year), Limit.of(limit, cursor), j -> j.handle, JurorView::from);
  }

  /** One member. */
  @GET
  @Path("/jurors/{member}")
  @Operation(operationId = "getJuror", summary = "Get a member of an edition's jury")
  @Refuses({Problem.EDITION_NOT_FOUND, Problem.JUROR_NOT_FOUND})
  public JurorView juror(@PathParam("year") int year, @PathParam("member") String member) {
    return JurorView.from(Juror.required(year, member));
  }

  /** Changes a member. */
  @PATCH
  @Path("/jurors/{member}")
  @Operation(
      operationId = "changeJuror",
      summary = "Say what authority a member of the jury belongs to")
  @Refuses({Problem.EDITION_NOT_FOUND, Problem.JUROR_NOT_FOUND, Problem.WRONG_PHASE})
  public JurorView change(
      @PathParam("year") int year,
      @PathParam("member") String member,
      @HeaderParam("If-Match") String ifMatch,
      @NotNull @Valid JuryApi.Change change) {
    return jurors.change(year, member, change, ifMatch);
  }

  /** The assignments. */
  @GET
  @Path("/assignments")
  @Operation(operationId = "listAssignments", summary = "List who scores which dossier")
  @Refuses(Problem.EDITION_NOT_FOUND)
  public Page<JuryApi.AssignmentView> assignments(
      @PathParam("year") int year,
      @QueryParam("limit") @DefaultValue(Limit.DEFAULT) String limit,
      @QueryParam("cursor") String cursor) {
    List<Assignment> shown =
        Assignment.all(year).stream().filter(a -> permit.sees(a.dossier.code())).toList();
    return Page.cut(
        shown,
        Limit.of(limit, cursor),
        a -> a.dossier.code() + "/" + a.juror.handle,
        JuryApi.AssignmentView::from);
  }
}
