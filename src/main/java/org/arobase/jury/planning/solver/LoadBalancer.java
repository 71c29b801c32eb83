package org.arobase.jury.planning.solver;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Moves dossiers from members who have too many to members who have too few. Among thousands of
 * seats, a random search takes minutes to find the last few right moves.
 */
final class LoadBalancer {
  private final Plan plan;
  private final int[] dossiers;
  private final Map<Reading, Set<Member>> sitting = new HashMap<>();

  private LoadBalancer(Plan plan) {
    this.plan = plan;
    this.dossiers = new int[plan.members.size()];
    for (Seat seat : plan.seats) {
      dossiers[seat.member.index]++;
      sitting.computeIfAbsent(seat.reading, r -> new HashSet<>()).add(seat.member);
    }
  }

  static void of(Plan plan) {
    LoadBalancer evening = new LoadBalancer(plan);
    // the smallest first, because moving them changes the loads in initiatives least
    plan.seats.stream().sorted(Comparator.comparingInt(Seat::initiatives)).forEach(evening::pass);
  }

  /**
   * Passes a seat of a member with too many dossiers to the member who lacks most, of those who may
   * take it.
   */
  private void pass(Seat seat) {
    Member from = seat.member;
    if (seat.pinned || dossiers[from.index] <= from.most) {
      return;
    }
    Set<Member> here = sitting.getOrDefault(seat.reading, Set.of());
    able(seat.reading, here)
        .ifPresent(
            to -> {
              here.remove(from);
              here.add(to);
              dossiers[from.index]--;
              dossiers[to.index]++;
              seat.member = to;
            });
  }

  private Optional<Member> able(Reading reading, Set<Member> here) {
    List<Member> members = plan.members;
    return members.stream()
        .filter(m -> dossiers[m.index] < m.fewest && reading.allows(m) && !here.contains(m))
        .min((a, b) -> Integer.compare(dossiers[a.index] - a.fewest, dossiers[b.index] - b.fewest));
  }
}
