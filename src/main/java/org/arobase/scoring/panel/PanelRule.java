package org.arobase.scoring.panel;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.arobase.scoring.decimal.Decimals;
import org.jspecify.annotations.Nullable;

/** How the jurors' scores of a dossier are combined into one. */
public enum PanelRule {
  MEAN,
  /** The mean without the highest and the lowest score, as in an ISU panel. */
  TRIMMED,
  /** The mean after the highest and the lowest score are replaced by their neighbours. */
  WINSORISED,
  MEDIAN,
  /** Huber's M-estimate, k = 1.5. */
  HUBER,
  /** The median of the means of all pairs. */
  HODGES_LEHMANN;

  /** The trimmed mean of three is the median, which loses a quarter of the information. */
  public static final int FEWEST_TO_TRIM = 4;

  private static final double HUBER_K = 1.5;
  private static final MathContext OF_DOUBLES = new MathContext(15, RoundingMode.HALF_UP);

  /**
   * The result of a rule.
   *
   * @param value the combined score; null when the rule refuses
   * @param noValue why the rule refuses; null when there is a value
   */
  public record Outcome(@Nullable BigDecimal value, @Nullable NoValue noValue) {}

  /** Why a rule gives no value. */
  public enum NoValue {
    NO_SCORE,
    /** Fewer than {@link #FEWEST_TO_TRIM} jurors. */
    TOO_FEW_TO_TRIM
  }

  /**
   * The variance of this rule's result over that of a mean, for four or more jurors with normal
   * errors. It is the largest ratio for any number of jurors, so a standard error is too large
   * rather than too small. For the median this is the limit π/2; for the others it is the value at
   * four jurors, by simulation.
   */
  public double varianceRatio() {
    return switch (this) {
      case MEAN -> 1;
      case TRIMMED, WINSORISED -> 1.2;
      case MEDIAN -> Math.PI / 2;
      case HUBER, HODGES_LEHMANN -> 1.1;
    };
  }

  /** Combines scores, which may come in any order. */
  public Outcome of(List<BigDecimal> scores) {
    if (scores.isEmpty()) {
      return new Outcome(null, NoValue.NO_SCORE);
    }
    if (this != MEAN && scores.size() < FEWEST_TO_TRIM) {
      return new Outcome(null, NoValue.TOO_FEW_TO_TRIM);
    }
    return new Outcome(value(scores.stream().sorted().toList()), null);
  }

  private BigDecimal value(List<BigDecimal> sorted) {
    int n = sorted.size();
    List<BigDecimal> inner = n >= FEWEST_TO_TRIM ? sorted.subList(1, n - 1) : sorted;
    return switch (this) {
      case MEAN -> Decimals.mean(sorted);
      case TRIMMED -> Decimals.mean(inner);
      case WINSORISED -> Decimals.mean(winsorised(inner));
      case MEDIAN -> Decimals.mean(List.of(sorted.get((n - 1) / 2), sorted.get(n / 2)));
      case HUBER -> decimal(Location.huber(doubles(sorted), HUBER_K).location());
      case HODGES_LEHMANN -> decimal(Location.hodgesLehmann(doubles(sorted)));
    };
  }

  private static List<BigDecimal> winsorised(List<BigDecimal> inner) {
    List<BigDecimal> all = new ArrayList<>(inner);
    all.add(inner.get(0));
    all.add(inner.get(inner.size() - 1));
    return all;
  }

  private static double[] doubles(List<BigDecimal> values) {
    return values.stream().mapToDouble(BigDecimal::doubleValue).toArray();
  }

  private static BigDecimal decimal(double value) {
    return new BigDecimal(value, OF_DOUBLES);
  }
}
