package org.arobase.scoring.reliability;

import java.util.Map;
import java.util.TreeMap;

/**
 * Krippendorff's alpha: 1 - observed over expected disagreement, on the coincidences of values
 * (Krippendorff 2011). Any value may be missing; a dossier with fewer than two values is left out.
 */
public final class Krippendorff {
  /** A spread below this share of the squares is only the rounding of equal values. */
  private static final double SAME = 1e-12;

  private Krippendorff() {}

  /** The distance between two values. */
  public enum Metric {
    NOMINAL,
    ORDINAL,
    INTERVAL,
    RATIO
  }

  /**
   * Computes the coefficient.
   *
   * @param units one row per dossier: its values by juror; NaN: none
   * @return at most 1; NaN when no two values can be compared or all are equal
   */
  public static double alpha(double[][] units, Metric metric) {
    if (metric == Metric.INTERVAL) {
      return interval(units);
    }
    Map<Double, Double> marginals = new TreeMap<>();
    for (double[] unit : units) {
      if (present(unit) >= 2) {
        for (double value : unit) {
          if (!Double.isNaN(value)) {
            marginals.merge(value, 1.0, Double::sum);
          }
        }
      }
    }
    double[] values = marginals.keySet().stream().mapToDouble(v -> v).toArray();
    double[] counts = marginals.values().stream().mapToDouble(c -> c).toArray();
    double[][] distance = distances(values, counts, metric);
    double total = 0;
    for (double count : counts) {
      total += count;
    }
    double expected = expected(counts, distance) / (total - 1);
    return expected > 0 ? 1 - observed(units, values, distance) / expected : Double.NaN;
  }

  /** Sums of squared differences follow from sums of squares, without a table of values. */
  private static double interval(double[][] units) {
    double count = 0;
    double sum = 0;
    double squares = 0;
    double observed = 0;
    for (double[] unit : units) {
      double n = present(unit);
      if (n >= 2) {
        double own = sum(unit, 1);
        double ownSquares = sum(unit, 2);
        count += n;
        sum += own;
        squares += ownSquares;
        observed += Math.max(0, ownSquares - own * own / n) * n / (n - 1);
      }
    }
    double expected = (squares - sum * sum / count) * count / (count - 1);
    return expected > SAME * squares ? 1 - observed / expected : Double.NaN;
  }

  private static double sum(double[] unit, int power) {
    double sum = 0;
    for (double value : unit) {
      sum += Double.isNaN(value) ? 0 : power == 1 ? value : value * value;
    }
    return sum;
  }

  private static int present(double[] unit) {
    int present = 0;
    for (double value : unit) {
      present += Double.isNaN(value) ? 0 : 1;
    }
    return present;
  }

  private static double expected(double[] counts, double[][] distance) {
    double sum = 0;
    for (int c = 0; c < counts.length; c++) {
      for (int k = 0; k < counts.length; k++) {
        sum += counts[c] * counts[k] * distance[c][k];
      }
    }
    return sum;
  }

  private static double observed(double[][] units, double[] values, double[][] distance) {
    double sum = 0;
    for (double[] unit : units) {
      int present = present(unit);
      double[] counts = counts(unit, values);
      if (present >= 2) {
        sum += expected(counts, distance) / (present - 1);
      }
    }
    return sum;
  }

  private static double[] counts(double[] unit, double[] values) {
    double[] counts = new double[values.length];
    for (double value : unit) {
      for (int v = 0; v < values.length; v++) {
        counts[v] += values[v] == value ? 1 : 0;
      }
    }
    return counts;
  }

  private static double[][] distances(double[] values, double[] counts, Metric metric) {
    double[][] distance = new double[values.length][values.length];
    for (int c = 0; c < values.length; c++) {
      for (int k = 0; k < c; k++) {
        distance[c][k] = distance(values, counts, k, c, metric);
        distance[k][c] = distance[c][k];
      }
    }
    return distance;
  }

  private static double distance(
      double[] values, double[] counts, int low, int high, Metric metric) {
    double difference =
        switch (metric) {
          case NOMINAL -> 1;
          case ORDINAL -> between(counts, low, high);
          case INTERVAL -> values[high] - values[low];
          case RATIO -> (values[high] - values[low]) / (values[high] + values[low]);
        };
    return difference * difference;
  }

  /** The number of values from one to the other. Both ends count half. */
  private static double between(double[] counts, int low, int high) {
    double sum = -(counts[low] + counts[high]) / 2;
    for (int g = low; g <= high; g++) {
      sum += counts[g];
    }
    return sum;
  }
}
