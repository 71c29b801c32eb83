package org.arobase.jury.chair;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.arobase.access.AccessScope;
import org.arobase.dossier.Dossier;
import org.arobase.jury.JuryProblem;
import org.arobase.platform.paging.Page;
import org.arobase.platform.paging.PageRequest;
import org.arobase.platform.problem.Refusal;
import org.arobase.platform.problem.Refuses;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The chairs of dossiers that president and vice-president are recused from. */
@Path("/editions/{year}/chairs")
@Tag(name = "Jury", description = "Who judges what.")
public class DossierChairResource {
  private final DossierChairService chairs;
  private final AccessScope scope;

  DossierChairResource(DossierChairService chairs, AccessScope scope) {
    this.chairs = chairs;
    this.scope = scope;
  }

  /** The chairs of the dossiers that the caller may see. */
  @GET
  @Operation(
      operationId = "listChairs",
      summary = "List the chairs of dossiers",
      description = "A caller who is recused from a dossier does not see its chair.")
  @Refuses("edition-not-found")
  public Page<DossierChairApi.View> list(
      @PathParam("year") int year, @BeanParam @Valid PageRequest page) {
    return Page.cut(
        scope.filter(DossierChair.all(year), c -> c.dossier.code()),
        page,
        c -> c.dossier.code(),
        DossierChairApi.View::from);
  }

  /** The chair of a dossier. */
  @GET
  @Path("/{code}")
  @Operation(operationId = "getChair", summary = "Get the chair of a dossier")
  @Refuses({"edition-not-found", "dossier-not-found", "chair-not-found"})
  public DossierChairApi.View get(@PathParam("year") int year, @PathParam("code") String code) {
    return DossierChair.of(Dossier.required(year, code))
        .map(DossierChairApi.View::from)
        .orElseThrow(() -> new Refusal(JuryProblem.CHAIR_NOT_FOUND, code));
  }

  /** Appoints the chair of a dossier. */
  @PUT
  @Path("/{code}")
  @Operation(
      operationId = "appointChair",
      summary = "Appoint who leads on a dossier without president",
      description =
          "Only when the president and all vice-presidents are recused from the dossier. From"
              + " DELIBERATION on, the chair may do with it what a vice-president may: review,"
              + " reopen sheets, move and close motions, decide. This ends when the president is no"
              + " longer recused. The first appointment takes no `If-Match`; a later one must name"
              + " the version that it replaces.")
  @Refuses({"edition-not-found", "dossier-not-found", "wrong-phase", "chair-not-needed"})
  public DossierChairApi.View appoint(
      @PathParam("year") int year,
      @PathParam("code") String code,
      @Parameter(description = "ETag of the appointment to replace; none for the first one.")
          @HeaderParam("If-Match")
          String ifMatch,
      @NotNull @Valid DossierChairApi.New chair) {
    return DossierChairApi.View.from(chairs.appoint(year, code, chair, ifMatch));
  }
}
