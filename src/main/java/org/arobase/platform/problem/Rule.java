package org.arobase.platform.problem;

import java.util.Locale;

/**
 * The rules that a body can break, or that can block a step: each violation names one. Its text in
 * both languages is in the bundle {@code problems} under {@code violation.<code>}.
 */
public enum Rule {
  UNKNOWN_PROPERTY,
  WRONG_TYPE,
  CONSTRAINT,
  DUPLICATE_CODE,
  OFF_SCALE,
  OFF_STEP,
  MARK_TWICE,
  UNKNOWN_INITIATIVE,
  UNKNOWN_CRITERION,
  UNKNOWN_ISSUE,
  UNKNOWN_SERVICE,
  UNKNOWN_FRAMEWORK,
  UNKNOWN_AUTHORITY,
  UNKNOWN_DOSSIER,
  UNKNOWN_JUROR,
  ASSIGNED_TWICE,
  JUROR_RECUSED,
  JUROR_HAS_LEFT,
  READING_BEGUN,
  VALUE_OR_STATE,
  VALUE_AND_STATE,
  COMMENT_TWICE,
  MARK_MISSING,
  QUORUM_NOT_REACHED,
  HIDDEN_DOSSIER_BLOCKS,
  SHEETS_BEGUN,
  SCALE_TOO_FINE,
  POLICY_INCOMPLETE,
  SHARE_OUT_OF_RANGE,
  DIGITS_OUT_OF_RANGE,
  STRATUM_TWICE,
  NO_POSITIVE_WEIGHT,
  REASON_REQUIRED,
  REASON_FOR_OTHER_LEVEL,
  START_REQUIRED,
  DOSSIER_EXISTS,
  UNDECIDED,
  AWAITS_VICE_PRESIDENT,
  DECIDED_BY_RECUSED,
  DECIDED_ON_OTHER_MARKS,
  WEIGHT_MISSING,
  NO_STRATUM_FROM_ZERO,
  FIVE_THRESHOLDS,
  THRESHOLD_NOT_RISING,
  LEVEL_OUT_OF_RANGE,
  GATE_NEEDS_ONE_CONDITION,
  PANEL_TOO_SMALL;

  /** The name in kebab case, for example {@code off-scale}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
