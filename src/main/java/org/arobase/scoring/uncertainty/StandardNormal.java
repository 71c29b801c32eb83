package org.arobase.scoring.uncertainty;

import org.hipparchus.util.FastMath;

/**
 * The distribution function of the standard normal distribution, by the rational approximations of
 * W. J. Cody (Rational Chebyshev approximations for the error function, Mathematics of Computation
 * 23, 1969). The relative error is below 1e-14, and every JDK gives the same bits.
 */
public final class StandardNormal {
  private static final double ROOT_HALF = Math.sqrt(0.5);
  private static final double ONE_OVER_ROOT_PI = 1 / Math.sqrt(Math.PI);

  /** Up to here erf is approximated, from here on erfc. */
  private static final double SMALL = 0.46875;

  private static final double LARGE = 4;

  /** From here on erfc is 0 in double precision. */
  private static final double LARGEST = 26.5;

  /** exp(-x²) is computed in two parts, split at a multiple of this, or its error grows with x². */
  private static final double SIXTEENTH = 0.0625;

  private static final double[] SMALL_OVER = {
    1.85777706184603153e-1,
    3.16112374387056560,
    1.13864154151050156e2,
    3.77485237685302021e2,
    3.20937758913846947e3
  };
  private static final double[] SMALL_UNDER = {
    1, 2.36012909523441209e1, 2.44024637934444173e2, 1.28261652607737228e3, 2.84423683343917062e3
  };
  private static final double[] MIDDLE_OVER = {
    2.15311535474403846e-8,
    5.64188496988670089e-1,
    8.88314979438837594,
    6.61191906371416295e1,
    2.98635138197400131e2,
    8.81952221241769090e2,
    1.71204761263407058e3,
    2.05107837782607147e3,
    1.23033935479799725e3
  };
  private static final double[] MIDDLE_UNDER = {
    1,
    1.57449261107098347e1,
    1.17693950891312499e2,
    5.37181101862009858e2,
    1.62138957456669019e3,
    3.29079923573345963e3,
    4.36261909014324716e3,
    3.43936767414372164e3,
    1.23033935480374942e3
  };
  private static final double[] LARGE_OVER = {
    1.63153871373020978e-2,
    3.05326634961232344e-1,
    3.60344899949804439e-1,
    1.25781726111229246e-1,
    1.60837851487422766e-2,
    6.58749161529837803e-4
  };
  private static final double[] LARGE_UNDER = {
    1,
    2.56852019228982242,
    1.87295284992346725,
    5.27905102951428412e-1,
    6.05183413124413191e-2,
    2.33520497626869185e-3
  };

  private StandardNormal() {}

  /** Φ(z), the probability of a value below z: 0 to 1; NaN for NaN. */
  public static double below(double z) {
    return 0.5 * erfc(-z * ROOT_HALF);
  }

  /** The complementary error function of x: 0 to 2. */
  static double erfc(double x) {
    double size = Math.abs(x);
    if (size <= SMALL) {
      double square = x * x;
      return 1 - x * ratio(square, SMALL_OVER, SMALL_UNDER);
    }
    double tail = tail(size);
    return x < 0 ? 2 - tail : tail;
  }

  private static double tail(double size) {
    if (size > LARGEST) {
      return 0;
    }
    if (size <= LARGE) {
      return expOfMinusSquare(size) * ratio(size, MIDDLE_OVER, MIDDLE_UNDER);
    }
    double square = 1 / (size * size);
    double correction = square * ratio(square, LARGE_OVER, LARGE_UNDER);
    return expOfMinusSquare(size) * (ONE_OVER_ROOT_PI - correction) / size;
  }

  private static double expOfMinusSquare(double x) {
    double coarse = Math.floor(x / SIXTEENTH) * SIXTEENTH;
    double rest = (x - coarse) * (x + coarse);
    return FastMath.exp(-coarse * coarse) * FastMath.exp(-rest);
  }

  /** The quotient of two polynomials, given by their coefficients from the highest power down. */
  private static double ratio(double x, double[] over, double[] under) {
    double above = over[0];
    double below = under[0];
    for (int i = 1; i < over.length; i++) {
      above = above * x + over[i];
      below = below * x + under[i];
    }
    return above / below;
  }
}
