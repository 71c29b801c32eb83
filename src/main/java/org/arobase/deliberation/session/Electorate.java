package org.arobase.deliberation.session;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.arobase.deliberation.session.Attendance.Mode;
import org.arobase.edition.Edition;
import org.arobase.edition.policy.DeliberationPolicy;
import org.arobase.jury.Juror;
import org.arobase.jury.Recusals;
import org.jspecify.annotations.Nullable;

/** The members of a jury who attend a session, and the votes that each of them has. */
final class Electorate {
  private final DeliberationPolicy policy;
  private final Supplier<Recusals> recusals;
  private @Nullable Recusals known;
  private final Map<String, Juror> members;
  private final Map<String, Attendance> attendance = new HashMap<>();

  /**
   * The electorate of a session.
   *
   * @param jury all members there ever were, by id
   */
  Electorate(
      DeliberationPolicy policy,
      List<Juror> jury,
      List<Attendance> attending,
      Supplier<Recusals> recusals) {
    this.policy = policy;
    this.recusals = recusals;
    this.members =
        jury.stream().filter(Juror::isIn).collect(Collectors.toMap(j -> j.handle, j -> j));
    attending.stream()
        .filter(a -> a.leftAt == null && members.containsKey(a.juror.handle))
        .forEach(a -> attendance.put(a.juror.handle, a));
  }

  /** The electorate of a session as it is now. */
  static Electorate of(Edition edition, DeliberationSession session) {
    return new Electorate(
        edition.policy().deliberationRules(),
        Juror.all(session.editionYear),
        Attendance.of(session),
        () -> Recusals.of(session.editionYear));
  }

  int members() {
    return members.size();
  }

  /** How many must attend among the members who are not in {@code out}. */
  int needed(Set<String> out) {
    return policy.needed((int) members.keySet().stream().filter(m -> !out.contains(m)).count());
  }

  /** How many attend, as the policy counts, among the members who are not in {@code out}. */
  int attending(Set<String> out) {
    return (int)
        attendance.values().stream()
            .filter(a -> !out.contains(a.juror.handle))
            .filter(a -> a.mode != Mode.MANDATE || policy.mandatesCount() && isIn(a.holder, out))
            .count();
  }

  boolean isQuorate(Set<String> out) {
    return attending(out) >= needed(out);
  }

  /** The ids of the members who are recused from a dossier; of no dossier, nobody is. */
  SortedSet<String> recused(@Nullable String code) {
    SortedSet<String> recused = code == null ? new TreeSet<>() : recusals().handles(code);
    recused.retainAll(members.keySet());
    return recused;
  }

  /** Reads the recusals once for all motions. */
  private Recusals recusals() {
    if (known == null) {
      known = recusals.get();
    }
    return known;
  }

  /** The ids of the members who can vote: they attend, or their mandate holder does. */
  SortedSet<String> entitled(Set<String> out) {
    return attendance.values().stream()
        .filter(a -> !out.contains(a.juror.handle))
        .filter(a -> a.mode != Mode.MANDATE || isIn(a.holder, out))
        .map(a -> a.juror.handle)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  boolean hasCastingVote() {
    return policy.castingVote();
  }

  /** Whether a member attends in person or remotely, and is not in {@code out}; false for null. */
  boolean isIn(@Nullable Juror holder, Set<String> out) {
    Attendance own = holder == null ? null : attendance.get(holder.handle);
    return own != null && own.mode != Mode.MANDATE && !out.contains(holder.handle);
  }

  /** Whether a ballot still counts: its member has a vote, and its caster may still cast it. */
  boolean counts(Ballot ballot, Set<String> out) {
    boolean own = ballot.castBy.equals(ballot.juror.username);
    Attendance given = attendance.get(ballot.juror.handle);
    boolean held =
        given != null && given.holder != null && ballot.castBy.equals(given.holder.username);
    return entitled(out).contains(ballot.juror.handle) && (own ? given.mode != Mode.MANDATE : held);
  }

  /** Whether a member may cast another member's vote, or their own. */
  boolean votesFor(Juror caster, Juror voter) {
    Attendance given = attendance.get(voter.handle);
    if (caster.handle.equals(voter.handle)) {
      return given != null && given.mode != Mode.MANDATE;
    }
    return given != null
        && given.holder != null
        && Objects.equals(given.holder.handle, caster.handle);
  }
}
