package org.arobase.framework;

import org.arobase.platform.problem.Rule;

/** Rules of frameworks that a body can break, or that can block a step. */
public enum FrameworkRule implements Rule {
  DUPLICATE_CODE,
  OFF_SCALE,
  ID_STAYS,
  SCALE_TOO_FINE
}
