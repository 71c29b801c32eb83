package org.arobase.scoring.hierarchy;

import java.math.BigDecimal;
import java.util.List;
import org.arobase.scoring.decimal.Decimals;

/** A rule that combines several values into one. */
@FunctionalInterface
public interface Aggregation {

  /**
   * Aggregates the values that are present.
   *
   * @param present at least one value with its weight
   * @param unknown number of siblings that should have a value and have none (missing or abstained)
   */
  Aggregate of(List<Weighted> present, int unknown);

  /**
   * A value and its weight.
   *
   * @param weight above 0
   */
  record Weighted(BigDecimal value, BigDecimal weight) {}

  /**
   * A result with the contribution of each value.
   *
   * @param value the result
   * @param contributions one for each value given, in the same order; they add up to the result
   */
  record Aggregate(BigDecimal value, List<BigDecimal> contributions) {
    static Aggregate ofSum(List<BigDecimal> contributions) {
      return new Aggregate(Decimals.sum(contributions), contributions);
    }
  }
}
