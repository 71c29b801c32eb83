package org.arobase.jury;

import static org.arobase.identity.Roles.PRESIDENT;
import static org.arobase.identity.Roles.SECRETARIAT;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.arobase.edition.Edition;
import org.arobase.platform.contract.Refuses;
import org.arobase.platform.http.Page;
import org.arobase.platform.http.Page.Limit;
import org.arobase.platform.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The jury of an edition. */
@Path("/editions/{year}")
@RolesAllowed({PRESIDENT, SECRETARIAT})
@Tag(name = "Jury", description = "Who judges what.")
public class JuryResource {

  /** The jurors. */
  @GET
  @Path("/jurors")
  @Operation(operationId = "listJurors", summary = "List the jurors of an edition")
  @Refuses(Problem.EDITION_NOT_FOUND)
  public Page<JuryApi.JurorView> jurors(
      @PathParam("year") int year,
      @QueryParam("limit") @DefaultValue(Limit.DEFAULT) String limit,
      @QueryParam("cursor") String cursor) {
    Edition.required(year);
    return Page.cut(
        Juror.all(year), Limit.of(limit, cursor), j -> j.handle, JuryApi.JurorView::from);
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
    Edition.required(year);
    return Page.cut(
        Assignment.all(year),
        Limit.of(limit, cursor),
        a -> a.dossier.code() + "/" + a.juror.handle,
        JuryApi.AssignmentView::from);
  }
}
