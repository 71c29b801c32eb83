package org.arobase.access;

import org.arobase.platform.problem.Rule;

/** Rules of the guard that a body can break, or that can block a step. */
public enum AccessRule implements Rule {
  HIDDEN_DOSSIER_BLOCKS
}
