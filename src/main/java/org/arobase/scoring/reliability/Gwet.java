package org.arobase.scoring.reliability;

import java.util.Arrays;

/**
 * Gwet's AC1 and AC2, which stay stable when almost all values are in one category (Gwet 2008,
 * 2014). A dossier with one value counts in the category shares, not in the agreement.
 *
 * @param coefficient at most 1; NaN when no dossier has two values, or there is one category
 * @param agreement observed weighted agreement, 0 to 1
 * @param chance weighted agreement expected by chance
 */
public record Gwet(double coefficient, double agreement, double chance) {

  /** How much two different categories agree. */
  public enum Weights {
    /** Not at all: AC1. */
    IDENTITY,
    /** Less in proportion to their distance: AC2. */
    LINEAR,
    /** Less in proportion to the square of their distance: AC2. */
    QUADRATIC
  }

  /**
   * Computes the coefficient.
   *
   * @param units one row per dossier: its values by juror; NaN: none
   * @param categories every value that could have been given, rising
   * @throws IllegalArgumentException when a value is not one of the categories
   */
  public static Gwet of(double[][] units, double[] categories, Weights weights) {
    int q = categories.length;
    double[][] w = weights(categories, weights);
    double[] used = new double[q];
    double agreement = 0;
    int pairs = 0;
    int rated = 0;
    for (double[] unit : units) {
      double[] counts = counts(unit, categories);
      double present = Arrays.stream(counts).sum();
      if (present > 0) {
        rated++;
        for (int c = 0; c < q; c++) {
          used[c] += counts[c] / present;
        }
      }
      if (present >= 2) {
        pairs++;
        agreement += agreement(counts, present, w);
      }
    }
    double observed = pairs == 0 || q < 2 ? Double.NaN : agreement / pairs;
    double chance = chance(used, rated, w);
    return new Gwet((observed - chance) / (1 - chance), observed, chance);
  }

  private static double agreement(double[] counts, double present, double[][] w) {
    double sum = 0;
    for (int c = 0; c < counts.length; c++) {
      double like = 0;
      for (int k = 0; k < counts.length; k++) {
        like += w[c][k] * counts[k];
      }
      sum += counts[c] * (like - 1);
    }
    return sum / (present * (present - 1));
  }

  private static double chance(double[] used, int rated, double[][] w) {
    double q = used.length;
    double sum = 0;
    for (double share : used) {
      sum += share / rated * (1 - share / rated);
    }
    double all = Arrays.stream(w).flatMapToDouble(Arrays::stream).sum();
    return all / (q * (q - 1)) * sum;
  }

  private static double[] counts(double[] unit, double[] categories) {
    double[] counts = new double[categories.length];
    for (double value : unit) {
      if (!Double.isNaN(value)) {
        int category = Arrays.binarySearch(categories, value);
        if (category < 0) {
          throw new IllegalArgumentException(value + " is none of the categories");
        }
        counts[category]++;
      }
    }
    return counts;
  }

  private static double[][] weights(double[] categories, Weights weights) {
    int q = categories.length;
    double range = categories[q - 1] - categories[0];
    double[][] w = new double[q][q];
    for (int c = 0; c < q; c++) {
      for (int k = 0; k < q; k++) {
        double apart = Math.abs(categories[c] - categories[k]) / range;
        w[c][k] =
            switch (weights) {
              case IDENTITY -> c == k ? 1 : 0;
              case LINEAR -> 1 - apart;
              case QUADRATIC -> 1 - apart * apart;
            };
      }
      w[c][c] = 1;
    }
    return w;
  }
}
