package org.arobase.rating.calibration;

import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The records of the calibration's API. */
final class CalibrationApi {
  private CalibrationApi() {}

  @Schema(
      name = "Calibration",
      description =
          "How far a juror is from the panel, on the dossiers that all read first. Told once all who"
              + " read it have submitted their sheets, three others at least.")
  record View(
      @Schema(examples = "2020") int edition,
      @Schema(description = "Id of the juror.", examples = "juror1") String juror,
      @Schema(description = "Mean of the differences; below 0: stricter than the panel.")
          @Nullable BigDecimal difference,
      List<OnDossier> dossiers) {}

  @Schema(name = "CalibrationOnDossier", description = "How far a juror is from the panel.")
  record OnDossier(
      @Schema(description = "Code of the dossier.", examples = "78138") String dossier,
      String name,
      @Schema(description = "Whether the juror has submitted its sheet.") boolean submitted,
      @Schema(description = "Other jurors who have; told once the own sheet is submitted.")
          @Nullable Integer others,
      @Schema(description = "The juror’s score, 0 to 1.") @Nullable BigDecimal score,
      @Schema(description = "Mean of the others’ scores.") @Nullable BigDecimal panel,
      @Nullable BigDecimal difference) {}
}
