package org.arobase.scoring.decimal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Decimal arithmetic: sums and products are exact, a quotient keeps 34 digits, HALF_UP. */
public final class Decimals {
  private static final MathContext CONTEXT = new MathContext(34, RoundingMode.HALF_UP);

  private static final MathContext OF_DOUBLES = new MathContext(12, RoundingMode.HALF_UP);

  private Decimals() {}

  /** The quotient, to 34 significant digits. */
  public static BigDecimal divide(BigDecimal dividend, BigDecimal divisor) {
    return dividend.divide(divisor, CONTEXT);
  }

  /** The exact sum; 0 without values. */
  public static BigDecimal sum(Collection<BigDecimal> values) {
    return values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** The mean of one value or more. */
  public static BigDecimal mean(Collection<BigDecimal> values) {
    return divide(sum(values), BigDecimal.valueOf(values.size()));
  }

  /** Rounds HALF_UP to so many digits after the point; null leaves the value as it is. */
  public static BigDecimal round(BigDecimal value, @Nullable Integer digits) {
    return digits == null ? value : value.setScale(digits, RoundingMode.HALF_UP);
  }

  /**
   * A result of double precision as a decimal, to the 12 significant digits that are shown and
   * rounded further.
   */
  public static BigDecimal ofDouble(double value) {
    return new BigDecimal(value).round(OF_DOUBLES).stripTrailingZeros();
  }

  /**
   * A score from double precision as a decimal, to 12 significant digits. It is clipped to 0 to 1,
   * because corrections can move it slightly outside.
   */
  public static BigDecimal ofUnit(double value) {
    return ofDouble(Math.min(1, Math.max(0, value)));
  }
}
