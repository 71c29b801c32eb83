package org.arobase.deliberation.distinction;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.arobase.platform.paging.Page;
import org.arobase.platform.paging.PageRequest;
import org.arobase.platform.problem.Refuses;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The distinctions of dossiers. */
@Path("/editions/{year}/distinctions")
@Tag(name = "Deliberation", description = "What the president decides.")
public class DistinctionResource {
  private final DistinctionService distinctions;

  DistinctionResource(DistinctionService distinctions) {
    this.distinctions = distinctions;
  }

  /** The distinctions of an edition. */
  @GET
  @Operation(
      operationId = "listDistinctions",
      summary = "List mentions and distinctions, given and proposed",
      description =
          "The policy proposes a Territoire d’excellence numérique from the label’s history and the"
              + " green @ from an issue’s score; the jury decides.")
  @Refuses("edition-not-found")
  public Page<DistinctionApi.View> list(
      @PathParam("year") int year, @BeanParam @Valid PageRequest page) {
    return Page.cut(distinctions.all(year), page, DistinctionApi.View::dossier, v -> v);
  }

  /** The distinctions of a dossier. */
  @GET
  @Path("/{code}")
  @Operation(
      operationId = "getDistinctions",
      summary = "Get the mentions and distinctions of a dossier, given and proposed")
  @Refuses({"edition-not-found", "dossier-not-found"})
  public DistinctionApi.View get(@PathParam("year") int year, @PathParam("code") String code) {
    return distinctions.of(year, code);
  }

  /** Replaces the distinctions of a dossier. */
  @PUT
  @Path("/{code}")
  @Operation(
      operationId = "replaceDistinctions",
      summary = "Replace the mentions and distinctions of a dossier",
      description = "An empty list removes them all.")
  @Refuses({"edition-not-found", "dossier-not-found", "wrong-phase"})
  public DistinctionApi.View replace(
      @PathParam("year") int year,
      @PathParam("code") String code,
      @HeaderParam("If-Match") String ifMatch,
      @NotNull @Valid DistinctionApi.Replacement wanted) {
    return distinctions.replace(year, code, wanted.distinctions(), ifMatch);
  }
}
