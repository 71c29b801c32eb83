package org.arobase.edition;

import java.util.List;
import org.arobase.access.Phase;
import org.arobase.platform.problem.Violation;

/** What a feature has to say about a step from one phase to another. */
public interface PhaseGate {
  /** The reasons why the edition cannot go to this phase now; empty when it can. */
  default List<Violation.Draft> blockers(Edition edition, Phase to) {
    return List.of();
  }

  /** What must be done when the edition has come to this phase, in the transaction of the step. */
  default void entered(Edition edition, Phase phase) {}
}
