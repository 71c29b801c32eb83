package org.arobase.scoresheet;

import org.arobase.platform.problem.Problem;

/** Problems of score sheets. */
public enum ScoreSheetProblem implements Problem {
  NOT_ASSIGNED(404),
  SUBMISSION_NOT_FOUND(404),
  SHEET_SUBMITTED(409),
  SHEET_NOT_SUBMITTED(409),
  MAIL_OFF(409),
  CANNOT_READ(409),
  SHEET_INCOMPLETE(422);

  private final int status;

  ScoreSheetProblem(int status) {
    this.status = status;
  }

  @Override
  public int status() {
    return status;
  }
}
