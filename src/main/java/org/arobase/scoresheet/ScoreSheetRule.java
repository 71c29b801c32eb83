package org.arobase.scoresheet;

import org.arobase.platform.problem.Rule;

/** Rules of score sheets that a body can break, or that can block a step. */
public enum ScoreSheetRule implements Rule {
  OFF_STEP,
  MARK_TWICE,
  UNKNOWN_INITIATIVE,
  VALUE_OR_STATE,
  VALUE_AND_STATE,
  COMMENT_TWICE,
  MARK_MISSING,
  SHEETS_BEGUN,
  COMMENT_ON_ITS_OWN_LINE,
  MARK_WITHOUT_CRITERION,
  NOT_MINE_TO_SCORE,
  SHEET_IS_SUBMITTED,
  SHEET_TWICE,
  SHEET_CHANGED,
  MARK_MISSING_IN,
  SHEET_NOT_AS_EXPORTED
}
