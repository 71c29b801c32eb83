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

  /** A quotient. */
  public static BigDecimal divide(BigDecimal dividend, BigDecimal divisor) {
    return dividend.divide(divisor, CONTEXT);
  }

  /** An exact sum; 0 of nothing. */
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

  /** What double precision computed, in as many digits as are shown and rounded further. */
  public static BigDecimal ofDouble(double value) {
    return new BigDecimal(value).round(OF_DOUBLES).stripTrailingZeros();
  }

  /** The same of a score that a correction can move a little beyond 0 or 1. */
  public static BigDecimal ofUnit(double value) {
    return ofDouble(Math.min(1, Math.max(0, value)));
  }
}
