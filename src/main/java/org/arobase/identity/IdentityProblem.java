package org.arobase.identity;

import org.arobase.platform.problem.Problem;

/** Problems of signing in. */
public enum IdentityProblem implements Problem {
  INVALID_CREDENTIALS(401),
  INVALID_REFRESH_TOKEN(401),
  LOCAL_ACCOUNTS_OFF(404),
  TOO_MANY_ATTEMPTS(429);

  private final int status;

  IdentityProblem(int status) {
    this.status = status;
  }

  @Override
  public int status() {
    return status;
  }
}
