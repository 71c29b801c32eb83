package org.arobase.access;

import java.util.Collection;
import java.util.stream.Collectors;
import org.arobase.platform.problem.Refusal;

/** The phases of an edition, in order. An edition moves one phase at a time. */
public enum Phase {
  /** Being prepared: framework and policy can change. */
  DRAFT,
  /** Dossiers are created and changed. */
  OPEN,
  /** Jurors score. */
  EVALUATION,
  /** The president decides. */
  DELIBERATION,
  /** Decided, under embargo. */
  FINALISED,
  /** Everyone can read the palmarès. */
  PUBLISHED;

  /** Whether the other phase comes directly after this one. */
  public boolean isBefore(Phase other) {
    return other.ordinal() == ordinal() + 1;
  }

  /** Whether this phase is at or after the other. */
  public boolean atLeast(Phase other) {
    return compareTo(other) >= 0;
  }

  /**
   * Refuses an operation that is not allowed in this phase.
   *
   * @param year of the edition
   * @throws Refusal 409
   */
  public void requireOneOf(int year, Collection<Phase> allowed) {
    if (!allowed.contains(this)) {
      String needed = allowed.stream().sorted().map(Phase::name).collect(Collectors.joining(", "));
      throw new Refusal(AccessProblem.WRONG_PHASE, String.valueOf(year), name(), needed);
    }
  }
}
