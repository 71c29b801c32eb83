package org.arobase.scoring.panel;

import java.util.Arrays;

/** Robust estimates of location (Huber 1964; Hodges and Lehmann 1963). */
public final class Location {
  /** Scales the MAD so that it estimates the standard deviation of normal errors. */
  private static final double CONSISTENCY = 1.4826;

  static final double PRECISION = 1e-12;
  static final int MOST_STEPS = 10_000;

  private Location() {}

  /**
   * A location with its scale.
   *
   * @param scale scale of the errors; 0 when more than half of the sample is equal, and the
   *     location is then the median
   */
  public record Estimate(double location, double scale) {}

  /** The middle value, or the mean of the two middle values. */
  public static double median(double[] sample) {
    double[] sorted = sample.clone();
    Arrays.sort(sorted);
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }

  /** The median absolute deviation from the median, times 1.4826. */
  public static double mad(double[] sample) {
    double median = median(sample);
    return CONSISTENCY * median(Arrays.stream(sample).map(x -> Math.abs(x - median)).toArray());
  }

  /**
   * Huber's M-estimate with the scale fixed at the MAD: Σ ψ_k((x - μ) / s) = 0.
   *
   * @param k number of scales from the location at which a value begins to lose weight, for example
   *     1.5
   */
  public static Estimate huber(double[] sample, double k) {
    double scale = mad(sample);
    double location = median(sample);
    for (int step = 0; step < MOST_STEPS && scale > 0; step++) {
      double next = mean(clipped(sample, location, k * scale));
      boolean settled = Math.abs(next - location) <= PRECISION * scale;
      location = next;
      if (settled) {
        break;
      }
    }
    return new Estimate(location, scale);
  }

  /** The median of the means of all pairs, including each value paired with itself. */
  public static double hodgesLehmann(double[] sample) {
    double[] means = new double[sample.length * (sample.length + 1) / 2];
    int next = 0;
    for (int i = 0; i < sample.length; i++) {
      for (int j = i; j < sample.length; j++) {
        means[next++] = (sample[i] + sample[j]) / 2;
      }
    }
    return median(means);
  }

  static double[] clipped(double[] sample, double middle, double reach) {
    return Arrays.stream(sample)
        .map(x -> Math.min(Math.max(x, middle - reach), middle + reach))
        .toArray();
  }

  /** Adds in a fixed order; streams of doubles would use compensated summation. */
  static double mean(double[] sample) {
    double sum = 0;
    for (double x : sample) {
      sum += x;
    }
    return sum / sample.length;
  }
}
