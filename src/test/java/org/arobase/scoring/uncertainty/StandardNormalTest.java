package org.arobase.scoring.uncertainty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.hipparchus.special.Erf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Φ against published values and against a second, slower implementation. */
class StandardNormalTest {
  /** Abramowitz and Stegun, Handbook of Mathematical Functions, table 26.1. */
  @ParameterizedTest
  @CsvSource({
    "0, 0.5",
    "0.5, 0.691462461274013",
    "1, 0.841344746068543",
    "1.96, 0.975002104851780",
    "3, 0.998650101968370",
    "-1, 0.158655253931457"
  })
  void agreesWithThePublishedTable(double z, double published) {
    assertEquals(published, StandardNormal.below(z), 1e-14);
  }

  @Test
  void agreesWithHipparchusInEachOfItsRanges() {
    for (double x = -6; x <= 26; x += 0.0037) {
      double other = Erf.erfc(x);
      double own = StandardNormal.erfc(x);
      // the other one loses digits in its continued fraction, far out in the tail
      double allowed = (x < 6 ? 1e-14 : 2e-13) * other;
      assertTrue(Math.abs(own - other) <= allowed, "erfc(" + x + ") " + own + " " + other);
    }
  }

  @Test
  void endsAtNothingAndEverything() {
    assertEquals(0, StandardNormal.below(Double.NEGATIVE_INFINITY));
    assertEquals(1, StandardNormal.below(Double.POSITIVE_INFINITY));
    assertTrue(Double.isNaN(StandardNormal.below(Double.NaN)));
  }
}
