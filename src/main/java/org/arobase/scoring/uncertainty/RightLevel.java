package org.arobase.scoring.uncertainty;

/** How often a score with an error gives the level of the true score. */
public final class RightLevel {
  private static final int STEPS = 400;
  private static final double REACH = 5;

  private RightLevel() {}

  /**
   * The share of dossiers on their true level: over true scores θ ~ N(mean, spread²), the chance
   * that θ with a normal error stays on the level of θ, by Simpson's rule.
   *
   * @param error standard error of a score, 0 or more
   * @param cuts the least scores of the levels from 1, rising
   * @param mean mean of the true scores
   * @param spread standard deviation of the true scores, above 0
   * @return 0 to 1
   */
  public static double share(double error, double[] cuts, double mean, double spread) {
    double sum = 0;
    double weights = 0;
    for (int step = 0; step <= STEPS; step++) {
      double z = REACH * (2.0 * step / STEPS - 1);
      double simpson = step == 0 || step == STEPS ? 1 : step % 2 == 1 ? 4 : 2;
      double weight = simpson * Math.exp(-z * z / 2);
      sum += weight * stays(mean + z * spread, error, cuts);
      weights += weight;
    }
    return sum / weights;
  }

  private static double stays(double truth, double error, double[] cuts) {
    int level = 0;
    while (level < cuts.length && truth >= cuts[level]) {
      level++;
    }
    return LevelProbabilities.of(truth, error, cuts)[level];
  }
}
