package org.arobase.edition;

import org.arobase.platform.problem.Rule;

/** Rules of editions that a body can break, or that can block a step. */
public enum EditionRule implements Rule {
  UNKNOWN_FRAMEWORK,
  BREAKS_POLICY,
  POLICY_BROKEN,
  REASON_REQUIRED
}
