package org.arobase.scoring;

import java.math.BigDecimal;
import java.util.List;
import org.arobase.scoring.panel.PanelRule;
import org.arobase.scoring.severity.SeverityModel;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a rating, as far as the engine needs them.
 *
 * @param initiatives how initiatives make an issue's score
 * @param uncoveredIssue what an issue without an initiative counts
 * @param coverage floors below which a node has no score
 * @param rounding digits at the named stages
 * @param severity the correction of severe and lenient jurors
 * @param divergence jurors' scores further apart than this, 0 to 1, are flagged
 * @param levels thresholds, gates and floor
 * @param panel how the jurors' scores of a dossier make one
 */
public record Policy(
    InitiativeRule initiatives,
    UncoveredIssue uncoveredIssue,
    Coverage coverage,
    Rounding rounding,
    SeverityModel severity,
    BigDecimal divergence,
    Levels levels,
    PanelRule panel) {

  /** The same with severities corrected by another model. */
  public Policy with(SeverityModel model) {
    return new Policy(
        initiatives, uncoveredIssue, coverage, rounding, model, divergence, levels, panel);
  }

  /** The same with other levels. */
  public Policy with(Levels others) {
    return new Policy(
        initiatives, uncoveredIssue, coverage, rounding, severity, divergence, others, panel);
  }

  /** How the initiatives of an issue make its score. */
  public enum InitiativeRule {
    /** The mean of those that have a score. */
    MEAN,
    /** The sum of the best n over n, n being expected of the stratum. */
    BEST_OF_EXPECTED
  }

  /** What an issue without any initiative counts. */
  public enum UncoveredIssue {
    ZERO,
    EXCLUDED
  }

  /**
   * The least share of applicable weight, 0 to 1, that must be present.
   *
   * @param initiative of an initiative's criteria
   * @param issue of an issue's initiatives
   * @param dossier of a dossier's issues
   */
  public record Coverage(BigDecimal initiative, BigDecimal issue, BigDecimal dossier) {}

  /** Digits after the point at each stage, HALF_UP; null: not rounded there. */
  public record Rounding(
      @Nullable Integer initiative,
      @Nullable Integer issue,
      @Nullable Integer juror,
      @Nullable Integer dossier) {}

  /**
   * From a score to a level of 0 to 5.
   *
   * @param thresholds the least scores of levels 1 to 5, rising, each from 0 to 1
   * @param gates conditions of a level beside the score
   * @param floor the least level of a dossier that has a score, 0 to 5
   */
  public record Levels(List<BigDecimal> thresholds, List<Gate> gates, int floor) {}

  /**
   * A condition of a level, either on how many issues are covered or on one issue's score.
   *
   * @param level the level that it guards, and every one above, 1 to 5
   * @param coveredIssues how many issues must have a score; null for a condition on one issue
   * @param issue the issue that the condition is on; null for a condition on coverage
   * @param minimum the least score of that issue, 0 to 1
   */
  public record Gate(
      int level,
      @Nullable Integer coveredIssues,
      @Nullable String issue,
      @Nullable BigDecimal minimum) {}
}
