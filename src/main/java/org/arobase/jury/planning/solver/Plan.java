package org.arobase.jury.planning.solver;

import ai.timefold.solver.core.api.domain.solution.PlanningEntityCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.PlanningScore;
import ai.timefold.solver.core.api.domain.solution.PlanningSolution;
import ai.timefold.solver.core.api.domain.solution.ProblemFactCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.ProblemFactProperty;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import java.util.List;

/** A planning problem, and its solution: the member in each seat. */
@PlanningSolution
public class Plan {
  @ValueRangeProvider @ProblemFactCollectionProperty public List<Member> members;
  @ProblemFactCollectionProperty public List<Reading> readings;
  @ProblemFactCollectionProperty public List<ExistingAssignment> priors;
  @ProblemFactProperty FairShares limits;
  @PlanningEntityCollectionProperty public List<Seat> seats;
  @PlanningScore HardMediumSoftLongScore score;

  /** Required by the solver. */
  public Plan() {}

  public Plan(
      List<Member> members,
      List<Reading> readings,
      List<ExistingAssignment> priors,
      List<Seat> seats) {
    this.members = members;
    this.readings = readings;
    this.priors = priors;
    this.seats = seats;
    readings.forEach(reading -> reading.meet(members));
    limits = FairShares.of(members, seats, mostTogether());
  }

  /** The limit on how often two members meet: twice the mean over all pairs, plus three. */
  private int mostTogether() {
    double pairs = members.size() * (members.size() - 1) / 2.0;
    return pairs == 0 ? 0 : (int) Math.ceil(2 * meetings() / pairs) + 3;
  }

  /** How often two members meet over a dossier, summed over all pairs. */
  private double meetings() {
    int[] seatsOf = new int[readings.size()];
    seats.forEach(seat -> seatsOf[seat.reading.index]++);
    double meetings = 0;
    for (int n : seatsOf) {
      meetings += n * (n - 1) / 2.0;
    }
    return meetings;
  }

  /** The lowest limit on how often two members meet that a plan can keep. */
  int fewestTogether() {
    double pairs = members.size() * (members.size() - 1) / 2.0;
    return pairs == 0 ? 0 : (int) Math.ceil(meetings() / pairs);
  }
}
