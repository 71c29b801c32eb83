package org.arobase.scoring.hierarchy;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.arobase.scoring.decimal.Decimals;
import org.arobase.scoring.hierarchy.Aggregation.Aggregate;
import org.arobase.scoring.hierarchy.Aggregation.Weighted;

/** The aggregation rules of the engine. */
public final class Aggregations {
  private Aggregations() {}

  /** Σ w·v / Σ w: fully compensatory (OECD/JRC Handbook 2008, step 6). */
  public static Aggregate weightedMean(List<Weighted> present, int unknown) {
    BigDecimal total = Decimals.sum(present.stream().map(Weighted::weight).toList());
    List<BigDecimal> products = present.stream().map(p -> p.value().multiply(p.weight())).toList();
    return new Aggregate(
        Decimals.divide(Decimals.sum(products), total),
        products.stream().map(product -> Decimals.divide(product, total)).toList());
  }

  /**
   * The sum of the best n values over n. An empty place counts as zero; weights play no part. An
   * unknown value might have filled an empty place, so it removes that place instead of counting as
   * zero.
   *
   * @param expected n
   * @throws IllegalArgumentException when n is below 1
   */
  public static Aggregation bestOf(int expected) {
    if (expected < 1) {
      throw new IllegalArgumentException("BEST_OF_EXPECTED needs n of 1 or more");
    }
    return (present, unknown) -> {
      Set<Integer> best =
          IntStream.range(0, present.size())
              .boxed()
              .sorted(Comparator.comparing((Integer i) -> present.get(i).value()).reversed())
              .limit(expected)
              .collect(Collectors.toSet());
      return over(present, best, Math.max(best.size(), expected - unknown));
    };
  }

  /** The sum of the kept values over a number of places. The other values contribute 0. */
  static Aggregate over(List<Weighted> present, Set<Integer> kept, int number) {
    BigDecimal places = BigDecimal.valueOf(number);
    List<BigDecimal> counted =
        IntStream.range(0, present.size())
            .mapToObj(i -> kept.contains(i) ? present.get(i).value() : BigDecimal.ZERO)
            .toList();
    return new Aggregate(
        Decimals.divide(Decimals.sum(counted), places),
        counted.stream().map(value -> Decimals.divide(value, places)).toList());
  }
}
