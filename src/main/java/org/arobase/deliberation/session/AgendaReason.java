package org.arobase.deliberation.session;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.arobase.edition.policy.DeliberationPolicy;
import org.arobase.scoring.Flag;
import org.arobase.scoring.LevelResult;
import org.arobase.scoring.LevelResult.GateResult;
import org.arobase.scoring.Rating;
import org.jspecify.annotations.Nullable;

/** Why a dossier is on the agenda. */
enum AgendaReason {
  /** A threshold lies in the interval of its score. */
  BORDERLINE,
  /** Its jurors are further apart than policy accepts. */
  DIVERGENT,
  /** Its computed level is less likely than policy wants. */
  DOUBTFUL,
  /** Only gates keep it from the next level, all of them missed by little. */
  GATE_MISSED,
  /** Its level is not that of the last edition it took part in. */
  LEVEL_CHANGED,
  /** It has no level: too few sheets. */
  NO_LEVEL;

  /**
   * All reasons to discuss a dossier.
   *
   * @param probability of its level, 0 to 1; null when unknown
   * @param last the level, 0 to 5, of the last edition that it took part in; null when there is
   *     none
   */
  static List<AgendaReason> of(
      Rating rating,
      @Nullable BigDecimal probability,
      @Nullable Integer last,
      DeliberationPolicy policy) {
    LevelResult level = rating.level();
    List<AgendaReason> reasons = new ArrayList<>();
    add(reasons, BORDERLINE, rating.flags().contains(Flag.BORDERLINE));
    add(reasons, DOUBTFUL, policy.isDoubtful(probability));
    add(reasons, DIVERGENT, rating.flags().contains(Flag.DIVERGENT));
    add(reasons, NO_LEVEL, level == null);
    add(reasons, GATE_MISSED, level != null && isMissedByLittle(level, policy));
    add(reasons, LEVEL_CHANGED, level != null && last != null && last != level.level());
    return reasons;
  }

  private static void add(List<AgendaReason> reasons, AgendaReason reason, boolean applies) {
    if (applies) {
      reasons.add(reason);
    }
  }

  /** Only the next level can be missed by little: all gates that keep it away must be missed so. */
  private static boolean isMissedByLittle(LevelResult level, DeliberationPolicy policy) {
    List<GateResult> missed =
        level.gates().stream()
            .filter(g -> !g.passed() && g.gate().level() <= level.level() + 1)
            .toList();
    return level.level() < level.byScore()
        && !missed.isEmpty()
        && missed.stream().allMatch(gate -> isLittle(gate, policy));
  }

  /** By one covered issue, or by at most the policy's {@code gateGap} of a score. */
  private static boolean isLittle(GateResult gate, DeliberationPolicy policy) {
    Integer issues = gate.gate().coveredIssues();
    if (issues != null) {
      return gate.found() != null && issues - gate.found().intValue() == 1;
    }
    return gate.found() != null && policy.isLittle(gate.gate().minimum().subtract(gate.found()));
  }
}
