package org.arobase.scoring.reliability;

/** A statistic that only published cases need; the application does not show it. */
public final class JurorAgainstOthers {
  private JurorAgainstOthers() {}

  /**
   * Spearman's correlation of each juror's ranking with that of all others together; NaN when one
   * of them is flat.
   */
  public static double[] of(double[][] scores) {
    double[] correlations = new double[scores.length];
    for (int j = 0; j < scores.length; j++) {
      double[] others = new double[scores[0].length];
      for (int other = 0; other < scores.length; other++) {
        double[] ranks = KendallW.ranks(scores[other]);
        for (int i = 0; i < others.length; i++) {
          others[i] += other == j ? 0 : ranks[i];
        }
      }
      correlations[j] = correlation(KendallW.ranks(scores[j]), KendallW.ranks(others));
    }
    return correlations;
  }

  private static double correlation(double[] x, double[] y) {
    double middle = (x.length + 1) / 2.0;
    double xy = 0;
    double xx = 0;
    double yy = 0;
    for (int i = 0; i < x.length; i++) {
      xy += (x[i] - middle) * (y[i] - middle);
      xx += (x[i] - middle) * (x[i] - middle);
      yy += (y[i] - middle) * (y[i] - middle);
    }
    return xx > 0 && yy > 0 ? xy / Math.sqrt(xx * yy) : Double.NaN;
  }
}
