package org.arobase.dossier;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.arobase.platform.problem.Refuses;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Anchors: dossiers that keep levels comparable between editions. No juror and no applicant sees
 * which dossiers are anchors.
 */
@Path("/editions/{year}/dossiers/{code}/anchor")
@Tag(name = "Dossiers", description = "What authorities submit.")
public class AnchorResource {
  private final DossierService dossiers;

  AnchorResource(DossierService dossiers) {
    this.dossiers = dossiers;
  }

  /** The anchor score of a dossier; absent when it is not an anchor. */
  @GET
  @Operation(
      operationId = "getAnchor",
      summary = "Get the score that another jury gave the same dossier, if it is an anchor")
  @Refuses({"edition-not-found", "dossier-not-found"})
  public DossierApi.Anchor get(@PathParam("year") int year, @PathParam("code") String code) {
    return DossierApi.Anchor.from(Dossier.required(year, code));
  }

  /** Sets or removes a dossier's anchor score. */
  @PUT
  @Operation(
      operationId = "replaceAnchor",
      summary = "Make a dossier an anchor, or an ordinary dossier again",
      description = "While the edition is OPEN, before anything is marked.")
  @Refuses({"edition-not-found", "dossier-not-found", "wrong-phase"})
  public DossierApi.Anchor replace(
      @PathParam("year") int year,
      @PathParam("code") String code,
      @HeaderParam("If-Match") String ifMatch,
      @NotNull @Valid DossierApi.NewAnchor anchor) {
    return DossierApi.Anchor.from(dossiers.anchor(year, code, anchor, ifMatch));
  }
}
