package org.arobase.transparency;

import org.arobase.platform.problem.Problem;

/** Problems of the audit listing. */
public enum TransparencyProblem implements Problem {
  EVENT_NOT_FOUND(404);

  private final int status;

  TransparencyProblem(int status) {
    this.status = status;
  }

  @Override
  public int status() {
    return status;
  }
}
