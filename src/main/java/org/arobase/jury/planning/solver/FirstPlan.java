package org.arobase.jury.planning.solver;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Fills the empty seats, the largest dossiers first, by drawing among those who have most to read
 * yet. Drawn at random and with equal loads, jurors meet nearly as in the best design
 * (scoring/methods.md, section 14: a contrast ratio of 1.01), so that the solver begins near a good
 * plan.
 */
final class FirstPlan {
  /** A member is drawn among the tenth with the most room, but among {@link #FEWEST} at least. */
  private static final int TENTH = 10;

  private static final int FEWEST = 5;

  private final Plan plan;
  private final Random random;
  private final double[] read;
  private final double[] dossiers;

  private FirstPlan(Plan plan, long seed) {
    this.plan = plan;
    this.random = new Random(seed);
    this.read = new double[plan.members.size()];
    this.dossiers = new double[plan.members.size()];
  }

  static void fill(Plan plan, long seed) {
    new FirstPlan(plan, seed).fill();
  }

  private void fill() {
    List<List<Seat>> byReading = new ArrayList<>();
    plan.readings.forEach(reading -> byReading.add(new ArrayList<>()));
    for (Seat seat : plan.seats) {
      byReading.get(seat.reading.index).add(seat);
      if (seat.member != null) {
        take(seat);
      }
    }
    Collections.shuffle(byReading, random);
    byReading.sort(Comparator.comparingInt(FirstPlan::initiatives).reversed());
    byReading.forEach(this::fill);
    LoadBalancer.of(plan);
  }

  private static int initiatives(List<Seat> seats) {
    return seats.isEmpty() ? 0 : seats.get(0).initiatives();
  }

  private void fill(List<Seat> seats) {
    Set<Member> sitting = new HashSet<>();
    for (Seat seat : seats) {
      if (seat.member != null) {
        sitting.add(seat.member);
      }
    }
    for (Seat seat : seats) {
      if (seat.member == null) {
        seat.member = draw(seat.reading, sitting);
        sitting.add(seat.member);
        take(seat);
      }
    }
  }

  /**
   * Draws a member who may take a seat. When there is none, any member takes it, and the plan
   * violates a rule.
   */
  private Member draw(Reading reading, Set<Member> sitting) {
    List<Member> able =
        plan.members.stream()
            .filter(member -> reading.allows(member) && !sitting.contains(member))
            .sorted(Comparator.comparingDouble(this::busy))
            .toList();
    if (able.isEmpty()) {
      return plan.members.get(random.nextInt(plan.members.size()));
    }
    int most = Math.min(able.size(), Math.max(FEWEST, plan.members.size() / TENTH));
    return able.get(random.nextInt(most));
  }

  /**
   * How much of their share a member has, in initiatives plus in dossiers; 2 is about the full
   * share.
   */
  private double busy(Member member) {
    double share = Math.max(1, member.fairLoad());
    int most = Math.max(1, member.most);
    return read[member.index] / share + dossiers[member.index] / most;
  }

  private void take(Seat seat) {
    read[seat.member.index] += seat.initiatives();
    dossiers[seat.member.index]++;
  }
}
