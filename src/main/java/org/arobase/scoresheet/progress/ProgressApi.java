package org.arobase.scoresheet.progress;

import java.time.Instant;
import java.util.List;
import org.arobase.access.Phase;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The records of the progress API. */
public final class ProgressApi {
  private ProgressApi() {}

  /** The progress of an edition. */
  @Schema(
      name = "EditionProgress",
      description =
          "The progress of an edition: numbers of marks, never their values. A juror is late when"
              + " their share of marks given is smaller than the share of time that has passed, or"
              + " when a sheet is missing at the deadline. The projected end assumes the average"
              + " pace of the evaluation so far; it is absent before the first mark.")
  public record Edition(
      @Schema(examples = "2020") int edition,
      Phase phase,
      @Nullable Instant phaseSince,
      @Schema(description = "When all sheets are due.") @Nullable Instant evaluationEndsAt,
      Amount marks,
      Amount sheets,
      @Nullable Instant projectedEnd,
      List<OfJuror> jurors,
      List<OfDossier> dossiers,
      List<OfCategory> categories) {}

  /** A number done, out of a total. */
  @Schema(name = "ProgressAmount", description = "A number done, out of a total.")
  public record Amount(int done, int all) {
    Amount plus(Amount other) {
      return new Amount(done + other.done, all + other.all);
    }

    boolean isWhole() {
      return done >= all;
    }
  }

  /** The progress of a juror. */
  @Schema(name = "JurorProgress", description = "The progress of a juror.")
  public record OfJuror(
      @Schema(description = "Id of the juror.", examples = "juror1") String juror,
      String name,
      Amount marks,
      @Schema(description = "Submitted sheets.") Amount sheets,
      boolean late,
      @Nullable Instant projectedEnd) {}

  /** The progress of a dossier's jurors. */
  @Schema(name = "DossierProgress", description = "The progress of a dossier's jurors.")
  public record OfDossier(
      @Schema(description = "Code of the dossier.", examples = "78138") String dossier,
      String name,
      Amount marks,
      @Schema(description = "Submitted sheets.") Amount sheets,
      @Schema(description = "Submitted sheets that the dossier needs.") int quorum) {}

  /** The progress of a category. */
  @Schema(
      name = "CategoryProgress",
      description =
          "The progress of the marks on a category's initiatives. An initiative of several"
              + " categories counts in each.")
  public record OfCategory(
      @Schema(examples = "partage-des-connaissances") String category, Amount marks) {}
}
