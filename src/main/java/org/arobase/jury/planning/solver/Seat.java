package org.arobase.jury.planning.solver;

import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.entity.PlanningPin;
import ai.timefold.solver.core.api.domain.lookup.PlanningId;
import ai.timefold.solver.core.api.domain.variable.PlanningVariable;

/** One of the places of a dossier's jurors: the solver decides who sits in it. */
@PlanningEntity
public class Seat {
  @PlanningId int id;
  public Reading reading;
  @PlanningPin public boolean pinned;
  @PlanningVariable public Member member;

  /** For the solver. */
  public Seat() {}

  public Seat(int id, Reading reading) {
    this.id = id;
    this.reading = reading;
  }

  /** Whether who sits here has no part in the dossier; what is pinned is not the plan's doing. */
  boolean isForbidden() {
    return !pinned && !reading.allows(member);
  }

  int initiatives() {
    return reading.initiatives;
  }

  Reading reading() {
    return reading;
  }

  Member member() {
    return member;
  }

  int memberIndex() {
    return member.index;
  }
}
