package org.arobase.palmares.signing;

import org.arobase.platform.problem.Problem;

/** Problems of the keys that published documents are signed with. */
public enum SigningProblem implements Problem {
  KEY_NOT_FOUND(404),
  SIGNING_OFF(409),
  KEY_REVOKED(409),
  KEY_RETIRED(409),
  KEY_WITHDRAWN(410);

  private final int status;

  SigningProblem(int status) {
    this.status = status;
  }

  @Override
  public int status() {
    return status;
  }
}
