package org.arobase.scoresheet.progress;

import java.time.Instant;
import java.util.List;
import org.arobase.access.Phase;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The records of the progress' API. */
public final class ProgressApi {
  private ProgressApi() {}

  /** How far an edition is. */
  @Schema(
      name = "EditionProgress",
      description =
          "How far an edition is: amounts of marks, never what they are. Late is who has given a"
              + " smaller share of its marks than the share of the time that has passed. The"
              + " projection goes on at the pace of the evaluation until now; absent before the first"
              + " mark.")
  public record Edition(
      @Schema(examples = "2020") int edition,
      Phase phase,
      @Nullable Instant phaseSince,
      @Schema(description = "When jurors are to have submitted.")
          @Nullable Instant evaluationEndsAt,
      Amount marks,
      Amount sheets,
      @Nullable Instant projectedEnd,
      List<OfJuror> jurors,
      List<OfDossier> dossiers,
      List<OfCategory> categories) {}

  /** So many of so many. */
  @Schema(name = "ProgressAmount", description = "So many of so many.")
  public record Amount(int done, int all) {
    Amount plus(Amount other) {
      return new Amount(done + other.done, all + other.all);
    }

    boolean isWhole() {
      return done >= all;
    }
  }

  /** How far a juror is. */
  @Schema(name = "JurorProgress", description = "How far a juror is.")
  public record OfJuror(
      @Schema(description = "Id of the juror.", examples = "juror1") String juror,
      String name,
      Amount marks,
      @Schema(description = "Submitted sheets.") Amount sheets,
      boolean late,
      @Nullable Instant projectedEnd) {}

  /** How far a dossier is. */
  @Schema(name = "DossierProgress", description = "How far the jurors of a dossier are.")
  public record OfDossier(
      @Schema(description = "Code of the dossier.", examples = "78138") String dossier,
      String name,
      Amount marks,
      @Schema(description = "Submitted sheets.") Amount sheets,
      @Schema(description = "Submitted sheets that it needs.") int quorum) {}

  /** How far a category is. */
  @Schema(
      name = "CategoryProgress",
      description =
          "How far the marks on initiatives of a category are; one of several counts in each.")
  public record OfCategory(
      @Schema(examples = "partage-des-connaissances") String category, Amount marks) {}
}
