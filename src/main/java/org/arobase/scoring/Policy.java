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
 * @param uncoveredIssue how an issue without initiatives counts
 * @param coverage floors below which a node has no score
 * @param rounding digits at the named stages
 * @param severity the correction of severe and lenient jurors
 * @param divergence distance between two jurors' scores, 0 to 1, above which a dossier is flagged
 * @param levels thresholds, gates and floor
 * @param panel how a dossier's scores are combined into one
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

  /** This policy with another severity model. */
  public Policy with(SeverityModel model) {
    return new Policy(
        initiatives, uncoveredIssue, coverage, rounding, model, divergence, levels, panel);
  }

  /** This policy with other levels. */
  public Policy with(Levels others) {
    return new Policy(
        initiatives, uncoveredIssue, coverage, rounding, severity, divergence, others, panel);
  }

  /** How the scores of an issue's initiatives make its score. */
  public enum InitiativeRule {
    /** The mean of those that have a score. */
    MEAN,
    /** The sum of the best n over n, where n is the number that the stratum expects. */
    BEST_OF_EXPECTED
  }

  /** How an issue without initiatives counts. */
  public enum UncoveredIssue {
    ZERO,
    EXCLUDED
  }

  /**
   * The least share of the applicable weight that must be present, 0 to 1.
   *
   * @param initiative share of an initiative's criteria
   * @param issue share of an issue's initiatives
   * @param dossier share of a dossier's issues
   */
  public record Coverage(BigDecimal initiative, BigDecimal issue, BigDecimal dossier) {}

  /** Digits after the point at each stage, HALF_UP; null: not rounded there. */
  public record Rounding(
      @Nullable Integer initiative,
      @Nullable Integer issue,
      @Nullable Integer juror,
      @Nullable Integer dossier) {}

  /**
   * The rules that turn a score into a level, 0 to 5.
   *
   * @param thresholds the least scores of levels 1 to 5, rising, each from 0 to 1
   * @param gates further conditions for a level
   * @param floor the least level of a dossier that has a score, 0 to 5
   */
  public record Levels(List<BigDecimal> thresholds, List<Gate> gates, int floor) {}

  /**
   * A condition for a level, on either the number of covered issues or the score of one issue.
   *
   * @param level the level that it guards, with every level above, 1 to 5
   * @param coveredIssues number of issues that must have a score; null for a condition on one issue
   * @param issue the code of that issue; null for a condition on coverage
   * @param minimum the least score of that issue, 0 to 1; null for a condition on coverage
   */
  public record Gate(
      int level,
      @Nullable Integer coveredIssues,
      @Nullable String issue,
      @Nullable BigDecimal minimum) {}
}
