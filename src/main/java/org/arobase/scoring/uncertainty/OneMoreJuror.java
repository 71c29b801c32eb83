package org.arobase.scoring.uncertainty;

/** How much one more juror would add to the certainty of a dossier's level. */
public final class OneMoreJuror {
  private static final double REACH = 4;
  private static final int STEPS = 80;
  private static final double[] NODES = new double[STEPS + 1];
  private static final double[] WEIGHTS = new double[STEPS + 1];

  static {
    double total = 0;
    for (int k = 0; k <= STEPS; k++) {
      NODES[k] = -REACH + 2 * REACH * k / STEPS;
      WEIGHTS[k] = StrictMath.exp(-NODES[k] * NODES[k] / 2);
      total += WEIGHTS[k];
    }
    for (int k = 0; k <= STEPS; k++) {
      WEIGHTS[k] /= total;
    }
  }

  private OneMoreJuror() {}

  /**
   * The expected rise of the probability of the likeliest level. With one more score the standard
   * error falls to SE' with 1/SE'² = 1/SE² + 1/s², and the score moves by a normal step of variance
   * SE² - SE'²; the expectation is over that step.
   *
   * @param error the part of the score's standard error that more jurors reduce; 0: no gain
   * @param fixed the part that more jurors do not reduce, 0 or more
   * @param variance s² of one juror's score; 0: no gain
   * @param cuts the least scores of the levels from 1, rising
   * @return 0 to 1; dossiers with the largest gain come first for a second reading
   */
  public static double gain(
      double score, double error, double fixed, double variance, double[] cuts) {
    if (!(error > 0) || !(variance > 0)) {
      return 0;
    }
    double before = error * error;
    double after = 1 / (1 / before + 1 / variance);
    double step = Math.sqrt(before - after);
    double later = Math.sqrt(after + fixed * fixed);
    double expected = 0;
    for (int k = 0; k <= STEPS; k++) {
      expected += WEIGHTS[k] * likeliest(score + step * NODES[k], later, cuts);
    }
    return Math.max(0, expected - likeliest(score, Math.sqrt(before + fixed * fixed), cuts));
  }

  /** The largest of the levels' probabilities; see {@link LevelProbabilities#of}. */
  private static double likeliest(double score, double error, double[] cuts) {
    double largest = 0;
    double below = 0;
    for (double cut : cuts) {
      double next = LevelProbabilities.below(cut, score, error);
      largest = Math.max(largest, next - below);
      below = next;
    }
    return Math.max(largest, 1 - below);
  }
}
