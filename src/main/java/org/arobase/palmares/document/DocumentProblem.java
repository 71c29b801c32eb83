package org.arobase.palmares.document;

import org.arobase.platform.problem.Problem;

/** Problems of published documents. */
public enum DocumentProblem implements Problem {
  PALMARES_NOT_FOUND(404),
  VERSION_NOT_FOUND(404),
  LABEL_NOT_FOUND(404);

  private final int status;

  DocumentProblem(int status) {
    this.status = status;
  }

  @Override
  public int status() {
    return status;
  }
}
