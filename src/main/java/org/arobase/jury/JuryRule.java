package org.arobase.jury;

import org.arobase.platform.problem.Rule;

/** Rules of the jury that a body can break, or that can block a step. */
public enum JuryRule implements Rule {
  UNKNOWN_DOSSIER,
  UNKNOWN_JUROR,
  ASSIGNED_TWICE,
  JUROR_RECUSED,
  JUROR_HAS_LEFT,
  JUROR_HAS_DECLINED,
  JUROR_NOT_AVAILABLE,
  AFFILIATION_STAYS,
  READING_BEGUN,
  USERNAME_STAYS,
  RECUSAL_DIFFERS
}
