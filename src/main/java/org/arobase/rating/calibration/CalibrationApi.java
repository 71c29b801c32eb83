package org.arobase.rating.calibration;

import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The records of the calibration API. */
final class CalibrationApi {
  private CalibrationApi() {}

  @Schema(
      name = "Calibration",
      description =
          "How far a juror's scores are from the panel's, on the dossiers that all jurors read"
              + " first. A difference is shown only once every juror of the dossier has submitted a"
              + " sheet, and there are at least three others.")
  record View(
      @Schema(examples = "2020") int edition,
      @Schema(description = "Id of the juror.", examples = "juror1") String juror,
      @Schema(
              description =
                  "Mean of the differences; below 0, the juror is stricter than the panel.")
          @Nullable BigDecimal difference,
      List<OnDossier> dossiers) {}

  @Schema(
      name = "CalibrationOnDossier",
      description = "How far a juror's score of a dossier is from the panel's.")
  record OnDossier(
      @Schema(description = "Code of the dossier.", examples = "78138") String dossier,
      String name,
      @Schema(description = "Whether the juror has submitted their sheet.") boolean submitted,
      @Schema(description = "Other jurors with a score; absent until the juror has submitted.")
          @Nullable Integer others,
      @Schema(description = "The juror’s score, 0 to 1.") @Nullable BigDecimal score,
      @Schema(description = "Mean of the others’ scores.") @Nullable BigDecimal panel,
      @Nullable BigDecimal difference) {}
}
