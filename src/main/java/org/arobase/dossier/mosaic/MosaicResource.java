package org.arobase.dossier.mosaic;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.arobase.platform.problem.Refuses;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How a dossier covers the issues. */
@Path("/editions/{year}/dossiers/{code}/mosaic")
@Tag(name = "Dossiers", description = "What authorities submit.")
public class MosaicResource {
  private final MosaicService mosaics;

  MosaicResource(MosaicService mosaics) {
    this.mosaics = mosaics;
  }

  /** A dossier's mosaic, with the medians of its stratum. */
  @GET
  @Operation(
      operationId = "getMosaic",
      summary = "Get how a dossier covers the issues, with the medians of its stratum")
  @Refuses({"edition-not-found", "dossier-not-found"})
  public MosaicApi.Mosaic get(@PathParam("year") int year, @PathParam("code") String code) {
    return mosaics.of(year, code);
  }
}
