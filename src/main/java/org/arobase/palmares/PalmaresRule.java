package org.arobase.palmares;

import org.arobase.platform.problem.Rule;

/** Rules of the palmarès that a body can break, or that can block a step. */
public enum PalmaresRule implements Rule {
  EMBARGO_PAST
}
