package org.arobase.dossier;

import org.arobase.platform.problem.Rule;

/** Rules of dossiers that a body can break, or that can block a step. */
public enum DossierRule implements Rule {
  UNKNOWN_SERVICE,
  START_REQUIRED,
  DOSSIER_EXISTS,
  NUMBER_GIVEN_BEFORE,
  NUMBER_BELOW_ONE
}
