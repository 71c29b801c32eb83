package org.arobase.jury.planning.solver;

import ai.timefold.solver.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;

/**
 * The rules that a plan is judged by, and the unit of a violation ("By"). A harder rule always goes
 * before all softer ones.
 */
public enum PlanRule {
  /** No juror reads a dossier that they are recused from. By: times. */
  RECUSED(HardMediumSoftLongScore.ofHard(1_000_000)),
  /** No juror has two seats of a dossier. By: times. */
  TWICE(HardMediumSoftLongScore.ofHard(1_000_000)),
  /** No juror reads more than their capacity. By: initiatives too many. */
  CAPACITY(HardMediumSoftLongScore.ofHard(1)),
  /** All jurors can be compared, directly or through other jurors. By: parts too many. */
  CONNECTED(HardMediumSoftLongScore.ofHard(1)),
  /** No juror reads more than another by more than a mean dossier. By: initiatives. */
  FAIR_LOAD(HardMediumSoftLongScore.ofMedium(1)),
  /** No juror has more dossiers than another by more than one. By: dossiers. */
  FAIR_NUMBER(HardMediumSoftLongScore.ofMedium(20_000)),
  /**
   * No two jurors always read together, or their severities could not be told apart. By: times too
   * many.
   */
  COMPARABLE(HardMediumSoftLongScore.ofMedium(1000)),
  /** The contrast ratio is 1.25 at most. By: hundredths too much. */
  CONTRAST(HardMediumSoftLongScore.ofMedium(1000)),
  /** Present assignments stay. By: times. */
  MOVED(HardMediumSoftLongScore.ofSoft(1000)),
  /**
   * Jurors know the issues that they read. By: percent of the dossier that the juror does not know.
   */
  COMPETENCE(HardMediumSoftLongScore.ofSoft(1)),
  /** No juror reads the same authority two years running. By: times. */
  READ_BEFORE(HardMediumSoftLongScore.ofSoft(150)),
  /** Jurors come from another place than the dossier. By: 1 the same région, 2 département. */
  NEIGHBOUR(HardMediumSoftLongScore.ofSoft(40)),
  /**
   * The jurors of a dossier come from different places. By: 1 the same région, 2 département, 3
   * authority.
   */
  SAME_ORIGIN(HardMediumSoftLongScore.ofSoft(30)),
  /** The jurors of a dossier sit in one panel. By: times. */
  OTHER_PANEL(HardMediumSoftLongScore.ofSoft(20));

  final HardMediumSoftLongScore weight;

  PlanRule(HardMediumSoftLongScore weight) {
    this.weight = weight;
  }

  /** Whether a plan that violates the rule is not adoptable. */
  public boolean isHard() {
    return weight.hardScore() != 0;
  }

  /** HARD, MEDIUM or SOFT. */
  public String hardness() {
    return isHard() ? "HARD" : weight.mediumScore() != 0 ? "MEDIUM" : "SOFT";
  }
}
