package org.arobase.scoring;

import java.math.BigDecimal;
import org.arobase.scoring.decimal.Decimals;

/**
 * The marks that a criterion allows: minimum, minimum + step, …, maximum.
 *
 * @param minimum the lowest mark
 * @param maximum the highest mark, above the minimum
 * @param step the distance of two marks, above 0; divides maximum - minimum
 */
public record Scale(BigDecimal minimum, BigDecimal maximum, BigDecimal step) {

  /**
   * @throws IllegalArgumentException when the maximum is not above the minimum, the step is not
   *     above 0, or the step does not divide the range
   */
  public Scale {
    if (maximum.compareTo(minimum) <= 0 || step.signum() <= 0) {
      throw new IllegalArgumentException("A scale needs minimum < maximum and step > 0");
    }
    if (maximum.subtract(minimum).remainder(step).signum() != 0) {
      throw new IllegalArgumentException("A scale's step must divide maximum - minimum");
    }
  }

  /** Whether the value lies between minimum and maximum, both allowed. */
  public boolean contains(BigDecimal value) {
    return value.compareTo(minimum) >= 0 && value.compareTo(maximum) <= 0;
  }

  /** Whether the value is the minimum plus a whole number of steps. */
  public boolean onStep(BigDecimal value) {
    return value.subtract(minimum).remainder(step).signum() == 0;
  }

  /** The mark on [0, 1]: (value - minimum) / (maximum - minimum). */
  public BigDecimal normalise(BigDecimal value) {
    return Decimals.divide(value.subtract(minimum), maximum.subtract(minimum));
  }
}
