package org.arobase.jury.planning.solver;

import ai.timefold.solver.core.api.domain.solution.PlanningEntityCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.PlanningScore;
import ai.timefold.solver.core.api.domain.solution.PlanningSolution;
import ai.timefold.solver.core.api.domain.solution.ProblemFactCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.ProblemFactProperty;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import java.util.List;

/** Who could sit where, and who does. */
@PlanningSolution
public class Plan {
  @ValueRangeProvider @ProblemFactCollectionProperty public List<Member> members;
  @ProblemFactCollectionProperty public List<Reading> readings;
  @ProblemFactCollectionProperty public List<ExistingAssignment> priors;
  @ProblemFactProperty FairShares limits;
  @PlanningEntityCollectionProperty public List<Seat> seats;
  @PlanningScore HardMediumSoftLongScore score;

  /** For the solver. */
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

  /** Twice what chance would give, and three more. */
  private int mostTogether() {
    double pairs = members.size() * (members.size() - 1) / 2.0;
    return pairs == 0 ? 0 : (int) Math.ceil(2 * meetings() / pairs) + 3;
  }

  /** How often two members meet over a dossier. */
  private double meetings() {
    int[] seatsOf = new int[readings.size()];
    seats.forEach(seat -> seatsOf[seat.reading.index]++);
    double meetings = 0;
    for (int n : seatsOf) {
      meetings += n * (n - 1) / 2.0;
    }
    return meetings;
  }

  /** The fewest that two members can be allowed to meet. */
  int fewestTogether() {
    double pairs = members.size() * (members.size() - 1) / 2.0;
    return pairs == 0 ? 0 : (int) Math.ceil(meetings() / pairs);
  }
}
