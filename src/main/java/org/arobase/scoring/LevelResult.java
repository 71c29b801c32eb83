package org.arobase.scoring;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.arobase.scoring.Policy.Gate;
import org.arobase.scoring.Policy.Levels;
import org.jspecify.annotations.Nullable;

/**
 * A level and how it came about.
 *
 * @param byScore the level that the thresholds alone give, 0 to 5
 * @param level the level after gates and floor, 0 to 5
 * @param gates every gate with what it found
 * @param floored whether the floor raised the level
 */
public record LevelResult(int byScore, int level, List<GateResult> gates, boolean floored) {

  /**
   * A gate and what it found.
   *
   * @param found how many issues are covered, or the issue's score; null when that has none
   */
  public record GateResult(Gate gate, @Nullable BigDecimal found, boolean passed) {}

  /**
   * Step 5: thresholds, then gates, then the floor.
   *
   * @param score from 0 to 1
   * @param issues the score of each issue that has one
   */
  public static LevelResult of(BigDecimal score, Map<String, BigDecimal> issues, Levels levels) {
    int byScore = byScore(score, levels);
    List<GateResult> gates = levels.gates().stream().map(g -> check(g, issues)).toList();
    int allowed =
        gates.stream()
            .filter(g -> !g.passed())
            .mapToInt(g -> g.gate().level() - 1)
            .reduce(byScore, Math::min);
    return new LevelResult(
        byScore, Math.max(allowed, levels.floor()), gates, allowed < levels.floor());
  }

  /** The level that the thresholds alone give, 0 to 5. */
  public static int byScore(BigDecimal score, Levels levels) {
    return (int) levels.thresholds().stream().filter(t -> score.compareTo(t) >= 0).count();
  }

  private static GateResult check(Gate gate, Map<String, BigDecimal> issues) {
    if (gate.coveredIssues() != null) {
      BigDecimal covered = BigDecimal.valueOf(issues.size());
      return new GateResult(gate, covered, issues.size() >= gate.coveredIssues());
    }
    BigDecimal found = issues.get(gate.issue());
    return new GateResult(gate, found, found != null && found.compareTo(gate.minimum()) >= 0);
  }
}
