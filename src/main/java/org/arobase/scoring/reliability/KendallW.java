package org.arobase.scoring.reliability;

import java.util.stream.IntStream;
import org.hipparchus.distribution.continuous.ChiSquaredDistribution;

/**
 * Kendall's coefficient of concordance of jurors who all ranked the same dossiers: W = 12 S /
 * (m²(n³ - n) - m T) with T = Σ(t³ - t) over ties (Kendall and Babington Smith 1939).
 *
 * @param w 0 to 1, corrected for ties; NaN when every juror gives all dossiers the same score
 * @param uncorrected W without the correction for ties
 * @param chiSquare m (n - 1) w; inaccurate below seven dossiers
 * @param p probability that chance gives at least this concordance
 * @param rankSums sum of the ranks of each dossier
 */
public record KendallW(
    double w, double uncorrected, double chiSquare, double p, double[] rankSums) {

  /**
   * Computes the coefficient.
   *
   * @param scores one row per juror, one column per dossier, none missing; low scores rank first,
   *     ties share the mean of their ranks
   */
  public static KendallW of(double[][] scores) {
    int m = scores.length;
    int n = scores[0].length;
    double[] sums = new double[n];
    double ties = 0;
    for (double[] juror : scores) {
      double[] ranks = ranks(juror);
      for (int i = 0; i < n; i++) {
        sums[i] += ranks[i];
      }
      ties += ties(juror);
    }
    double squares = 0;
    for (double sum : sums) {
      double distance = sum - m * (n + 1) / 2.0;
      squares += distance * distance;
    }
    double cubes = (double) m * m * (Math.pow(n, 3) - n);
    double corrected = cubes - m * ties;
    double w = corrected > 0 ? 12 * squares / corrected : Double.NaN;
    double chiSquare = m * (n - 1) * w;
    double p =
        Double.isNaN(w)
            ? Double.NaN
            : 1 - new ChiSquaredDistribution(n - 1).cumulativeProbability(chiSquare);
    return new KendallW(w, 12 * squares / cubes, chiSquare, p, sums);
  }

  /** Ranks from 1, ties sharing their mean. */
  static double[] ranks(double[] values) {
    double[] ranks = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      double value = values[i];
      long below = IntStream.range(0, values.length).filter(k -> values[k] < value).count();
      long equal = IntStream.range(0, values.length).filter(k -> values[k] == value).count();
      ranks[i] = below + (equal + 1) / 2.0;
    }
    return ranks;
  }

  /** Each of t tied values adds t² - 1, so that a group of them adds t³ - t. */
  private static double ties(double[] values) {
    double sum = 0;
    for (double value : values) {
      double equal = IntStream.range(0, values.length).filter(k -> values[k] == value).count();
      sum += equal * equal - 1;
    }
    return sum;
  }
}
