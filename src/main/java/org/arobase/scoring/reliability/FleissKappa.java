package org.arobase.scoring.reliability;

/**
 * Fleiss' kappa of dossiers that all have the same number of values (Fleiss 1971).
 *
 * @param kappa at most 1; NaN when only one category is used
 * @param z kappa over its standard error without agreement (Fleiss, Levin and Paik 2003)
 * @param category the kappa of each category against all others; NaN for a category that is never
 *     used
 */
public record FleissKappa(double kappa, double z, double[] category) {

  /**
   * Computes the coefficient.
   *
   * @param counts one row per dossier: the number of jurors who chose each category
   * @throws IllegalArgumentException when the rows have different sums, or a sum below 2
   */
  public static FleissKappa of(int[][] counts) {
    int n = counts.length;
    int categories = counts[0].length;
    double m = sum(counts[0]);
    double[] disagreeing = new double[categories];
    double[] share = new double[categories];
    for (int[] row : counts) {
      if (sum(row) != m || m < 2) {
        throw new IllegalArgumentException("Every dossier needs the same number of jurors");
      }
      for (int c = 0; c < categories; c++) {
        share[c] += row[c] / (n * m);
        disagreeing[c] += row[c] * (m - row[c]);
      }
    }
    double observed = 0;
    double expected = 0;
    double third = 0;
    double[] kappas = new double[categories];
    for (int c = 0; c < categories; c++) {
      double pq = share[c] * (1 - share[c]);
      observed += disagreeing[c] / (n * m * (m - 1));
      expected += pq;
      third += pq * (1 - 2 * share[c]);
      kappas[c] = pq > 0 ? 1 - disagreeing[c] / (n * m * (m - 1) * pq) : Double.NaN;
    }
    if (!(expected > 0)) {
      return new FleissKappa(Double.NaN, Double.NaN, kappas);
    }
    double kappa = 1 - observed / expected;
    double variance = 2 / (n * m * (m - 1)) * (expected * expected - third) / (expected * expected);
    return new FleissKappa(kappa, kappa / Math.sqrt(variance), kappas);
  }

  private static int sum(int[] row) {
    int sum = 0;
    for (int count : row) {
      sum += count;
    }
    return sum;
  }
}
