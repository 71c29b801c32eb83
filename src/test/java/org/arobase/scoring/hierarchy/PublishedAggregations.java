package org.arobase.scoring.hierarchy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.arobase.scoring.decimal.Decimals;
import org.arobase.scoring.hierarchy.Aggregation.Aggregate;
import org.arobase.scoring.hierarchy.Aggregation.Weighted;

/** Aggregation rules that only published cases need; no policy offers them. */
public final class PublishedAggregations {
  /** A geometric mean needs floating point; this many digits are the same on every machine. */
  private static final int GEOMETRIC_DIGITS = 12;

  private PublishedAggregations() {}

  /** Σ w·v, for scores that add up, such as a protocol of the ISU. */
  public static Aggregate weightedSum(List<Weighted> present, int unknown) {
    return Aggregate.ofSum(present.stream().map(p -> p.value().multiply(p.weight())).toList());
  }

  /**
   * (Π v^w)^(1/Σ w): partially compensatory, one zero makes it zero (UNDP, HDR 2020, technical note
   * 1). A product has no additive parts, so a contribution is the result times the value's share of
   * the weights.
   *
   * @throws IllegalArgumentException for a negative value
   */
  public static Aggregate geometricMean(List<Weighted> present, int unknown) {
    double total = 0;
    double logarithms = 0;
    for (Weighted p : present) {
      if (p.value().signum() < 0) {
        throw new IllegalArgumentException("A geometric mean needs values of 0 or more");
      }
      total += p.weight().doubleValue();
      logarithms += p.weight().doubleValue() * StrictMath.log(p.value().doubleValue());
    }
    BigDecimal value =
        BigDecimal.valueOf(StrictMath.exp(logarithms / total))
            .setScale(GEOMETRIC_DIGITS, RoundingMode.HALF_UP);
    BigDecimal weight = BigDecimal.valueOf(total);
    return new Aggregate(
        value,
        present.stream().map(p -> Decimals.divide(value.multiply(p.weight()), weight)).toList());
  }

  /**
   * Mean without the k highest and the k lowest values, as in an ISU panel (k = 1, not weighted).
   *
   * @param k how many to drop at each end; more than 2k values must be present
   */
  public static Aggregation trimmedMean(int k) {
    return (present, unknown) -> {
      List<Integer> order =
          IntStream.range(0, present.size())
              .boxed()
              .sorted(Comparator.comparing((Integer i) -> present.get(i).value()))
              .toList();
      if (order.size() <= 2 * k) {
        throw new IllegalArgumentException("Nothing is left of " + order.size() + " values");
      }
      Set<Integer> kept = Set.copyOf(order.subList(k, order.size() - k));
      return Aggregations.over(present, kept, kept.size());
    };
  }
}
