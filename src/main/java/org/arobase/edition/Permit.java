package org.arobase.edition;

import jakarta.enterprise.context.RequestScoped;
import java.util.EnumSet;
import java.util.Set;
import org.arobase.platform.problem.Problem;
import org.arobase.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What the guard of {@code access} lets the present request do: in which phases, and of which
 * dossiers it may know. The guard looks before the transaction begins; a write asks again here,
 * with the edition held, so that the phase is still the right one when it is written.
 */
@RequestScoped
public class Permit {
  private Set<Phase> phases = EnumSet.noneOf(Phase.class);
  private @Nullable Set<String> only = Set.of();
  private Set<String> hidden = Set.of();

  /**
   * Said once a request, by the guard.
   *
   * @param only the codes of the only dossiers that the caller may know of; null: no such limit
   * @param hidden the codes that the caller is recused from
   */
  public void grant(Set<Phase> phases, @Nullable Set<String> only, Set<String> hidden) {
    this.phases = phases;
    this.only = only;
    this.hidden = hidden;
  }

  /** The edition, held in one of the phases that the operation is allowed in. */
  public Edition held(int year) {
    return Edition.held(year).in(phases.toArray(Phase[]::new));
  }

  /** The edition, locked to be moved, in one of the phases that the operation is allowed in. */
  public Edition locked(int year) {
    return Edition.locked(year).in(phases.toArray(Phase[]::new));
  }

  /** Whether the caller may know anything of this dossier by the present operation. */
  public boolean sees(String code) {
    return !hidden.contains(code) && (only == null || only.contains(code));
  }

  /** Refuses a dossier, named in a body, that the caller may do nothing with. */
  public void require(String code) {
    if (!sees(code)) {
      throw new Refusal(Problem.NOT_YOUR_DOSSIER, code);
    }
  }

  /** The codes of the only dossiers to show; null: no such limit. */
  public @Nullable Set<String> only() {
    return only;
  }

  /** The codes of the dossiers not to show. */
  public Set<String> hidden() {
    return hidden;
  }
}
