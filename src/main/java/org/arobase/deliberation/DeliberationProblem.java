package org.arobase.deliberation;

import org.arobase.platform.problem.Problem;

/** Problems of the deliberation. */
public enum DeliberationProblem implements Problem {
  NO_VOTE(403),
  DECISION_NOT_FOUND(404),
  SEAL_NOT_FOUND(404),
  SESSION_NOT_FOUND(404),
  MOTION_NOT_FOUND(404),
  STAGE_NOT_REACHED(409),
  STATEMENT_CHANGED(409),
  OWN_DECISION(409),
  ALREADY_SIGNED(409),
  SESSION_STATE(409),
  TOO_FEW_ATTEND(409),
  MOTION_OPEN(409),
  VOTE_CLOSED(409),
  FINALISATION_BLOCKED(409);

  private final int status;

  DeliberationProblem(int status) {
    this.status = status;
  }

  @Override
  public int status() {
    return status;
  }
}
