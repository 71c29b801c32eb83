package org.arobase.scoring.severity;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

/**
 * The simulated edition of scoring/methods.md, section 14: mark of juror j on criterion c of
 * initiative k of dossier i is θ_i + u_ik + v_ikc + s_j + t_jc + h_ij + e_ijkc, rounded and clipped
 * to 0..5. Truth is known, so that one can see what a model makes of the marks.
 */
public final class Simulator {
  private static final double[] CRITERIA = {.30, .25, .20, .15, .10};
  private static final int INITIATIVES = 45;
  private static final int THEMES = 9;

  /** The lowest true scores of levels 1 to 5. */
  static final double[] CUTS = {1.4, 2.0, 2.6, 3.2, 3.8};

  /**
   * The size and the deviations of a simulated edition.
   *
   * @param severity standard deviation of jurors' severities
   * @param byCriterion standard deviation of a juror's severity on a criterion
   * @param trios whether the same three jurors always sit together
   */
  public record Scenario(
      int dossiers, int jurors, int each, double severity, double byCriterion, boolean trios) {
    public static final Scenario BASE = new Scenario(300, 20, 3, .30, .15, false);
    static final Scenario NO_SEVERITY = new Scenario(300, 20, 3, 0, .15, false);
    public static final Scenario MANY_JURORS = new Scenario(300, 300, 3, .30, .15, false);
    public static final Scenario FIXED_TRIOS = new Scenario(300, 21, 3, .30, .15, true);
  }

  /** The jurors' scores, and the true score of each dossier. */
  public record Edition(Scores scores, double[] truth) {}

  private final Random random;
  private final Scenario scenario;

  public Simulator(Scenario scenario, long seed) {
    this.scenario = scenario;
    // Random begins alike for consecutive seeds
    this.random = new Random(new SplittableRandom(seed).nextLong());
  }

  public Edition edition() {
    int n = scenario.dossiers();
    int rows = n * scenario.each();
    double[] weights = new double[THEMES];
    for (int t = 0; t < THEMES; t++) {
      // Random.doubles() gives other numbers on later JDKs
      weights[t] = .5 + random.nextDouble();
    }
    double[] severity = normal(scenario.jurors(), scenario.severity());
    double[][] byCriterion = new double[scenario.jurors()][];
    for (int j = 0; j < byCriterion.length; j++) {
      byCriterion[j] = normal(CRITERIA.length, scenario.byCriterion());
    }
    int[][] panels = scenario.trios() ? trios() : dealt();
    int[] dossier = new int[rows];
    int[] juror = new int[rows];
    double[] score = new double[rows];
    double[] truth = new double[n];
    for (int i = 0; i < n; i++) {
      double[][] worth = worth();
      truth[i] = aggregate(worth, weights);
      for (int p = 0; p < scenario.each(); p++) {
        int row = i * scenario.each() + p;
        int j = panels[i][p];
        dossier[row] = i;
        juror[row] = j;
        score[row] = aggregate(marks(worth, severity[j], byCriterion[j]), weights);
      }
    }
    return new Edition(new Scores(n, scenario.jurors(), dossier, juror, score), truth);
  }

  private double[] normal(int count, double deviation) {
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = deviation * random.nextGaussian();
    }
    return values;
  }

  /** The true value of each initiative on each criterion; null for an absent initiative. */
  private double[][] worth() {
    double theta = 2.6 + .60 * random.nextGaussian();
    double[][] worth = new double[INITIATIVES][];
    for (int k = 0; k < INITIATIVES; k++) {
      double u = .60 * random.nextGaussian();
      boolean absent = random.nextDouble() < .05;
      if (!absent) {
        worth[k] = normal(CRITERIA.length, .30);
        for (int c = 0; c < CRITERIA.length; c++) {
          worth[k][c] += theta + u;
        }
      }
    }
    return worth;
  }

  private double[][] marks(double[][] worth, double severity, double[] byCriterion) {
    double h = .30 * random.nextGaussian();
    double[][] marks = new double[INITIATIVES][];
    for (int k = 0; k < INITIATIVES; k++) {
      if (worth[k] != null) {
        marks[k] = new double[CRITERIA.length];
        for (int c = 0; c < CRITERIA.length; c++) {
          double x = worth[k][c] + severity + byCriterion[c] + h + .60 * random.nextGaussian();
          marks[k][c] = Math.min(5, Math.max(0, Math.rint(x)));
        }
      }
    }
    return marks;
  }

  /** Criteria → initiatives → themes → dossier, renormalised over what is present. */
  private static double aggregate(double[][] values, double[] weights) {
    double[] sum = new double[THEMES];
    int[] count = new int[THEMES];
    for (int k = 0; k < INITIATIVES; k++) {
      if (values[k] != null) {
        count[k % THEMES]++;
        for (int c = 0; c < CRITERIA.length; c++) {
          sum[k % THEMES] += CRITERIA[c] * values[k][c];
        }
      }
    }
    double weighted = 0;
    double total = 0;
    for (int t = 0; t < THEMES; t++) {
      if (count[t] > 0) {
        weighted += weights[t] * sum[t] / count[t];
        total += weights[t];
      }
    }
    return weighted / total;
  }

  private int[][] trios() {
    int[][] panels = new int[scenario.dossiers()][];
    int trios = scenario.jurors() / 3;
    for (int i = 0; i < panels.length; i++) {
      int first = 3 * random.nextInt(trios);
      panels[i] = new int[] {first, first + 1, first + 2};
    }
    return panels;
  }

  /**
   * Random panels with equal loads; a juror who is dealt to a dossier twice is swapped with
   * another.
   */
  private int[][] dealt() {
    List<Integer> deck = new ArrayList<>();
    for (int k = 0; k < scenario.dossiers() * scenario.each(); k++) {
      deck.add(k % scenario.jurors());
    }
    Collections.shuffle(deck, random);
    int each = scenario.each();
    for (int k = 0; k < deck.size(); k++) {
      while (isTwice(deck, k, each)) {
        Collections.swap(deck, k, random.nextInt(deck.size()));
        k = 0;
      }
    }
    int[][] panels = new int[scenario.dossiers()][each];
    for (int k = 0; k < deck.size(); k++) {
      panels[k / each][k % each] = deck.get(k);
    }
    return panels;
  }

  private static boolean isTwice(List<Integer> deck, int k, int each) {
    int first = k / each * each;
    for (int other = first; other < k; other++) {
      if (deck.get(other).equals(deck.get(k))) {
        return true;
      }
    }
    return false;
  }

  static int level(double score) {
    int level = 0;
    while (level < CUTS.length && score >= CUTS[level]) {
      level++;
    }
    return level;
  }
}
