package org.arobase.edition;

/** Where an edition stands; one step at a time. */
public enum Phase {
  /** Being prepared: framework and policy can change. */
  DRAFT,
  /** Dossiers come in. */
  OPEN,
  /** Jurors score. */
  EVALUATION,
  /** The president decides. */
  DELIBERATION,
  /** Decided, under embargo. */
  FINALISED,
  /** Everyone can read the palmarès. */
  PUBLISHED;

  /** Whether the step leads to the next phase. */
  boolean isBefore(Phase other) {
    return other.ordinal() == ordinal() + 1;
  }

  /** Whether this phase is at or after the other. */
  public boolean atLeast(Phase other) {
    return compareTo(other) >= 0;
  }
}
