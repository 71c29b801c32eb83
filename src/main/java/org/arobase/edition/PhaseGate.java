package org.arobase.edition;

import java.util.List;
import java.util.Set;
import org.arobase.access.Phase;
import org.arobase.platform.problem.Violation;

/** Lets a feature block a step to another phase, or act after it. */
public interface PhaseGate {
  /**
   * The reasons why the edition cannot go to this phase now; empty when it can.
   *
   * @param confirmed codes of the dossiers that the caller accepts to have judged on fewer sheets
   *     than were assigned
   */
  default List<Violation.Draft> blockers(Edition edition, Phase to, Set<String> confirmed) {
    return List.of();
  }

  /** Called when the edition has entered this phase, in the transaction of the step. */
  default void entered(Edition edition, Phase phase) {}
}
