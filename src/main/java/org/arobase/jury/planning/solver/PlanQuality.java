package org.arobase.jury.planning.solver;

import java.util.List;
import org.arobase.scoring.design.Design;

/** The quality of a whole plan: figures that no single seat decides. */
public final class PlanQuality {
  private final Plan plan;
  private final Design design;
  private final long[] loads;
  private final int[] dossiers;

  public PlanQuality(Plan plan) {
    this.plan = plan;
    this.design = design(plan);
    this.loads = new long[plan.members.size()];
    this.dossiers = new int[plan.members.size()];
    for (Seat seat : plan.seats) {
      loads[seat.member.index] += seat.initiatives();
      dossiers[seat.member.index]++;
    }
  }

  public static Design design(Plan plan) {
    List<Seat> seats = plan.seats;
    return new Design(
        plan.readings.size(),
        plan.members.size(),
        seats.stream().mapToInt(seat -> seat.reading.index).toArray(),
        seats.stream().mapToInt(seat -> seat.member.index).toArray());
  }

  public Design design() {
    return design;
  }

  public long load(Member member) {
    return loads[member.index];
  }

  public int dossiers(Member member) {
    return dossiers[member.index];
  }

  /**
   * The difference between the most overloaded and the most underloaded member against their
   * shares, in dossiers of mean size. Without capacities, this is the most that anybody reads more
   * than another.
   */
  public double loadSpread() {
    double most = Double.NEGATIVE_INFINITY;
    double least = Double.POSITIVE_INFINITY;
    for (Member member : available()) {
      double off = loads[member.index] - member.fairLoad();
      most = Math.max(most, off);
      least = Math.min(least, off);
    }
    return (most - least) * plan.limits.seats() / plan.limits.initiatives();
  }

  /** How many more dossiers one member has than another at most, after allowing for capacities. */
  public int numberSpread() {
    int more = 0;
    int fewer = 0;
    boolean uneven = false;
    for (Member member : available()) {
      more = Math.max(more, dossiers[member.index] - member.most);
      fewer = Math.max(fewer, member.fewest - dossiers[member.index]);
      uneven |= member.most > member.fewest;
    }
    return more + fewer + (uneven ? 1 : 0);
  }

  private List<Member> available() {
    return plan.members.stream().filter(member -> member.available).toList();
  }
}
