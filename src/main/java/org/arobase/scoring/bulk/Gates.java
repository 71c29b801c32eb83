package org.arobase.scoring.bulk;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.arobase.scoring.Grid;
import org.arobase.scoring.LevelResult;
import org.arobase.scoring.Panel;
import org.arobase.scoring.Policy.Gate;
import org.arobase.scoring.Policy.Levels;

/** The highest level that gates allow. It depends on issue scores, not on severities. */
final class Gates {
  private final Levels levels;
  private final int issues;
  private final int[] issueOfGate;

  Gates(Rubric rubric) {
    levels = rubric.policy.levels();
    List<String> codes = rubric.strata.get(0).stream().map(Grid.Issue::code).toList();
    issues = codes.size();
    issueOfGate = levels.gates().stream().mapToInt(gate -> codes.indexOf(gate.issue())).toArray();
  }

  /** The highest level that the gates allow a panel. */
  int allowed(Panel panel) {
    return LevelResult.of(BigDecimal.ONE, panel.issues(), levels).gates().stream()
        .filter(gate -> !gate.passed())
        .mapToInt(gate -> gate.gate().level() - 1)
        .reduce(levels.thresholds().size(), Math::min);
  }

  Tally tally() {
    return new Tally();
  }

  /** Adds up the issue scores of one dossier at a time. */
  final class Tally {
    private final double[] sum = new double[issues];
    private final int[] count = new int[issues];
    private final Rounded arithmetic = new Rounded();

    void begin() {
      Arrays.fill(sum, 0);
      Arrays.fill(count, 0);
      arithmetic.begin();
    }

    void add(double[] scores) {
      for (int e = 0; e < issues; e++) {
        if (!Double.isNaN(scores[e])) {
          sum[e] += scores[e];
          count[e]++;
        }
      }
    }

    boolean isDoubtful() {
      return arithmetic.isDoubtful();
    }

    int allowed() {
      int allowed = levels.thresholds().size();
      for (int g = 0; g < issueOfGate.length; g++) {
        Gate gate = levels.gates().get(g);
        if (!passes(gate, issueOfGate[g])) {
          allowed = Math.min(allowed, gate.level() - 1);
        }
      }
      return allowed;
    }

    private boolean passes(Gate gate, int issue) {
      if (gate.coveredIssues() != null) {
        return covered() >= gate.coveredIssues();
      }
      return issue >= 0
          && count[issue] > 0
          && arithmetic.reaches(sum[issue] / count[issue], gate.minimum().doubleValue());
    }

    private int covered() {
      int covered = 0;
      for (int jurors : count) {
        covered += jurors > 0 ? 1 : 0;
      }
      return covered;
    }
  }
}
