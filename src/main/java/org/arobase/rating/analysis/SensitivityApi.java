package org.arobase.rating.analysis;

import java.math.BigDecimal;
import java.util.List;
import org.arobase.platform.canonical.Canonical;
import org.arobase.platform.http.HasETag;
import org.arobase.scoring.Sensitivity.Change;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The records of the sensitivity's API. */
public final class SensitivityApi {
  private SensitivityApi() {}

  /** What is otherwise. */
  enum Kind {
    /** A juror gave no score. */
    JUROR_LEFT_OUT,
    /** Severities are corrected by another model. */
    SEVERITY_MODEL,
    /** Every threshold lies higher or lower. */
    THRESHOLDS,
    /** A criterion weighs a fifth more or less. */
    CRITERION_WEIGHT,
    /** An issue weighs a fifth more or less. */
    ISSUE_WEIGHT
  }

  @Schema(name = "LevelChange", description = "A dossier that gets another level.")
  public record ChangeView(
      @Schema(description = "Code of the dossier.", examples = "78138") String dossier,
      @Schema(description = "Its level; absent: none.") @Nullable Integer from,
      @Schema(description = "Its level then; absent: none.") @Nullable Integer to,
      @Schema(description = "Probability of its level as it is.") @Nullable BigDecimal probability,
      @Schema(description = "Whether that is below 0.6: a further juror should look.")
          boolean doubtful) {
    static ChangeView from(Change c) {
      return new ChangeView(c.dossier(), c.from(), c.to(), c.probability(), c.doubtful());
    }
  }

  @Schema(name = "Variation", description = "One thing otherwise, and what that changes.")
  public record Variation(
      Kind kind,
      @Schema(
              description =
                  "Which juror, model, criterion or issue; of thresholds and weights with how much.",
              examples = "juror3")
          String what,
      List<ChangeView> changes) {}

  @Schema(
      name = "DrawnLevels",
      description = "What drawn weights give a dossier on whose level they do not agree.")
  public record DrawnLevels(
      @Schema(description = "Code of the dossier.", examples = "78138") String dossier,
      @Schema(description = "Share of the draws that give each level, 0 to 5.")
          List<BigDecimal> levels,
      @Schema(description = "Rank, from 1, that it reaches in 5 % of the draws.") int bestRank,
      @Schema(description = "Rank that it does not pass in 95 % of them.") int worstRank) {}

  @Schema(
      name = "DrawnWeights",
      description =
          "All weights of criteria and issues drawn together, from Dirichlet distributions around"
              + " policy's.")
  public record DrawnWeights(
      int draws,
      @Schema(
              description =
                  "How close to policy's: with 100, a weight of a fifth has a standard deviation of"
                      + " a fifth of itself.")
          int concentration,
      @Schema(description = "Of the random numbers: the same seed, the same answer.") long seed,
      List<DrawnLevels> dossiers) {}

  @Schema(
      name = "Sensitivity",
      description =
          "What the levels hang on: each variation with the dossiers that it gives another level."
              + " From the dossiers that the caller may know.")
  public record Report(
      @Schema(description = "Dossiers that have a level.") int rated,
      List<Variation> variations,
      DrawnWeights weights)
      implements HasETag {
    @Override
    public String tag() {
      return Canonical.hash(Canonical.json(List.of(rated, variations, weights))).substring(0, 32);
    }
  }
}
