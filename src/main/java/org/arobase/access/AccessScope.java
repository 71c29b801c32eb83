package org.arobase.access;

import jakarta.enterprise.context.RequestScoped;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.arobase.audit.Subject;
import org.arobase.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * The one rule for what a caller may see: whether they see a dossier, now, by the present
 * operation. Every list, count, stream, job result, seal, paper and audit listing asks it.
 *
 * <p>The {@link Guard} looks before the transaction begins. A write asks again, with the edition
 * held, so that the phase is still the right one when it is written, and no recusal has come in
 * between; a score sheet asks whether its assignment is in force, which a recusal ends. A reading
 * relies on what the guard has just read.
 */
@RequestScoped
public class AccessScope {
  private final CallerMembership membership;
  private Set<Phase> phases = EnumSet.noneOf(Phase.class);
  private Supplier<Limits> source = () -> Limits.NOTHING;
  private Supplier<Limits> again = source;
  private @Nullable Limits limits;

  AccessScope(CallerMembership membership) {
    this.membership = membership;
  }

  /**
   * The dossiers that a caller may see, for a query.
   *
   * @param only the codes of the only ones; null: no such limit
   * @param hidden the codes that the caller is recused from
   */
  public record Limits(@Nullable Set<String> only, Set<String> hidden) {
    /** No limits: for what the server computes for everybody. */
    public static final Limits ALL = new Limits(null, Set.of());

    private static final Limits NOTHING = new Limits(Set.of(), Set.of());

    /** Whether this dossier is among them. */
    public boolean allow(String code) {
      return !hidden.contains(code) && (only == null || only.contains(code));
    }
  }

  /**
   * Told once a request, by the guard.
   *
   * @param phases in which the operation is allowed
   * @param source gives the limits by what the guard has read
   * @param again gives the limits as they are when it is asked
   */
  void grant(Set<Phase> phases, Supplier<Limits> source, Supplier<Limits> again) {
    this.phases = phases;
    this.source = source;
    this.again = again;
    this.limits = null;
  }

  /**
   * Refuses the operation in another phase; from now on the limits are read again. To be called
   * with the edition held.
   *
   * @throws Refusal 409
   */
  public void requirePhase(int year, Phase now) {
    limits = null;
    source = again;
    now.requireOneOf(year, phases);
  }

  /** The dossiers that the caller may see by the present operation. */
  public Limits limits() {
    if (limits == null) {
      limits = source.get();
    }
    return limits;
  }

  /** Whether the caller may see anything of this dossier by the present operation. */
  public boolean sees(String code) {
    return limits().allow(code);
  }

  /** Whether the caller may see everything of an edition: they are recused from nothing. */
  public boolean seesAll() {
    return limits().hidden().isEmpty();
  }

  /** Whether the caller's rights to the present operation end at certain dossiers. */
  public boolean isLimited() {
    return limits().only() != null;
  }

  /** Those of these things that are about a dossier that the caller may see. */
  public <T> List<T> filter(Collection<T> all, Function<T, String> code) {
    return all.stream().filter(one -> sees(code.apply(one))).toList();
  }

  /**
   * Refuses a dossier that the caller may do nothing with.
   *
   * @throws Refusal 403
   */
  public void require(String code) {
    if (limits().hidden().contains(code)) {
      throw new Refusal(AccessProblem.RECUSED, code);
    }
    if (!sees(code)) {
      throw new Refusal(AccessProblem.NOT_YOUR_DOSSIER, code);
    }
  }

  /** The codes that the caller is recused from in an edition, whatever the operation is about. */
  public Set<String> recusedFrom(int year) {
    return membership.of(year).recused();
  }

  /** Whether a subject is about a dossier that the caller is recused from, in any edition. */
  public boolean isHidden(Subject subject) {
    return subject.edition() != null
        && subject.dossier() != null
        && recusedFrom(subject.edition()).contains(subject.dossier());
  }

  /** The codes that the president is recused from: they fall to the vice-president. */
  public Set<String> withoutPresident(int year) {
    return membership.of(year).withoutPresident();
  }

  /**
   * Refuses a result that was computed with a dossier that the caller has been recused from since.
   *
   * @param hiddenThen the codes that were left out of the result
   * @throws Refusal 403
   */
  public void requireNoRecusalSince(int year, Collection<String> hiddenThen) {
    recusedFrom(year).stream()
        .filter(code -> !hiddenThen.contains(code))
        .findFirst()
        .ifPresent(
            code -> {
              throw new Refusal(AccessProblem.RECUSED, code);
            });
  }
}
