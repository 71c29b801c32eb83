package org.arobase.jury.planning.solver;

import java.util.List;
import java.util.Set;
import org.arobase.dossier.Coverage;
import org.arobase.jury.planning.solver.Member.Origin;

/** A dossier to read. Readings with the same index are equal. */
public final class Reading {
  final int index;
  public final String code;
  final int initiatives;
  private final Coverage coverage;
  private final Origin origin;
  private final Set<String> recused;
  private final Set<String> readBefore;
  private int[] known = {};
  private int[] nearness = {};
  private boolean[] allowed = {};
  private boolean[] before = {};

  /**
   * @param coverage what is to be marked; a dossier without an initiative takes the time of one
   * @param recused handles of the members who are recused from it
   * @param readBefore handles of the members who read the same authority's dossier last year
   */
  public Reading(
      int index,
      String code,
      Coverage coverage,
      Origin origin,
      Set<String> recused,
      Set<String> readBefore) {
    this.index = index;
    this.code = code;
    this.initiatives = Math.max(1, coverage.initiatives());
    this.coverage = coverage;
    this.origin = origin;
    this.recused = recused;
    this.readBefore = readBefore;
  }

  /** Precomputes how each member relates to the dossier, so that the solver only looks it up. */
  void meet(List<Member> members) {
    known = members.stream().mapToInt(m -> coverage.knownTo(m.competences)).toArray();
    nearness = members.stream().mapToInt(m -> origin.nearness(m.origin)).toArray();
    allowed = new boolean[members.size()];
    before = new boolean[members.size()];
    for (Member member : members) {
      allowed[member.index] = member.available && !recused.contains(member.handle);
      before[member.index] = readBefore.contains(member.handle);
    }
  }

  /** Whether a member is recused from the dossier; can be called before {@link #meet}. */
  public boolean isRecused(Member member) {
    return recused.contains(member.handle);
  }

  boolean allows(Member member) {
    return allowed[member.index];
  }

  /** The share of the dossier that a member does not know, 0 to 100 percent. */
  int unknownTo(Member member) {
    return 100 - known[member.index];
  }

  int nearnessOf(Member member) {
    return nearness[member.index];
  }

  boolean wasReadBy(Member member) {
    return before[member.index];
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Reading reading && reading.index == index;
  }

  /** Not the identity hash, because the same seed must give the same plan in another run. */
  @Override
  public int hashCode() {
    return index;
  }
}
