package org.arobase.jury.planning.solver;

import static ai.timefold.solver.core.api.score.stream.ConstraintCollectors.count;
import static ai.timefold.solver.core.api.score.stream.ConstraintCollectors.countBi;
import static ai.timefold.solver.core.api.score.stream.ConstraintCollectors.sum;
import static ai.timefold.solver.core.api.score.stream.Joiners.equal;
import static ai.timefold.solver.core.api.score.stream.Joiners.lessThan;

import ai.timefold.solver.core.api.score.stream.Constraint;
import ai.timefold.solver.core.api.score.stream.ConstraintFactory;
import ai.timefold.solver.core.api.score.stream.ConstraintProvider;
import ai.timefold.solver.core.api.score.stream.bi.BiConstraintStream;
import ai.timefold.solver.core.api.score.stream.uni.UniConstraintStream;
import java.util.function.ToIntFunction;

/**
 * The rules that can be judged move by move. {@link PlanQuality} judges for the whole plan whether
 * all jurors are connected, and how well.
 */
public class PlanConstraints implements ConstraintProvider {
  @Override
  public Constraint[] defineConstraints(ConstraintFactory plan) {
    return new Constraint[] {
      recused(plan),
      twice(plan),
      capacity(plan),
      fairLoad(plan),
      fairNumber(plan),
      comparable(plan),
      moved(plan),
      bySeat(plan, PlanRule.COMPETENCE, seat -> seat.reading.unknownTo(seat.member)),
      bySeat(plan, PlanRule.READ_BEFORE, seat -> seat.reading.wasReadBy(seat.member) ? 1 : 0),
      bySeat(plan, PlanRule.NEIGHBOUR, seat -> seat.reading.nearnessOf(seat.member)),
      sameOrigin(plan),
      otherPanel(plan)
    };
  }

  private static Constraint recused(ConstraintFactory plan) {
    return bySeat(plan, PlanRule.RECUSED, seat -> seat.isForbidden() ? 1 : 0);
  }

  private static Constraint bySeat(ConstraintFactory plan, PlanRule rule, ToIntFunction<Seat> by) {
    return plan.forEach(Seat.class)
        .filter(seat -> by.applyAsInt(seat) > 0)
        .penalizeLong(rule.weight, by::applyAsInt)
        .justifyWith(
            (seat, score) ->
                ConstraintBreach.of(seat.reading.code, by.applyAsInt(seat), seat.member))
        .asConstraint(rule.name());
  }

  /** Pairs of seats of one dossier, with the lower member index first. */
  private static BiConstraintStream<Seat, Seat> neighbours(ConstraintFactory plan) {
    return plan.forEach(Seat.class)
        .join(Seat.class, equal(Seat::reading), lessThan(Seat::memberIndex));
  }

  private static Constraint twice(ConstraintFactory plan) {
    return plan.forEachUniquePair(Seat.class, equal(Seat::reading), equal(Seat::member))
        .penalizeLong(PlanRule.TWICE.weight, (a, b) -> 1L)
        .justifyWith((a, b, score) -> ConstraintBreach.of(a.reading.code, 1, a.member))
        .asConstraint(PlanRule.TWICE.name());
  }

  /** Every member with the number of initiatives that they read, 0 for a member who reads none. */
  private static BiConstraintStream<Member, Integer> loads(ConstraintFactory plan) {
    return plan.forEach(Seat.class)
        .groupBy(Seat::member, sum(Seat::initiatives))
        .complement(Member.class, member -> 0);
  }

  private static Constraint capacity(ConstraintFactory plan) {
    return loads(plan)
        .filter((member, load) -> load > member.capacity)
        .penalizeLong(PlanRule.CAPACITY.weight, (member, load) -> load - member.capacity)
        .justifyWith(
            (member, load, score) -> ConstraintBreach.of(null, load - member.capacity, member))
        .asConstraint(PlanRule.CAPACITY.name());
  }

  private static Constraint fairLoad(ConstraintFactory plan) {
    return loads(plan)
        .join(FairShares.class)
        .filter((member, load, limits) -> limits.unfair(member, load) > 0)
        .penalizeLong(
            PlanRule.FAIR_LOAD.weight, (member, load, limits) -> limits.unfair(member, load))
        .justifyWith(
            (member, load, limits, score) ->
                ConstraintBreach.of(null, (limits.unfair(member, load) + 999) / 1000, member))
        .asConstraint(PlanRule.FAIR_LOAD.name());
  }

  private static Constraint fairNumber(ConstraintFactory plan) {
    return plan.forEach(Seat.class)
        .groupBy(Seat::member, count())
        .complement(Member.class, member -> 0)
        .filter((member, dossiers) -> unfair(member, dossiers) > 0)
        .penalizeLong(PlanRule.FAIR_NUMBER.weight, (member, dossiers) -> unfair(member, dossiers))
        .justifyWith(
            (member, dossiers, score) ->
                ConstraintBreach.of(null, unfair(member, dossiers), member))
        .asConstraint(PlanRule.FAIR_NUMBER.name());
  }

  private static int unfair(Member member, int dossiers) {
    int off = Math.max(member.fewest - dossiers, dossiers - member.most);
    return member.available ? Math.max(0, off) : 0;
  }

  private static Constraint comparable(ConstraintFactory plan) {
    return neighbours(plan)
        .groupBy((a, b) -> a.member, (a, b) -> b.member, countBi())
        .join(FairShares.class)
        .filter((a, b, times, limits) -> times > limits.together())
        .penalizeLong(
            PlanRule.COMPARABLE.weight,
            (a, b, times, limits) ->
                (long) (times - limits.together()) * (times - limits.together()))
        .justifyWith(
            (a, b, times, limits, score) ->
                ConstraintBreach.of(null, times - limits.together(), a, b))
        .asConstraint(PlanRule.COMPARABLE.name());
  }

  private static Constraint moved(ConstraintFactory plan) {
    UniConstraintStream<ExistingAssignment> gone =
        plan.forEach(ExistingAssignment.class)
            .ifNotExists(
                Seat.class,
                equal(ExistingAssignment::reading, Seat::reading),
                equal(ExistingAssignment::member, Seat::member));
    return gone.penalizeLong(PlanRule.MOVED.weight, prior -> 1L)
        .justifyWith((prior, score) -> ConstraintBreach.of(prior.reading().code, 1, prior.member()))
        .asConstraint(PlanRule.MOVED.name());
  }

  private static Constraint sameOrigin(ConstraintFactory plan) {
    return neighbours(plan)
        .filter((a, b) -> nearness(a, b) > 0)
        .penalizeLong(PlanRule.SAME_ORIGIN.weight, PlanConstraints::nearness)
        .justifyWith(
            (a, b, score) ->
                ConstraintBreach.of(a.reading.code, nearness(a, b), a.member, b.member))
        .asConstraint(PlanRule.SAME_ORIGIN.name());
  }

  private static long nearness(Seat a, Seat b) {
    return a.member.origin.nearness(b.member.origin);
  }

  /** Whether two members sit in different panels; a member without a panel fits every panel. */
  private static boolean areOfOtherPanels(Member a, Member b) {
    return a.panel != null && b.panel != null && !a.panel.equals(b.panel);
  }

  private static Constraint otherPanel(ConstraintFactory plan) {
    return neighbours(plan)
        .filter((a, b) -> areOfOtherPanels(a.member, b.member))
        .penalizeLong(PlanRule.OTHER_PANEL.weight, (a, b) -> 1L)
        .justifyWith((a, b, score) -> ConstraintBreach.of(a.reading.code, 1, a.member, b.member))
        .asConstraint(PlanRule.OTHER_PANEL.name());
  }
}
