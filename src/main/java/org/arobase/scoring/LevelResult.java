package org.arobase.scoring;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.arobase.scoring.Policy.Gate;
import org.arobase.scoring.Policy.Levels;
import org.jspecify.annotations.Nullable;

/**
 * A level with the steps that led to it.
 *
 * @param byScore the level that the thresholds alone give, 0 to 5
 * @param level the level after gates and floor, 0 to 5
 * @param gates the result of every gate
 * @param floored whether the floor raised the level
 */
public record LevelResult(int byScore, int level, List<GateResult> gates, boolean floored) {

  /**
   * A gate and its result.
   *
   * @param found the number of covered issues, or the issue's score; null when the issue has no
   *     score
   */
  public record GateResult(Gate gate, @Nullable BigDecimal found, boolean passed) {}

  /**
   * Applies thresholds, then gates, then the floor (scoring/methods.md, section 9).
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
