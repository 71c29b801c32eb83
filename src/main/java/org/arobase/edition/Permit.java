package org.arobase.edition;

import jakarta.enterprise.context.RequestScoped;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;
import org.arobase.platform.problem.Problem;
import org.arobase.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What the guard of {@code access} lets the present request do: in which phases, and of which
 * dossiers it may know. The guard looks before the transaction begins; a write asks again here,
 * with the edition held, so that the phase is still the right one when it is written, and no
 * recusal has come in between.
 */
@RequestScoped
public class Permit {
  private Set<Phase> phases = EnumSet.noneOf(Phase.class);
  private Supplier<Scope> source = () -> Scope.NOTHING;
  private @Nullable Scope scope;

  /**
   * Of which dossiers a caller may know.
   *
   * @param only the codes of the only ones; null: no such limit
   * @param hidden the codes that it is recused from
   */
  public record Scope(@Nullable Set<String> only, Set<String> hidden) {
    private static final Scope NOTHING = new Scope(Set.of(), Set.of());
  }

  /**
   * Said once a request, by the guard.
   *
   * @param source gives the scope as it is when it is asked
   */
  public void grant(Set<Phase> phases, Supplier<Scope> source) {
    this.phases = phases;
    this.source = source;
    this.scope = null;
  }

  /** The edition, held in one of the phases that the operation is allowed in. */
  public Edition held(int year) {
    scope = null;
    return Edition.held(year).in(phases.toArray(Phase[]::new));
  }

  /** The edition, locked to be moved, in one of the phases that the operation is allowed in. */
  public Edition locked(int year) {
    scope = null;
    return Edition.locked(year).in(phases.toArray(Phase[]::new));
  }

  /** The edition in one of those phases, looked at again in a request that goes on for long. */
  public Edition again(int year) {
    scope = null;
    return Edition.required(year).in(phases.toArray(Phase[]::new));
  }

  private Scope scope() {
    if (scope == null) {
      scope = source.get();
    }
    return scope;
  }

  /**
   * Whether the caller may know anything of this dossier by the present operation. First asked in a
   * transaction after its locks are taken: what is read then is not older than they are.
   */
  public boolean sees(String code) {
    return !hidden().contains(code) && (only() == null || only().contains(code));
  }

  /** Refuses a dossier that the caller may do nothing with; to be asked as {@link #sees} is. */
  public void require(String code) {
    if (hidden().contains(code)) {
      throw new Refusal(Problem.RECUSED, code);
    }
    if (!sees(code)) {
      throw new Refusal(Problem.NOT_YOUR_DOSSIER, code);
    }
  }

  /** The codes of the only dossiers to show; null: no such limit. */
  public @Nullable Set<String> only() {
    return scope().only();
  }

  /** The codes of the dossiers not to show. */
  public Set<String> hidden() {
    return scope().hidden();
  }
}
