package org.arobase.dossier.mosaic;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.arobase.platform.http.Required;
import org.arobase.platform.problem.Refuses;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The effect of another framework on an edition's dossiers. */
@Path("/editions/{year}/framework-comparison")
@Tag(name = "Frameworks", description = "The référentiel: issues, services, criteria.")
public class FrameworkChangeResource {
  private final MosaicService mosaics;

  FrameworkChangeResource(MosaicService mosaics) {
    this.mosaics = mosaics;
  }

  /** Compares the edition's framework with another one. */
  @GET
  @Operation(
      operationId = "compareFrameworkOfEdition",
      summary = "Compare the edition’s framework with another: which dossiers would change")
  @Refuses({"edition-not-found", "framework-not-found", "invalid-parameter"})
  public MosaicApi.OfEdition compare(@PathParam("year") int year, @QueryParam("with") String with) {
    return mosaics.compare(year, Required.parameter("with", with));
  }
}
