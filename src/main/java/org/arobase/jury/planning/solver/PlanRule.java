package org.arobase.jury.planning.solver;

import ai.timefold.solver.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;

/** What a plan is judged by. A harder rule always goes before all softer ones. */
public enum PlanRule {
  /** Nobody reads a dossier that it is recused from. By: times. */
  RECUSED(HardMediumSoftLongScore.ofHard(1_000_000)),
  /** Each juror of a dossier is another one. By: times. */
  TWICE(HardMediumSoftLongScore.ofHard(1_000_000)),
  /** Nobody reads more than it can. By: initiatives too many. */
  CAPACITY(HardMediumSoftLongScore.ofHard(1)),
  /** Everybody can be compared with everybody, over whatever dossiers. By: parts too many. */
  CONNECTED(HardMediumSoftLongScore.ofHard(1)),
  /** Nobody reads more than another by more than a mean dossier. By: initiatives. */
  FAIR_LOAD(HardMediumSoftLongScore.ofMedium(1)),
  /** Nobody has more dossiers than another by more than one. By: dossiers. */
  FAIR_NUMBER(HardMediumSoftLongScore.ofMedium(20_000)),
  /** No two jurors always read together: severities could not be told apart. By: times too many. */
  COMPARABLE(HardMediumSoftLongScore.ofMedium(1000)),
  /** The contrast ratio is 1.25 at most. By: hundredths too much. */
  CONTRAST(HardMediumSoftLongScore.ofMedium(1000)),
  /** What was assigned before stays. By: times. */
  MOVED(HardMediumSoftLongScore.ofSoft(1000)),
  /** Jurors know what they read. By: percent of the dossier that the juror does not know. */
  COMPETENCE(HardMediumSoftLongScore.ofSoft(1)),
  /** Nobody reads the same authority two years running. By: times. */
  READ_BEFORE(HardMediumSoftLongScore.ofSoft(150)),
  /** Jurors come from elsewhere. By: 1 the same région, 2 département. */
  NEIGHBOUR(HardMediumSoftLongScore.ofSoft(40)),
  /** The jurors of a dossier come from different places. By: as above, 3 the same authority. */
  SAME_ORIGIN(HardMediumSoftLongScore.ofSoft(30)),
  /** The jurors of a dossier sit in one panel. By: times. */
  OTHER_PANEL(HardMediumSoftLongScore.ofSoft(20));

  final HardMediumSoftLongScore weight;

  PlanRule(HardMediumSoftLongScore weight) {
    this.weight = weight;
  }

  /** Whether a plan that breaks it cannot be adopted. */
  public boolean isHard() {
    return weight.hardScore() != 0;
  }

  /** HARD, MEDIUM or SOFT. */
  public String hardness() {
    return isHard() ? "HARD" : weight.mediumScore() != 0 ? "MEDIUM" : "SOFT";
  }
}
