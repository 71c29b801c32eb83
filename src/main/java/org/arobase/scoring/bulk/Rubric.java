package org.arobase.scoring.bulk;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.arobase.scoring.Grid.Criterion;
import org.arobase.scoring.Grid.Issue;
import org.arobase.scoring.Mark;
import org.arobase.scoring.Policy;
import org.arobase.scoring.Scale;
import org.jspecify.annotations.Nullable;

/**
 * Framework and policy in numbers. A mark is a code: {@link #MISSING}, {@link #NOT_APPLICABLE},
 * {@link #ABSTAINED}, or {@link #FIRST} plus the number of steps above the scale's minimum.
 */
public final class Rubric {
  public static final char MISSING = 0;
  public static final char NOT_APPLICABLE = 1;
  public static final char ABSTAINED = 2;
  public static final char FIRST = 3;

  /** Codes stay below the surrogates, so that each is a character by itself. */
  private static final int MOST_CODES = Character.MIN_SURROGATE;

  final Policy policy;
  final List<Criterion> criteria;
  final List<List<Issue>> strata;

  /** Codes per criterion in the tables; those of criterion c begin at c times this. */
  final int stride;

  /** Weight times normalised value of each code. */
  final double[] product;

  /** {@link #product} over the weight of all criteria; NaN for a code without a value. */
  final double[] share;

  final double[] weight;

  /**
   * Compiles framework and policy.
   *
   * @param criteria every criterion; at least one has a weight above 0
   * @param strata every issue of the framework for each stratum, always in the same order
   * @throws IllegalArgumentException when no criterion has a weight, or a scale has more than
   *     55,000 steps
   */
  public Rubric(List<Criterion> criteria, List<List<Issue>> strata, Policy policy) {
    this.criteria = List.copyOf(criteria);
    this.strata = List.copyOf(strata);
    this.policy = policy;
    this.weight = criteria.stream().mapToDouble(c -> c.weight().doubleValue()).toArray();
    this.stride = FIRST + criteria.stream().mapToInt(c -> marks(c.scale())).max().orElse(0);
    this.product = new double[criteria.size() * stride];
    this.share = new double[product.length];
    double total = 0;
    for (double w : weight) {
      total += w;
    }
    if (!(total > 0)) {
      throw new IllegalArgumentException("No criterion has a weight");
    }
    for (int c = 0; c < weight.length; c++) {
      tabulate(c, total);
    }
  }

  private void tabulate(int criterion, double total) {
    Scale scale = criteria.get(criterion).scale();
    Arrays.fill(share, criterion * stride, criterion * stride + FIRST, Double.NaN);
    for (int step = 0; step < marks(scale); step++) {
      double normalised = scale.normalise(value(scale, step)).doubleValue();
      int place = criterion * stride + FIRST + step;
      product[place] = weight[criterion] * normalised;
      share[place] = product[place] / total;
    }
  }

  private static int marks(Scale scale) {
    BigDecimal steps =
        scale.maximum().subtract(scale.minimum()).divideToIntegralValue(scale.step());
    if (steps.compareTo(BigDecimal.valueOf(MOST_CODES - FIRST)) >= 0) {
      throw new IllegalArgumentException("A scale has too many steps: " + steps);
    }
    return 1 + steps.intValue();
  }

  private static BigDecimal value(Scale scale, int steps) {
    return scale.minimum().add(scale.step().multiply(BigDecimal.valueOf(steps)));
  }

  /** This rubric with other weights. */
  public Rubric with(UnaryOperator<Criterion> criterion, UnaryOperator<Issue> issue) {
    return new Rubric(
        criteria.stream().map(criterion).toList(),
        strata.stream().map(issues -> issues.stream().map(issue).toList()).toList(),
        policy);
  }

  /** The weight of each criterion by its code. */
  public SortedMap<String, BigDecimal> criterionWeights() {
    SortedMap<String, BigDecimal> weights = new TreeMap<>();
    criteria.forEach(c -> weights.put(c.code(), c.weight()));
    return weights;
  }

  /** The weight of each issue by its code; all strata have the same weights. */
  public SortedMap<String, BigDecimal> issueWeights() {
    SortedMap<String, BigDecimal> weights = new TreeMap<>();
    strata.get(0).forEach(i -> weights.put(i.code(), i.weight()));
    return weights;
  }

  /** The number of criteria that an initiative is marked on. */
  public int criteria() {
    return weight.length;
  }

  /**
   * The code of a mark.
   *
   * @param criterion the criterion's number
   * @throws IllegalArgumentException when the value is not on the criterion's scale
   */
  public char code(int criterion, Mark mark) {
    return switch (mark.state()) {
      case NOT_APPLICABLE -> NOT_APPLICABLE;
      case ABSTAINED -> ABSTAINED;
      case MARKED -> code(criteria.get(criterion).scale(), mark.value());
    };
  }

  private static char code(Scale scale, BigDecimal value) {
    if (!scale.contains(value) || !scale.onStep(value)) {
      throw new IllegalArgumentException(value + " is not on the scale");
    }
    return (char) (FIRST + value.subtract(scale.minimum()).divide(scale.step()).intValueExact());
  }

  /** The mark of a code; null for {@link #MISSING}. */
  @Nullable Mark mark(int criterion, char code) {
    return switch (code) {
      case MISSING -> null;
      case NOT_APPLICABLE -> Mark.notApplicable();
      case ABSTAINED -> Mark.abstained();
      default -> Mark.of(value(criteria.get(criterion).scale(), code - FIRST).stripTrailingZeros());
    };
  }
}
