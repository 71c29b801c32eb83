package org.arobase.scoring.uncertainty;

import java.util.Random;

/**
 * Random numbers that follow a gamma distribution; divided by their sum they follow Dirichlet's.
 */
public final class GammaVariates {
  private GammaVariates() {}

  /** A gamma variate of this shape (Marsaglia and Tsang 2000). */
  public static double draw(double shape, Random random) {
    if (shape < 1) {
      double boost = StrictMath.pow(1 - random.nextDouble(), 1 / shape);
      return boost * draw(shape + 1, random);
    }
    double d = shape - 1.0 / 3;
    double c = 1 / Math.sqrt(9 * d);
    while (true) {
      double x = random.nextGaussian();
      double v = 1 + c * x;
      double cubed = v * v * v;
      double u = 1 - random.nextDouble();
      if (v > 0 && StrictMath.log(u) < x * x / 2 + d - d * cubed + d * StrictMath.log(cubed)) {
        return d * cubed;
      }
    }
  }
}
