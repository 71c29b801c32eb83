package org.arobase.scoring.bulk;

import org.jspecify.annotations.Nullable;

/**
 * Decimal rounding and comparison of binary numbers, as far as they can be trusted: a number that
 * is so near a tie or a bound that its last bits would decide makes the result doubtful.
 */
final class Rounded {
  /** Relative error of a few hundred operations, with much to spare. */
  private static final double NEAR = 1e-9;

  private boolean doubtful;

  /** A stage's rounding. */
  record Stage(boolean rounds, double scale) {
    static Stage of(@Nullable Integer digits) {
      return new Stage(digits != null, digits == null ? 1 : StrictMath.pow(10, digits));
    }
  }

  void begin() {
    doubtful = false;
  }

  boolean isDoubtful() {
    return doubtful;
  }

  double round(double value, Stage stage) {
    if (!stage.rounds) {
      return value;
    }
    double scaled = value * stage.scale;
    double whole = Math.floor(scaled);
    double rest = scaled - whole;
    doubtful |= Math.abs(rest - .5) < NEAR * Math.max(1, scaled);
    return (rest >= .5 ? whole + 1 : whole) / stage.scale;
  }

  boolean reaches(double value, double bound) {
    doubtful |= Math.abs(value - bound) < NEAR;
    return value >= bound;
  }
}
