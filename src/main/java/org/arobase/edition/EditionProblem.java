package org.arobase.edition;

import org.arobase.platform.problem.Problem;

/** Problems of editions. */
public enum EditionProblem implements Problem {
  EDITION_EXISTS(409),
  STEP_NOT_ALLOWED(409),
  PHASE_BLOCKED(409);

  private final int status;

  EditionProblem(int status) {
    this.status = status;
  }

  @Override
  public int status() {
    return status;
  }
}
