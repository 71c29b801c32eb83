package org.arobase.rating.analysis;

import java.math.BigDecimal;
import java.util.List;
import org.arobase.platform.canonical.Canonical;
import org.arobase.platform.http.HasETag;
import org.arobase.scoring.Sensitivity.Change;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The records of the sensitivity API. */
public final class SensitivityApi {
  private SensitivityApi() {}

  /** What a variation changes. */
  enum Kind {
    /** The scores of one juror are left out. */
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
      @Schema(description = "Its present level; absent when there is none.") @Nullable Integer from,
      @Schema(description = "Its level under the variation; absent when there is none.")
          @Nullable Integer to,
      @Schema(description = "Probability of its present level.") @Nullable BigDecimal probability,
      @Schema(description = "Whether that probability is below 0.6: one more juror should look.")
          boolean doubtful) {
    static ChangeView from(Change c) {
      return new ChangeView(c.dossier(), c.from(), c.to(), c.probability(), c.doubtful());
    }
  }

  @Schema(name = "Variation", description = "One change, and the levels that it changes.")
  public record Variation(
      Kind kind,
      @Schema(
              description =
                  "The juror, model, criterion or issue that is changed. For thresholds the shift;"
                      + " for weights also the factor.",
              examples = "juror3")
          String what,
      List<ChangeView> changes) {}

  @Schema(
      name = "DrawnLevels",
      description = "The levels of a dossier under drawn weights, when the draws do not agree.")
  public record DrawnLevels(
      @Schema(description = "Code of the dossier.", examples = "78138") String dossier,
      @Schema(description = "Share of the draws that give each level, 0 to 5.")
          List<BigDecimal> levels,
      @Schema(description = "Rank, from 1, reached or bettered in 5 % of the draws.") int bestRank,
      @Schema(description = "Rank reached or bettered in 95 % of the draws.") int worstRank) {}

  @Schema(
      name = "DrawnWeights",
      description =
          "All weights of criteria and issues are drawn together, from Dirichlet distributions"
              + " around the policy's weights.")
  public record DrawnWeights(
      int draws,
      @Schema(
              description =
                  "How close the draws are to the policy's weights: with 100, a weight of a fifth"
                      + " has a standard deviation of a fifth of itself.")
          int concentration,
      @Schema(description = "Seed of the random numbers: the same seed gives the same answer.")
          long seed,
      List<DrawnLevels> dossiers) {}

  @Schema(
      name = "Sensitivity",
      description =
          "How far the levels depend on single choices: each variation with the dossiers whose"
              + " level it changes. Computed from the dossiers that the caller may know.")
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
