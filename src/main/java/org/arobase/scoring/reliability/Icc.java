package org.arobase.scoring.reliability;

import org.hipparchus.distribution.continuous.FDistribution;

/**
 * Intraclass correlations of a complete table of n dossiers by k jurors (Shrout and Fleiss 1979;
 * intervals of McGraw and Wong 1996). An estimate can be negative, and is not clipped.
 *
 * @param bms mean square between dossiers
 * @param jms mean square between jurors
 * @param ems mean square of the residual
 * @param wms mean square within dossiers
 * @param oneWay ICC(1,1): other jurors for each dossier
 * @param agreement ICC(2,1): jurors random, their severities count as error
 * @param consistency ICC(3,1): jurors fixed, their severities do not count
 */
public record Icc(
    double bms,
    double jms,
    double ems,
    double wms,
    Estimate oneWay,
    Estimate agreement,
    Estimate consistency) {

  /**
   * A coefficient with its intervals.
   *
   * @param single reliability of one juror
   * @param lower lower end of its interval
   * @param upper upper end of its interval
   * @param average reliability of the mean of k jurors
   * @param averageLower lower end of its interval
   * @param averageUpper upper end of its interval
   */
  public record Estimate(
      double single,
      double lower,
      double upper,
      double average,
      double averageLower,
      double averageUpper) {}

  /**
   * Computes the six forms.
   *
   * @param ratings one row per dossier, one column per juror; at least two rows and two columns,
   *     none missing
   * @param confidence level of the intervals, for example 0.95
   * @throws IllegalArgumentException with fewer than two rows or two columns
   */
  public static Icc of(double[][] ratings, double confidence) {
    int n = ratings.length;
    int k = ratings[0].length;
    if (n < 2 || k < 2) {
      throw new IllegalArgumentException("Two dossiers and two jurors at least");
    }
    Squares s = squares(ratings);
    double tail = 1 - (1 - confidence) / 2;
    return new Icc(
        s.bms,
        s.jms,
        s.ems,
        s.wms,
        ofRatio(s.bms, s.wms, n, k, n * (k - 1.0), tail),
        agreement(s, n, k, tail),
        ofRatio(s.bms, s.ems, n, k, (n - 1.0) * (k - 1.0), tail));
  }

  private record Squares(double bms, double jms, double ems, double wms) {}

  private static Squares squares(double[][] y) {
    int n = y.length;
    int k = y[0].length;
    double[] row = new double[n];
    double[] column = new double[k];
    double grand = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < k; j++) {
        row[i] += y[i][j] / k;
        column[j] += y[i][j] / n;
        grand += y[i][j] / (n * k);
      }
    }
    double between = 0;
    double within = 0;
    double jurors = 0;
    for (int i = 0; i < n; i++) {
      between += k * (row[i] - grand) * (row[i] - grand);
      for (int j = 0; j < k; j++) {
        within += (y[i][j] - row[i]) * (y[i][j] - row[i]);
      }
    }
    for (int j = 0; j < k; j++) {
      jurors += n * (column[j] - grand) * (column[j] - grand);
    }
    return new Squares(
        between / (n - 1),
        jurors / (k - 1),
        (within - jurors) / ((n - 1.0) * (k - 1.0)),
        within / (n * (k - 1.0)));
  }

  /** ICC(1) and ICC(3) are functions of one ratio of mean squares. */
  private static Estimate ofRatio(
      double between, double error, int n, int k, double freedom, double tail) {
    double f = between / error;
    double low = f / quantile(n - 1, freedom, tail);
    double high = f * quantile(freedom, n - 1, tail);
    return new Estimate(
        (f - 1) / (f + k - 1),
        (low - 1) / (low + k - 1),
        (high - 1) / (high + k - 1),
        1 - 1 / f,
        1 - 1 / low,
        1 - 1 / high);
  }

  private static Estimate agreement(Squares s, int n, int k, double tail) {
    double rest = k * s.jms + ((double) k * n - k - n) * s.ems;
    double icc = (s.bms - s.ems) / (s.bms + (k - 1) * s.ems + k * (s.jms - s.ems) / n);
    double f = s.jms / s.ems;
    double a = k * icc * f + n * (1 + (k - 1) * icc) - k * icc;
    double b = n * (1 + (k - 1) * icc) - k * icc;
    double freedom =
        (k - 1.0) * (n - 1.0) * a * a / ((n - 1.0) * k * k * icc * icc * f * f + b * b);
    double up = quantile(n - 1, freedom, tail);
    double down = quantile(freedom, n - 1, tail);
    double low = n * (s.bms - up * s.ems) / (up * rest + n * s.bms);
    double high = n * (down * s.bms - s.ems) / (rest + n * down * s.bms);
    double average = (s.bms - s.ems) / (s.bms + (s.jms - s.ems) / n);
    return new Estimate(icc, low, high, average, ofMean(low, k), ofMean(high, k));
  }

  /** Spearman and Brown: the reliability of the mean of k jurors. */
  private static double ofMean(double single, int k) {
    return k * single / (1 + (k - 1) * single);
  }

  private static double quantile(double numerator, double denominator, double p) {
    boolean usable = numerator > 0 && denominator > 0;
    return usable
        ? new FDistribution(numerator, denominator).inverseCumulativeProbability(p)
        : Double.NaN;
  }

  /**
   * Reliability of the mean of k jurors in any design, from variance components. The juror's
   * variance is part of the error of a raw mean, but not of a mean of corrected scores.
   *
   * @param dossier s²_t
   * @param juror s²_b; 0 after correction
   * @param residual s²_e
   * @param jurors k, which may be the harmonic mean of the numbers of jurors
   */
  public static double ofComponents(double dossier, double juror, double residual, double jurors) {
    return dossier / (dossier + (juror + residual) / jurors);
  }
}
