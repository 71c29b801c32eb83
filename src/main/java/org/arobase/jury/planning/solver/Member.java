package org.arobase.jury.planning.solver;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A juror who can be given dossiers, or keeps some. Members with the same index are equal. */
public final class Member {
  /** The capacity of a member without a limit. */
  public static final int NO_LIMIT = Integer.MAX_VALUE;

  final int index;
  public final String handle;
  public final boolean available;
  final int capacity;
  final Set<String> competences;
  final Origin origin;
  final @Nullable String panel;

  /** The fair share, in thousandths of an initiative; set once all members are known. */
  long share;

  /** The fewest dossiers that match the share, as {@link #most} is the most. */
  int fewest;

  int most;

  /**
   * @param available whether the member can be given more dossiers
   * @param capacity the most initiatives that the member can read
   * @param competences codes of the issues that the member knows; empty: not stated
   */
  public Member(
      int index,
      String handle,
      boolean available,
      int capacity,
      Set<String> competences,
      Origin origin,
      @Nullable String panel) {
    this.index = index;
    this.handle = handle;
    this.available = available;
    this.capacity = capacity;
    this.competences = competences;
    this.origin = origin;
    this.panel = panel;
  }

  /** The fair share, in initiatives. */
  public double fairLoad() {
    return share / (double) FairShares.FINE;
  }

  /**
   * Where a juror or a dossier comes from; null where that is not known.
   *
   * @param authority code of the authority
   */
  public record Origin(
      @Nullable String authority, @Nullable String department, @Nullable String region) {
    public static final Origin UNKNOWN = new Origin(null, null, null);

    /**
     * How near two origins are: 3 the same authority, 2 département, 1 région, 0 none or not known.
     */
    int nearness(Origin other) {
      if (authority != null && authority.equals(other.authority)) {
        return 3;
      }
      if (department != null && department.equals(other.department)) {
        return 2;
      }
      return region != null && region.equals(other.region) ? 1 : 0;
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Member member && member.index == index;
  }

  /** Not the identity hash, because the same seed must give the same plan in another run. */
  @Override
  public int hashCode() {
    return index;
  }
}
