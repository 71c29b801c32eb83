package org.arobase.jury.planning.solver;

import java.util.List;

/**
 * Each member's fair share of what there is to read.
 *
 * @param seats the number of seats
 * @param initiatives the number of initiatives to read in all seats together
 * @param slack how far a load may be off its share, in thousandths of an initiative: half of a mean
 *     dossier, so that two loads differ by one mean dossier at most
 * @param together how often two members may read the same dossier
 */
record FairShares(int seats, long initiatives, long slack, int together) {
  static final long FINE = 1000;

  /**
   * Computes the shares and stores them in the members: equal shares, but no more than the capacity
   * of a member.
   */
  static FairShares of(List<Member> members, List<Seat> seats, int together) {
    long initiatives = seats.stream().mapToLong(Seat::initiatives).sum();
    List<Seat> open = seats.stream().filter(seat -> !isGone(seat)).toList();
    long left = open.stream().mapToLong(Seat::initiatives).sum();
    double level = level(members.stream().filter(m -> m.available).toList(), left);
    for (Member member : members) {
      double share = member.available ? Math.min(member.capacity, level) : 0;
      double dossiers = left == 0 ? 0 : share * open.size() / left;
      member.share = Math.round(FINE * share);
      // 1e-9, because a rounding error must not move a whole number up or down
      member.fewest = (int) Math.floor(dossiers + 1e-9);
      member.most = (int) Math.ceil(dossiers - 1e-9);
    }
    long slack = seats.isEmpty() ? 0 : FINE * initiatives / (2L * seats.size());
    return new FairShares(seats.size(), initiatives, slack, together);
  }

  /** Whether a seat stays with a member who is given nothing more: it is not shared out. */
  private static boolean isGone(Seat seat) {
    return seat.pinned && seat.member != null && !seat.member.available;
  }

  /**
   * The load at which Σ min(capacity, load) is all there is to read; no limit when it is never
   * reached.
   */
  private static double level(List<Member> members, long initiatives) {
    List<Integer> capacities = members.stream().map(m -> m.capacity).sorted().toList();
    double left = initiatives;
    for (int i = 0; i < capacities.size(); i++) {
      double equal = left / (capacities.size() - i);
      if (equal <= capacities.get(i)) {
        return equal;
      }
      left -= capacities.get(i);
    }
    return Member.NO_LIMIT;
  }

  /**
   * How far a load, in initiatives, is beyond what is fair, in thousandths of an initiative; 0: it
   * is fair.
   */
  long unfair(Member member, long load) {
    return member.available ? Math.max(0, Math.abs(FINE * load - member.share) - slack) : 0;
  }

  FairShares withTogether(int most) {
    return new FairShares(seats, initiatives, slack, most);
  }
}
