package org.arobase.scoring.uncertainty;

import java.util.Arrays;
import java.util.Random;

/**
 * How a comparison of two dossiers depends on uncertain weights (OECD/JRC 2008, step 7; SMAA,
 * Lahdelma and Salminen 2001).
 */
public final class WeightSensitivity {
  /** Nodes closer than this count as one node. */
  private static final double SAME = 1e-9;

  private WeightSensitivity() {}

  /**
   * P(a beats b) over weights that are uniform on the simplex, in closed form: the divided
   * difference of max(x, 0)^(K-1) at the K differences (Curry and Schoenberg 1966).
   *
   * @param a scores by criterion, two or more
   * @param b scores by the same criteria
   */
  public static double uniform(double[] a, double[] b) {
    double[] nodes = new double[a.length];
    for (int k = 0; k < a.length; k++) {
      nodes[k] = a[k] - b[k];
    }
    Arrays.sort(nodes);
    int power = nodes.length - 1;
    double[] table = new double[nodes.length];
    for (int k = 0; k < nodes.length; k++) {
      table[k] = StrictMath.pow(Math.max(nodes[k], 0), power);
    }
    double factor = 1;
    for (int order = 1; order < nodes.length; order++) {
      factor *= (power - order + 1.0) / order;
      for (int k = 0; k < nodes.length - order; k++) {
        double width = nodes[k + order] - nodes[k];
        table[k] =
            width > SAME
                ? (table[k + 1] - table[k]) / width
                : factor * derivative(nodes[k], power - order);
      }
    }
    return table[0];
  }

  private static double derivative(double node, int power) {
    return node > 0 ? StrictMath.pow(node, power) : 0;
  }

  /**
   * P(a beats b) by drawing weights from a Dirichlet distribution around given weights.
   *
   * @param weights parameters of the distribution, above 0; larger numbers with the same shares are
   *     drawn closer
   * @param draws number of draws
   * @param seed the same seed gives the same result
   */
  public static double dirichlet(double[] a, double[] b, double[] weights, int draws, long seed) {
    Random random = new Random(seed);
    int won = 0;
    for (int draw = 0; draw < draws; draw++) {
      double difference = 0;
      for (int k = 0; k < a.length; k++) {
        difference += GammaVariates.draw(weights[k], random) * (a[k] - b[k]);
      }
      won += difference > 0 ? 1 : 0;
    }
    return (double) won / draws;
  }
}
