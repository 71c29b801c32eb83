package org.arobase.dossier;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.arobase.platform.problem.Problem;
import org.arobase.platform.problem.Refuses;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Dossiers that hold levels still: no juror and no applicant sees which they are. */
@Path("/editions/{year}/dossiers/{code}/anchor")
@Tag(name = "Dossiers", description = "What authorities submit.")
public class AnchorResource {
  private final DossierService dossiers;

  AnchorResource(DossierService dossiers) {
    this.dossiers = dossiers;
  }

  /** Whether a dossier is an anchor. */
  @GET
  @Operation(
      operationId = "getAnchor",
      summary = "What another jury gave the same dossier, if it is an anchor")
  @Refuses({Problem.EDITION_NOT_FOUND, Problem.DOSSIER_NOT_FOUND})
  public DossierApi.Anchor get(@PathParam("year") int year, @PathParam("code") String code) {
    return DossierApi.Anchor.from(Dossier.required(year, code));
  }

  /** Makes a dossier an anchor, or none. */
  @PUT
  @Operation(
      operationId = "replaceAnchor",
      summary = "Make a dossier an anchor, or none any more",
      description = "While the edition is OPEN, before anything is marked.")
  @Refuses({Problem.EDITION_NOT_FOUND, Problem.DOSSIER_NOT_FOUND, Problem.WRONG_PHASE})
  public DossierApi.Anchor replace(
      @PathParam("year") int year,
      @PathParam("code") String code,
      @HeaderParam("If-Match") String ifMatch,
      @NotNull @Valid DossierApi.NewAnchor anchor) {
    return DossierApi.Anchor.from(dossiers.anchor(year, code, anchor, ifMatch));
  }
}
