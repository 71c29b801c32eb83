package org.arobase.dossier;

import org.arobase.platform.problem.Problem;

/** Problems of dossiers. */
public enum DossierProblem implements Problem {
  DOSSIER_NOT_FOUND(404),
  INITIATIVE_NOT_FOUND(404),
  DOSSIER_EXISTS(409);

  private final int status;

  DossierProblem(int status) {
    this.status = status;
  }

  @Override
  public int status() {
    return status;
  }
}
