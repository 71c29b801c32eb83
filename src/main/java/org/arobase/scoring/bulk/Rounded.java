package org.arobase.scoring.bulk;

import org.jspecify.annotations.Nullable;

/**
 * Decimal rounding and comparison in double precision. A number so near a tie or a bound that its
 * last bits would decide makes the result doubtful.
 */
final class Rounded {
  /** Far above the relative error of a few hundred operations. */
  private static final double NEAR = 1e-9;

  private boolean doubtful;

  /** The rounding of a stage: whether it rounds, and 10 to the power of its digits. */
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
