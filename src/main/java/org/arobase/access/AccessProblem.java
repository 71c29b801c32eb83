package org.arobase.access;

import org.arobase.platform.problem.Problem;

/** Problems of the guard. */
public enum AccessProblem implements Problem {
  NOT_YOUR_SHEET(403),
  NOT_YOUR_DOSSIER(403),
  NOT_YOUR_EDITION(403),
  RECUSED(403),
  EDITION_NOT_FOUND(404),
  WRONG_PHASE(409);

  private final int status;

  AccessProblem(int status) {
    this.status = status;
  }

  @Override
  public int status() {
    return status;
  }
}
