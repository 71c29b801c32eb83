package org.arobase.scoring.uncertainty;

import org.hipparchus.distribution.continuous.NormalDistribution;

/** The probability of each level, given a score and its standard error. */
public final class LevelProbabilities {
  /** The normal quantile of a 90 % interval, about 1.645. */
  public static final double Z_90 = new NormalDistribution().inverseCumulativeProbability(0.95);

  /** So many standard errors away from a cut, the rest is lost in the precision of 1. */
  private static final double CERTAIN = 9;

  private LevelProbabilities() {}

  /**
   * P(level) for each level from 0, with the true score normal around the score: differences of Φ.
   *
   * @param error standard error; 0: the level is certain
   * @param cuts the least scores of the levels from 1, rising
   * @return one probability more than there are cuts; they add up to 1
   */
  public static double[] of(double score, double error, double[] cuts) {
    double[] probabilities = new double[cuts.length + 1];
    double below = 0;
    for (int level = 0; level < cuts.length; level++) {
      double next = below(cuts[level], score, error);
      probabilities[level] = next - below;
      below = next;
    }
    probabilities[cuts.length] = 1 - below;
    return probabilities;
  }

  /** The probability that the true score is below a cut. */
  static double below(double cut, double score, double error) {
    if (error == 0) {
      return score < cut ? 1 : 0;
    }
    double away = (cut - score) / error;
    if (Math.abs(away) > CERTAIN) {
      return away > 0 ? 1 : 0;
    }
    return StandardNormal.below(away);
  }

  /** Whether a cut lies in the 90 % interval: one more juror could change the level. */
  public static boolean isBorderline(double score, double error, double[] cuts) {
    for (double cut : cuts) {
      if (Math.abs(score - cut) < Z_90 * error) {
        return true;
      }
    }
    return false;
  }
}
