package org.arobase.scoring.bulk;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.arobase.scoring.Grid.Criterion;
import org.arobase.scoring.Grid.Issue;
import org.arobase.scoring.uncertainty.GammaVariates;

/**
 * Levels and ranks under uncertain weights. The weights of criteria and issues are drawn from
 * Dirichlet distributions around the policy's weights, and everything is rated again (OECD/JRC
 * 2008, step 7). A weight of 0 stays 0.
 */
public final class WeightDraws {
  private static final int DIGITS = 9;
  private static final double LOW = .05;
  private static final double HIGH = .95;

  private final Marks marks;
  private final double concentration;
  private final Random random;
  private final int[][] levels;
  private final int[][] ranks;

  /**
   * The spread of the draws; arrays are by dossier number.
   *
   * @param share share of the draws that give each level, from level 0; the shares add up to less
   *     than 1 when some draws give no level
   * @param best 5 % quantile of the dossier's ranks, from 1; 0 when no draw gives it a rank
   * @param worst 95 % quantile of the dossier's ranks; 0 when no draw gives it a rank
   */
  public record Spread(double[][] share, int[] best, int[] worst) {}

  private WeightDraws(Marks marks, int draws, double concentration, long seed) {
    this.marks = marks;
    this.concentration = concentration;
    this.random = new Random(seed);
    int thresholds = marks.rubric.policy.levels().thresholds().size();
    levels = new int[marks.dossiers()][thresholds + 1];
    ranks = new int[marks.dossiers()][draws];
  }

  /**
   * Draws weights and rates all dossiers with each draw.
   *
   * @param draws number of draws, 1 or more
   * @param concentration how close to the policy's weights, for example 100: a weight of a fifth
   *     then has a standard deviation of a fifth of itself
   * @param seed the same seed gives the same result
   */
  public static Spread of(Marks marks, int draws, double concentration, long seed) {
    WeightDraws all = new WeightDraws(marks, draws, concentration, seed);
    for (int draw = 0; draw < draws; draw++) {
      all.count(BulkRatings.rate(marks.with(all.drawn())), draw);
    }
    return all.spread(draws);
  }

  private Rubric drawn() {
    Map<String, BigDecimal> criteria = drawn(marks.rubric.criterionWeights());
    Map<String, BigDecimal> issues = drawn(marks.rubric.issueWeights());
    return marks.rubric.with(
        c -> new Criterion(c.code(), criteria.get(c.code()), c.scale()),
        i -> new Issue(i.code(), issues.get(i.code()), i.applicable(), i.expected()));
  }

  /** Draws in alphabetical order, so that the same seed gives the same weights. */
  private Map<String, BigDecimal> drawn(SortedMap<String, BigDecimal> weights) {
    double total = weights.values().stream().mapToDouble(BigDecimal::doubleValue).sum();
    Map<String, Double> gammas = new TreeMap<>();
    weights.forEach(
        (code, weight) -> {
          double shape = concentration * weight.doubleValue() / total;
          gammas.put(code, shape > 0 ? GammaVariates.draw(shape, random) : 0);
        });
    double all = 0;
    for (double gamma : gammas.values()) {
      all += gamma;
    }
    Map<String, BigDecimal> drawn = new HashMap<>();
    for (Map.Entry<String, Double> gamma : gammas.entrySet()) {
      BigDecimal share = BigDecimal.valueOf(gamma.getValue() / all);
      drawn.put(gamma.getKey(), share.setScale(DIGITS, RoundingMode.HALF_UP));
    }
    return drawn;
  }

  private void count(BulkRatings.Result rated, int draw) {
    double[] rising = Arrays.stream(rated.score()).filter(s -> !Double.isNaN(s)).sorted().toArray();
    for (int d = 0; d < levels.length; d++) {
      if (rated.level()[d] >= 0) {
        levels[d][rated.level()[d]]++;
        ranks[d][draw] = 1 + above(rising, rated.score()[d]);
      }
    }
  }

  /** The number of higher scores. Equal scores share the best of their ranks. */
  private static int above(double[] rising, double score) {
    int low = 0;
    int high = rising.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (rising[middle] <= score) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return rising.length - low;
  }

  private Spread spread(int draws) {
    int n = levels.length;
    Spread spread = new Spread(new double[n][], new int[n], new int[n]);
    for (int d = 0; d < n; d++) {
      spread.share[d] = Arrays.stream(levels[d]).mapToDouble(c -> (double) c / draws).toArray();
      int[] reached = IntStream.of(ranks[d]).filter(rank -> rank > 0).sorted().toArray();
      if (reached.length > 0) {
        spread.best[d] = reached[(int) (LOW * (reached.length - 1))];
        spread.worst[d] = reached[(int) Math.ceil(HIGH * (reached.length - 1))];
      }
    }
    return spread;
  }
}
