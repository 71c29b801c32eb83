package org.arobase.scoring.bulk;

import java.util.Arrays;
import java.util.List;
import org.arobase.scoring.Grid.Issue;
import org.arobase.scoring.Policy;
import org.arobase.scoring.Policy.InitiativeRule;
import org.arobase.scoring.Policy.UncoveredIssue;
import org.arobase.scoring.bulk.Rounded.Stage;

/**
 * Scores one sheet after another (scoring/methods.md, sections 1 to 4 and 12). It reuses its
 * arrays, so threads must not share it.
 *
 * <p>The score is that of {@link org.arobase.scoring.Scoring}, unless {@link #isDoubtful}.
 */
final class SheetScorer {
  /** Replaces the score of an initiative that is missing, abstained from or not covered enough. */
  private static final double UNKNOWN = -1;

  private static final double NOT_APPLICABLE = -2;

  private final Rubric rubric;
  private final char[] codes;
  private final Rounded arithmetic = new Rounded();
  private final Stage initiativeStage;
  private final Stage issueStage;
  private final Stage jurorStage;
  private final double initiativeFloor;
  private final double issueFloor;
  private final double dossierFloor;
  private final boolean best;
  private final boolean zero;
  private final Stratum[] strata;

  private final int[] own;
  private final int[] absent;
  private final int[] unknown;
  private final double[] sum;
  private final int[] kept;
  private final double[] highest;
  private final int places;

  /** Each issue's score on the last sheet; NaN for an issue without one. */
  final double[] issues;

  private double[] initiatives = new double[0];
  private Marks.Dossier last;

  private record Stratum(double[] weight, boolean[] applicable, int[] expected) {
    static Stratum of(List<Issue> issues) {
      int n = issues.size();
      Stratum stratum = new Stratum(new double[n], new boolean[n], new int[n]);
      for (int e = 0; e < n; e++) {
        stratum.weight[e] = issues.get(e).weight().doubleValue();
        stratum.applicable[e] = issues.get(e).applicable();
        stratum.expected[e] = issues.get(e).expected();
      }
      return stratum;
    }
  }

  SheetScorer(Marks marks) {
    this.rubric = marks.rubric;
    this.codes = marks.codes();
    Policy policy = rubric.policy;
    initiativeStage = Stage.of(policy.rounding().initiative());
    issueStage = Stage.of(policy.rounding().issue());
    jurorStage = Stage.of(policy.rounding().juror());
    initiativeFloor = policy.coverage().initiative().doubleValue();
    issueFloor = policy.coverage().issue().doubleValue();
    dossierFloor = policy.coverage().dossier().doubleValue();
    best = policy.initiatives() == InitiativeRule.BEST_OF_EXPECTED;
    zero = policy.uncoveredIssue() == UncoveredIssue.ZERO;
    strata = rubric.strata.stream().map(Stratum::of).toArray(Stratum[]::new);
    int n = rubric.strata.get(0).size();
    own = new int[n];
    absent = new int[n];
    kept = new int[n];
    unknown = new int[n];
    sum = new double[n];
    issues = new double[n];
    places = Math.min(marks.mostInitiatives(), mostExpected(rubric));
    highest = new double[best ? n * places : 0];
  }

  private static int mostExpected(Rubric rubric) {
    return rubric.strata.stream().flatMap(List::stream).mapToInt(Issue::expected).max().orElse(1);
  }

  /** Whether decimal arithmetic must decide the last sheet. */
  boolean isDoubtful() {
    return arithmetic.isDoubtful();
  }

  /**
   * A sheet's score from 0 to 1; NaN when it has none.
   *
   * @param at position of the sheet's first mark
   */
  double score(Marks.Dossier dossier, int at) {
    arithmetic.begin();
    Arrays.fill(absent, 0);
    Arrays.fill(unknown, 0);
    Arrays.fill(sum, 0);
    Arrays.fill(kept, 0);
    if (dossier != last) {
      last = dossier;
      Arrays.fill(own, 0);
      for (char issue : dossier.issues()) {
        own[issue]++;
      }
    }
    if (initiatives.length < dossier.initiatives()) {
      initiatives = new double[dossier.initiatives()];
    }
    Stratum stratum = strata[dossier.stratum()];
    add(dossier, at, stratum);
    return dossier(stratum);
  }

  private void add(Marks.Dossier dossier, int at, Stratum stratum) {
    sumShares(at, dossier.initiatives());
    boolean complete = settle(at, dossier.initiatives());
    if (complete && !best) {
      sumIssues(dossier.issues(), dossier.places());
    } else {
      addOneByOne(dossier, stratum);
    }
  }

  /**
   * Adds up the marks of all initiatives. The loops have no branch on a mark: a mark without a
   * value has the share NaN, which shows in the sum. They run over the initiatives, for four
   * criteria at a time and then for one, because a loop over an initiative's criteria is too short
   * to be fast.
   */
  private void sumShares(int at, int count) {
    Arrays.fill(initiatives, 0, count, 0);
    int criteria = rubric.weight.length;
    int done = 0;
    for (; done + 4 <= criteria; done += 4) {
      sumFour(codes, rubric.share, at + done, done * rubric.stride, count, initiatives);
    }
    for (; done < criteria; done++) {
      sumOne(codes, rubric.share, at + done, done * rubric.stride, count, initiatives);
    }
  }

  private void sumFour(char[] codes, double[] share, int at, int row, int count, double[] sums) {
    int step = rubric.weight.length;
    int second = row + rubric.stride;
    int third = second + rubric.stride;
    int fourth = third + rubric.stride;
    for (int k = 0, cell = at; k < count; k++, cell += step) {
      sums[k] +=
          share[row + codes[cell]]
              + share[second + codes[cell + 1]]
              + (share[third + codes[cell + 2]] + share[fourth + codes[cell + 3]]);
    }
  }

  private void sumOne(char[] codes, double[] share, int at, int row, int count, double[] sums) {
    int step = rubric.weight.length;
    for (int k = 0, cell = at; k < count; k++, cell += step) {
      sums[k] += share[row + codes[cell]];
    }
  }

  /** Rounds or completes each initiative's score; tells whether every initiative has one. */
  private boolean settle(int at, int count) {
    boolean complete = true;
    for (int k = 0; k < count; k++) {
      if (Double.isNaN(initiatives[k])) {
        initiatives[k] = partly(at + k * rubric.weight.length);
        complete &= initiatives[k] >= 0;
      } else if (initiativeStage.rounds()) {
        initiatives[k] = arithmetic.round(initiatives[k], initiativeStage);
      }
    }
    return complete;
  }

  private void sumIssues(char[] issues, char[] places) {
    for (int i = 0; i < issues.length; i++) {
      sum[issues[i]] += initiatives[places[i]];
    }
  }

  private void addOneByOne(Marks.Dossier dossier, Stratum stratum) {
    for (int i = 0; i < dossier.issues().length; i++) {
      add(dossier.issues()[i], initiatives[dossier.places()[i]], stratum);
    }
  }

  private double partly(int at) {
    double applicable = 0;
    double marked = 0;
    double score = 0;
    boolean all = true;
    for (int c = 0; c < rubric.weight.length; c++) {
      char code = codes[at + c];
      double weight = code == Rubric.NOT_APPLICABLE ? 0 : rubric.weight[c];
      applicable += weight;
      marked += code < Rubric.FIRST ? 0 : weight;
      score += code < Rubric.FIRST ? 0 : rubric.product[c * rubric.stride + code];
      all &= code >= Rubric.FIRST || weight == 0;
    }
    if (applicable == 0) {
      return NOT_APPLICABLE;
    }
    return marked > 0 && (all || covers(marked, applicable, initiativeFloor))
        ? arithmetic.round(score / marked, initiativeStage)
        : UNKNOWN;
  }

  private boolean covers(double part, double whole, double floor) {
    return arithmetic.reaches(part / whole, floor);
  }

  private void add(int issue, double value, Stratum stratum) {
    if (value < 0) {
      absent[issue]++;
      unknown[issue] += value == UNKNOWN ? 1 : 0;
    } else if (best) {
      keep(issue, value, stratum.expected[issue]);
    } else {
      sum[issue] += value;
    }
  }

  /** Keeps a value that is among the best so far. The lowest of them stands first. */
  private void keep(int issue, double value, int expected) {
    int first = issue * places;
    int count = Math.min(kept[issue], expected);
    kept[issue]++;
    if (count == expected && value <= highest[first]) {
      return;
    }
    int at = first;
    int end = first + count;
    if (count == expected) {
      for (; at + 1 < end && highest[at + 1] < value; at++) {
        highest[at] = highest[at + 1];
      }
    } else {
      for (at = end; at > first && highest[at - 1] > value; at--) {
        highest[at] = highest[at - 1];
      }
    }
    highest[at] = value;
  }

  private double dossier(Stratum stratum) {
    double applicable = 0;
    double covered = 0;
    double score = 0;
    boolean all = true;
    for (int e = 0; e < own.length; e++) {
      double value = issue(e, stratum);
      issues[e] = value;
      boolean uncovered = own[e] == 0;
      if (!stratum.applicable[e] || (!uncovered && own[e] - absent[e] + unknown[e] == 0)) {
        continue;
      }
      double weight = stratum.weight[e];
      applicable += weight;
      if (!Double.isNaN(value)) {
        covered += weight;
        score += weight * value;
      } else if (uncovered && zero) {
        covered += weight;
      } else {
        all &= weight == 0;
      }
    }
    return covered > 0 && (all || covers(covered, applicable, dossierFloor))
        ? arithmetic.round(score / covered, jurorStage)
        : Double.NaN;
  }

  private double issue(int e, Stratum stratum) {
    int present = own[e] - absent[e];
    if (!stratum.applicable[e]
        || present == 0
        || (unknown[e] > 0 && !covers(present, present + unknown[e], issueFloor))) {
      return Double.NaN;
    }
    return arithmetic.round(best ? best(e, stratum.expected[e]) : sum[e] / present, issueStage);
  }

  private double best(int e, int expected) {
    int count = Math.min(kept[e], expected);
    double total = 0;
    for (int k = e * places; k < e * places + count; k++) {
      total += highest[k];
    }
    return total / Math.max(count, expected - unknown[e]);
  }
}
