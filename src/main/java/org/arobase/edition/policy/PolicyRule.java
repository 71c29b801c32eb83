package org.arobase.edition.policy;

import org.arobase.platform.problem.Rule;

/** Rules that a rating policy can break. */
public enum PolicyRule implements Rule {
  UNKNOWN_CRITERION,
  UNKNOWN_ISSUE,
  POLICY_INCOMPLETE,
  SHARE_OUT_OF_RANGE,
  DIGITS_OUT_OF_RANGE,
  STRATUM_TWICE,
  NO_POSITIVE_WEIGHT,
  WEIGHT_MISSING,
  NO_STRATUM_FROM_ZERO,
  FIVE_THRESHOLDS,
  THRESHOLD_NOT_RISING,
  LEVEL_OUT_OF_RANGE,
  GATE_NEEDS_ONE_CONDITION,
  PANEL_TOO_SMALL,
  ABOVE_QUORUM
}
