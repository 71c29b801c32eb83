package org.arobase.framework;

import org.arobase.platform.problem.Problem;

/** Problems of frameworks. */
public enum FrameworkProblem implements Problem {
  FRAMEWORK_NOT_FOUND(404),
  FRAMEWORK_EXISTS(409),
  FRAMEWORK_FROZEN(409);

  private final int status;

  FrameworkProblem(int status) {
    this.status = status;
  }

  @Override
  public int status() {
    return status;
  }
}
