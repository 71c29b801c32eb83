package org.arobase.jury.planning.solver;

import ai.timefold.solver.core.api.score.stream.Constraint;
import ai.timefold.solver.core.api.score.stream.ConstraintFactory;
import ai.timefold.solver.test.api.score.stream.ConstraintVerifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.arobase.dossier.Coverage;
import org.arobase.jury.planning.solver.Member.Origin;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Each rule of a plan, alone, by what it charges for the smallest breach of it. */
class PlanConstraintsTest {
  private static final Origin YVELINES = new Origin("78646", "78", "11");
  private static final Origin SEINE = new Origin("75056", "75", "11");
  private static final Origin RENNES = new Origin("35238", "35", "53");

  private final ConstraintVerifier<PlanConstraints, Plan> verifier =
      ConstraintVerifier.build(new PlanConstraints(), Plan.class, Seat.class);
  private final List<Member> members = new ArrayList<>();
  private final List<Reading> readings = new ArrayList<>();
  private final List<ExistingAssignment> existing = new ArrayList<>();
  private final List<Seat> seats = new ArrayList<>();

  private Member member(int capacity, Origin origin, @Nullable String panel, String... known) {
    int index = members.size();
    members.add(new Member(index, "juror" + index, true, capacity, Set.of(known), origin, panel));
    return members.get(index);
  }

  private Member member() {
    return member(Member.NO_LIMIT, Origin.UNKNOWN, null);
  }

  private Reading reading(int initiatives, Origin origin, Set<String> recused, Set<String> before) {
    int index = readings.size();
    Coverage coverage = new Coverage(initiatives, Map.of("education", initiatives));
    readings.add(new Reading(index, "" + index, coverage, origin, recused, before));
    return readings.get(index);
  }

  private Reading reading(int initiatives) {
    return reading(initiatives, Origin.UNKNOWN, Set.of(), Set.of());
  }

  private void seat(Reading reading, Member member) {
    Seat seat = new Seat(seats.size(), reading);
    seat.member = member;
    seats.add(seat);
  }

  /** How often, or how much, a rule is broken by the plan. */
  private void breaks(PlanRule rule, long amount) {
    Plan plan = new Plan(members, readings, existing, seats);
    verifier
        .verifyThat((constraints, factory) -> constraint(constraints, factory, rule))
        .givenSolution(plan)
        .penalizesBy(amount);
  }

  private static Constraint constraint(
      PlanConstraints constraints, ConstraintFactory factory, PlanRule rule) {
    return Stream.of(constraints.defineConstraints(factory))
        .filter(c -> c.getConstraintRef().constraintName().equals(rule.name()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void nobodyReadsWhatTheyAreRecusedFrom() {
    seat(reading(10, Origin.UNKNOWN, Set.of("juror0"), Set.of()), member());
    seat(reading(10), members.get(0));
    breaks(PlanRule.RECUSED, 1);
  }

  @Test
  void nobodyHasTwoSeatsOfADossier() {
    Member member = member();
    Reading reading = reading(10);
    seat(reading, member);
    seat(reading, member);
    seat(reading(10), member);
    breaks(PlanRule.TWICE, 1);
  }

  @Test
  void nobodyReadsMoreThanTheyCan() {
    Member member = member(25, Origin.UNKNOWN, null);
    seat(reading(20), member);
    breaks(PlanRule.CAPACITY, 0);
    seat(reading(8), member);
    breaks(PlanRule.CAPACITY, 3);
  }

  @Test
  void theNumberOfDossiersIsShared() {
    Member first = member();
    member();
    seat(reading(10), first);
    seat(reading(10), first);
    // each should have one: one has two, the other none
    breaks(PlanRule.FAIR_NUMBER, 2);
  }

  @Test
  void aPresentAssignmentStays() {
    Member member = member();
    Reading kept = reading(10);
    existing.add(new ExistingAssignment(kept, member));
    existing.add(new ExistingAssignment(reading(10), member));
    seat(kept, member);
    breaks(PlanRule.MOVED, 1);
  }

  @Test
  void jurorsKnowWhatTheyRead() {
    seat(reading(10), member(Member.NO_LIMIT, Origin.UNKNOWN, null, "education"));
    seat(reading(10), member(Member.NO_LIMIT, Origin.UNKNOWN, null, "tourisme"));
    seat(reading(10), member());
    breaks(PlanRule.COMPETENCE, 100 + 50);
  }

  @Test
  void nobodyReadsAnAuthorityTwoYearsRunning() {
    seat(reading(10, Origin.UNKNOWN, Set.of(), Set.of("juror0")), member());
    seat(reading(10), members.get(0));
    breaks(PlanRule.READ_BEFORE, 1);
  }

  @Test
  void jurorsComeFromElsewhere() {
    seat(reading(10, YVELINES, Set.of(), Set.of()), member(Member.NO_LIMIT, SEINE, null));
    seat(readings.get(0), member(Member.NO_LIMIT, RENNES, null));
    breaks(PlanRule.NEIGHBOUR, 1);
    breaks(PlanRule.SAME_ORIGIN, 0);
  }

  @Test
  void theJurorsOfADossierComeFromDifferentPlaces() {
    Reading reading = reading(10);
    seat(reading, member(Member.NO_LIMIT, YVELINES, null));
    seat(reading, member(Member.NO_LIMIT, SEINE, null));
    seat(reading, member(Member.NO_LIMIT, RENNES, null));
    breaks(PlanRule.SAME_ORIGIN, 1);
  }

  @Test
  void theJurorsOfADossierSitInOnePanel() {
    Reading reading = reading(10);
    seat(reading, member(Member.NO_LIMIT, Origin.UNKNOWN, "A"));
    seat(reading, member(Member.NO_LIMIT, Origin.UNKNOWN, "B"));
    seat(reading, member());
    breaks(PlanRule.OTHER_PANEL, 1);
  }
}
