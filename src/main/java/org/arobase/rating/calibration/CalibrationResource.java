package org.arobase.rating.calibration;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.arobase.platform.http.Required;
import org.arobase.platform.problem.Refuses;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Compares a juror's scores with the others'. */
@Path("/me/calibration")
@Tag(name = "Score sheets", description = "A juror's marks on a dossier.")
public class CalibrationResource {
  private final CalibrationService calibration;

  CalibrationResource(CalibrationService calibration) {
    this.calibration = calibration;
  }

  /** Reads the caller's calibration. */
  @GET
  @Operation(
      operationId = "getMyCalibration",
      summary = "Compare my scores with the panel's, on the dossiers that all jurors read first",
      description =
          "A plan chooses the dossiers that all jurors read (`calibration` of a plan). Their sheets"
              + " count like all others.")
  @Refuses("edition-not-found")
  public CalibrationApi.View get(@QueryParam("edition") Integer edition) {
    return calibration.of(Required.parameter("edition", edition));
  }
}
