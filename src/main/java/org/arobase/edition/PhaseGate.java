package org.arobase.edition;

import java.util.List;
import org.arobase.platform.problem.Violation;

/** What stands in the way of a step; each feature says its own, and the step lists them all. */
public interface PhaseGate {
  /** The reasons why the edition cannot go to this phase now; empty when it can. */
  List<Violation.Draft> blockers(Edition edition, Phase to);
}
