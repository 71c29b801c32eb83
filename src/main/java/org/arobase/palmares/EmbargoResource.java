package org.arobase.palmares;

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

/** When the embargo ends. */
@Path("/editions/{year}/embargo")
@Tag(name = "Palmarès", description = "The published list.")
public class EmbargoResource {
  private final PublicationService publications;

  EmbargoResource(PublicationService publications) {
    this.publications = publications;
  }

  /** When it ends. */
  @GET
  @Operation(operationId = "getEmbargo", summary = "When the palmarès is published by itself")
  @Refuses(Problem.EDITION_NOT_FOUND)
  public PalmaresApi.EmbargoView get(@PathParam("year") int year) {
    return publications.embargo(year);
  }

  /** Says when it ends. */
  @PUT
  @Operation(
      operationId = "replaceEmbargo",
      summary = "Say when the palmarès is published by itself, or that it is by hand",
      description =
          "Within seconds of that time, once the edition is FINALISED. Whether it can be published,"
              + " `publishEdition` says with `dryRun=true`.")
  @Refuses({Problem.EDITION_NOT_FOUND, Problem.WRONG_PHASE})
  public PalmaresApi.EmbargoView replace(
      @PathParam("year") int year,
      @HeaderParam("If-Match") String ifMatch,
      @NotNull @Valid PalmaresApi.NewEmbargo wanted) {
    return publications.setEmbargo(year, wanted, ifMatch);
  }
}
