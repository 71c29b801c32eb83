package org.arobase.scoring.bulk;

import java.util.Arrays;
import java.util.List;
import org.arobase.scoring.Grid.Issue;
import org.arobase.scoring.Policy;
import org.arobase.scoring.Policy.InitiativeRule;
import org.arobase.scoring.Policy.UncoveredIssue;
import org.arobase.scoring.bulk.Rounded.Stage;

/**
 * Steps 1 to 3 of one sheet after the other. Not for two threads at once: it keeps its arrays.
 *
 * <p>Says the same as {@link org.arobase.scoring.Scoring}, or that it is not sure.
 */
final class SheetScorer {
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
  private final int[] present;
  private final int[] unknown;
  private final double[] sum;
  private final double[] highest;
  private final int places;

  /** Each issue's score of the sheet that was scored last; NaN of one that has none. */
  final double[] issues;

  /** Whether the last absence was of what does not apply. */
  private boolean notApplicable;

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

  SheetScorer(Rubric rubric, char[] codes) {
    this.rubric = rubric;
    this.codes = codes;
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
    present = new int[n];
    unknown = new int[n];
    sum = new double[n];
    issues = new double[n];
    places = rubric.strata.stream().flatMap(List::stream).mapToInt(Issue::expected).max().orElse(1);
    highest = new double[best ? n * places : 0];
  }

  /** Whether decimal arithmetic has to decide the sheet that was scored last. */
  boolean isDoubtful() {
    return arithmetic.isDoubtful();
  }

  /**
   * A sheet's score from 0 to 1; NaN when it has none.
   *
   * @param at where its marks begin
   */
  double score(Marks.Dossier dossier, int at) {
    arithmetic.begin();
    Arrays.fill(own, 0);
    Arrays.fill(present, 0);
    Arrays.fill(unknown, 0);
    Arrays.fill(sum, 0);
    Stratum stratum = strata[dossier.stratum()];
    int cell = at;
    int issue = 0;
    for (int k = 0; k < dossier.initiatives(); k++) {
      double value = initiative(cell);
      for (int end = dossier.issueBegin()[k + 1]; issue < end; issue++) {
        add(dossier.issues()[issue], value, stratum);
      }
      cell += rubric.weight.length;
    }
    return dossier(stratum);
  }

  private double initiative(int at) {
    double score = 0;
    int row = 0;
    for (int c = 0; c < rubric.weight.length; c++) {
      char code = codes[at + c];
      if (code < Rubric.FIRST) {
        return partly(at);
      }
      score += rubric.share[row + code];
      row += rubric.stride;
    }
    return arithmetic.round(score, initiativeStage);
  }

  private double partly(int at) {
    double applicable = 0;
    double marked = 0;
    double score = 0;
    for (int c = 0; c < rubric.weight.length; c++) {
      char code = codes[at + c];
      applicable += code == Rubric.NOT_APPLICABLE ? 0 : rubric.weight[c];
      marked += code < Rubric.FIRST ? 0 : rubric.weight[c];
      score += code < Rubric.FIRST ? 0 : rubric.product[c * rubric.stride + code];
    }
    notApplicable = applicable == 0;
    return marked > 0 && covers(marked, applicable, initiativeFloor)
        ? arithmetic.round(score / marked, initiativeStage)
        : Double.NaN;
  }

  private boolean covers(double part, double whole, double floor) {
    return part == whole || arithmetic.reaches(part / whole, floor);
  }

  private void add(int issue, double value, Stratum stratum) {
    own[issue]++;
    if (Double.isNaN(value)) {
      unknown[issue] += notApplicable ? 0 : 1;
      return;
    }
    if (best) {
      keep(issue, value, stratum.expected[issue]);
    } else {
      sum[issue] += value;
    }
    present[issue]++;
  }

  /** Among the best so far, the lowest first, if there is a place or it is better than one. */
  private void keep(int issue, double value, int expected) {
    int first = issue * places;
    int count = Math.min(present[issue], expected);
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
    for (int e = 0; e < own.length; e++) {
      double value = issue(e, stratum);
      issues[e] = value;
      boolean uncovered = own[e] == 0;
      if (!stratum.applicable[e] || (!uncovered && present[e] + unknown[e] == 0)) {
        continue;
      }
      double weight = stratum.weight[e];
      applicable += weight;
      if (!Double.isNaN(value)) {
        covered += weight;
        score += weight * value;
      } else if (uncovered && zero) {
        covered += weight;
      }
    }
    return covered > 0 && covers(covered, applicable, dossierFloor)
        ? arithmetic.round(score / covered, jurorStage)
        : Double.NaN;
  }

  private double issue(int e, Stratum stratum) {
    if (!stratum.applicable[e]
        || present[e] == 0
        || !covers(present[e], present[e] + unknown[e], issueFloor)) {
      return Double.NaN;
    }
    return arithmetic.round(best ? best(e, stratum.expected[e]) : sum[e] / present[e], issueStage);
  }

  private double best(int e, int expected) {
    int count = Math.min(present[e], expected);
    double total = 0;
    for (int k = e * places; k < e * places + count; k++) {
      total += highest[k];
    }
    return total / Math.max(count, expected - unknown[e]);
  }
}
