package org.arobase.jury;

import org.arobase.platform.problem.Problem;

/** Problems of the jury. */
public enum JuryProblem implements Problem {
  JUROR_NOT_FOUND(404),
  RECUSAL_NOT_FOUND(404),
  CHAIR_NOT_FOUND(404),
  CHAIR_NOT_NEEDED(409),
  RECUSAL_EXISTS(409),
  JUROR_EXISTS(409),
  OFFICE_HELD(409),
  JUROR_ON_RECORD(409),
  NOTHING_TO_PLAN(409),
  JUROR_WITHDRAWN(409),
  JUROR_HOLDS_OFFICE(409);

  private final int status;

  JuryProblem(int status) {
    this.status = status;
  }

  @Override
  public int status() {
    return status;
  }
}
