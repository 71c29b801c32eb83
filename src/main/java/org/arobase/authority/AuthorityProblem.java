package org.arobase.authority;

import org.arobase.platform.problem.Problem;

/** Problems of reference data. */
public enum AuthorityProblem implements Problem {
  AUTHORITY_NOT_FOUND(404);

  private final int status;

  AuthorityProblem(int status) {
    this.status = status;
  }

  @Override
  public int status() {
    return status;
  }
}
