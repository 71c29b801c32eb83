package org.arobase.jury.planning.solver;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.arobase.scoring.design.Design;

/**
 * Joins the parts of a plan between which jurors cannot be compared. No single move shows the
 * search that it must join them: two members of different parts swap seats, or, where that joins
 * nothing, one takes over a seat of the other.
 */
final class ConnectivityRepair {
  /** The most tries. Each evaluates the whole plan; nearly always the first one succeeds. */
  private static final int MOST_TRIES = 2000;

  private static final int MOST_LOOKS = 1_000_000;

  private final Plan plan;
  private int tries;
  private int looks;
  private final Map<Reading, Set<Member>> sitting = new HashMap<>();
  private final Map<Member, Long> loads = new HashMap<>();

  private ConnectivityRepair(Plan plan) {
    this.plan = plan;
    for (Seat seat : plan.seats) {
      sitting.computeIfAbsent(seat.reading, r -> new HashSet<>()).add(seat.member);
      loads.merge(seat.member, (long) seat.initiatives(), Long::sum);
    }
  }

  /**
   * Joins the parts of a plan, as far as possible.
   *
   * @return whether anybody changed seats
   */
  static boolean of(Plan plan) {
    ConnectivityRepair joining = new ConnectivityRepair(plan);
    int parts = PlanQuality.design(plan).comparable();
    boolean changed = false;
    while (parts > 1 && joining.step(parts)) {
      changed = true;
      parts = PlanQuality.design(plan).comparable();
    }
    return changed;
  }

  /** Makes the first change that leaves fewer parts; false when there is none. */
  private boolean step(int parts) {
    Design design = PlanQuality.design(plan);
    Map<Integer, List<Seat>> byPart = new HashMap<>();
    for (Seat seat : plan.seats) {
      if (!seat.pinned) {
        byPart.computeIfAbsent(design.part(seat.member.index), part -> new ArrayList<>()).add(seat);
      }
    }
    byPart.values().forEach(s -> s.sort(Comparator.comparingInt(seat -> seat.id)));
    List<Integer> names = byPart.keySet().stream().sorted().toList();
    for (int first = 0; first < names.size(); first++) {
      for (int other = first + 1; other < names.size(); other++) {
        if (join(byPart.get(names.get(first)), byPart.get(names.get(other)), parts)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean join(List<Seat> here, List<Seat> there, int parts) {
    for (boolean swap : new boolean[] {true, false}) {
      for (Seat a : here) {
        for (Seat b : there) {
          if (tries >= MOST_TRIES || looks++ >= MOST_LOOKS) {
            return false;
          }
          if (tried(a, b, swap, parts)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private boolean tried(Seat a, Seat b, boolean swap, int parts) {
    Member first = a.member;
    Member second = b.member;
    boolean able = fits(second, a, b, swap) && (!swap || fits(first, b, a, true));
    if (!able) {
      return false;
    }
    tries++;
    seat(a, second);
    if (swap) {
      seat(b, first);
    }
    if (PlanQuality.design(plan).comparable() < parts) {
      return true;
    }
    seat(a, first);
    if (swap) {
      seat(b, second);
    }
    return false;
  }

  /**
   * Whether a member may take a seat, and has the capacity for it after giving up another in a
   * swap.
   */
  private boolean fits(Member member, Seat seat, Seat givenUp, boolean swap) {
    long load = loads.get(member) + seat.initiatives() - (swap ? givenUp.initiatives() : 0);
    return seat.reading.allows(member)
        && !sitting.get(seat.reading).contains(member)
        && load <= member.capacity;
  }

  private void seat(Seat seat, Member member) {
    Set<Member> here = sitting.get(seat.reading);
    here.remove(seat.member);
    here.add(member);
    loads.merge(seat.member, (long) -seat.initiatives(), Long::sum);
    loads.merge(member, (long) seat.initiatives(), Long::sum);
    seat.member = member;
  }
}
