package org.arobase.palmares;

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

/** When the embargo ends. */
@Path("/editions/{year}/embargo")
@Tag(name = "Palmarès", description = "The published list.")
public class EmbargoResource {
  private final PublicationService publications;

  EmbargoResource(PublicationService publications) {
    this.publications = publications;
  }

  /** The end of the embargo. */
  @GET
  @Operation(operationId = "getEmbargo", summary = "Get the time of automatic publication")
  @Refuses("edition-not-found")
  public PalmaresApi.EmbargoView get(@PathParam("year") int year) {
    return publications.embargo(year);
  }

  /** Sets the end of the embargo. */
  @PUT
  @Operation(
      operationId = "replaceEmbargo",
      summary = "Set the time of automatic publication, or choose publication by hand",
      description =
          "Publication follows within seconds of that time, once the edition is FINALISED."
              + " `publishEdition` with `dryRun=true` tells whether it can be published.")
  @Refuses({"edition-not-found", "wrong-phase"})
  public PalmaresApi.EmbargoView replace(
      @PathParam("year") int year,
      @HeaderParam("If-Match") String ifMatch,
      @NotNull @Valid PalmaresApi.NewEmbargo wanted) {
    return publications.setEmbargo(year, wanted, ifMatch);
  }
}
