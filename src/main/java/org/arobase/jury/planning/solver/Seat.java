package org.arobase.jury.planning.solver;

import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.entity.PlanningPin;
import ai.timefold.solver.core.api.domain.lookup.PlanningId;
import ai.timefold.solver.core.api.domain.variable.PlanningVariable;

/** A place for one juror of a dossier; the solver decides which member gets it. */
@PlanningEntity
public class Seat {
  @PlanningId int id;
  public Reading reading;
  @PlanningPin public boolean pinned;
  @PlanningVariable public Member member;

  /** Required by the solver. */
  public Seat() {}

  public Seat(int id, Reading reading) {
    this.id = id;
    this.reading = reading;
  }

  /**
   * Whether the member may not read the dossier; false for a pinned seat, which the plan did not
   * choose.
   */
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
