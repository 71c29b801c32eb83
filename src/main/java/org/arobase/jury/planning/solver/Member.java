package org.arobase.jury.planning.solver;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A juror who can be given dossiers. Two of them are equal when they are the same row. */
public final class Member {
  /** Who has no limit. */
  public static final int NO_LIMIT = Integer.MAX_VALUE;

  final int index;
  public final String handle;
  public final boolean available;
  final int capacity;
  final Set<String> competences;
  final Origin origin;
  final @Nullable String panel;

  /** What it should read, in thousandths of an initiative: set once all members are known. */
  long share;

  /** The fewest and the most dossiers that go with the share. */
  int fewest;

  int most;

  /**
   * @param available whether it can be given more than what it has already
   * @param capacity the most initiatives it can read
   * @param competences codes of issues; empty: it has said nothing
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

  /** The share in initiatives. */
  public double fairLoad() {
    return share / (double) FairShares.FINE;
  }

  /**
   * Where somebody or something belongs; null where that is not known.
   *
   * @param authority its code
   */
  public record Origin(
      @Nullable String authority, @Nullable String department, @Nullable String region) {
    public static final Origin UNKNOWN = new Origin(null, null, null);

    /** How near they are: 3 the same authority, 2 département, 1 région, 0 none or not known. */
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

  /** Not that of the object: the same seed must give the same plan in another run. */
  @Override
  public int hashCode() {
    return index;
  }
}
