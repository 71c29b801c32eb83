package org.arobase.scoring.uncertainty;

import java.util.Arrays;

/**
 * The bootstrap of a mean with every resample enumerated instead of drawn. It checks other methods
 * and shows why it is not used on a dossier's own jurors: three jurors give only ten resamples.
 *
 * @param mean mean of the sample
 * @param error standard error: the standard deviation over all resamples
 * @param resamples number of resamples that differ as multisets
 * @param levels P(level) over all resamples
 */
public record ExactBootstrap(double mean, double error, long resamples, double[] levels) {

  /**
   * Enumerates the resamples.
   *
   * @param sample 1 to 12 values
   * @param cuts the least means of the levels from 1, rising; may be empty
   * @throws IllegalArgumentException when the sample does not have 1 to 12 values
   */
  public static ExactBootstrap ofMean(double[] sample, double[] cuts) {
    if (sample.length < 1 || sample.length > 12) {
      throw new IllegalArgumentException("1 to 12 values can be enumerated");
    }
    Walk walk = new Walk(sample, cuts);
    walk.from(0, sample.length, 0, 1);
    double n = sample.length;
    double mean = Arrays.stream(sample).reduce(0, Double::sum) / n;
    double squares = Arrays.stream(sample).map(x -> (x - mean) * (x - mean)).reduce(0, Double::sum);
    return new ExactBootstrap(mean, Math.sqrt(squares) / n, walk.resamples, walk.levels);
  }

  /** Enumerates how often each value is drawn. */
  private static final class Walk {
    private final double[] sample;
    private final double[] cuts;
    private final double[] levels;
    private long resamples;

    Walk(double[] sample, double[] cuts) {
      this.sample = sample;
      this.cuts = cuts;
      this.levels = new double[cuts.length + 1];
    }

    /** The share is the multinomial probability of the values drawn so far. */
    void from(int value, int left, double sum, double share) {
      int n = sample.length;
      if (value == n - 1) {
        count((sum + left * sample[value]) / n, share * power(1.0 / n, left));
        return;
      }
      double ways = 1;
      for (int times = 0; times <= left; times++) {
        from(
            value + 1,
            left - times,
            sum + times * sample[value],
            share * ways * power(1.0 / n, times));
        ways = ways * (left - times) / (times + 1);
      }
    }

    private void count(double mean, double share) {
      resamples++;
      int level = 0;
      while (level < cuts.length && mean >= cuts[level]) {
        level++;
      }
      levels[level] += share;
    }

    private static double power(double base, int exponent) {
      double power = 1;
      for (int i = 0; i < exponent; i++) {
        power *= base;
      }
      return power;
    }
  }
}
