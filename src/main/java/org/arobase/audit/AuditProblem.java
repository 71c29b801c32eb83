package org.arobase.audit;

import org.arobase.platform.problem.Problem;

/** Problems of the audit record. */
public enum AuditProblem implements Problem {
  CHECKPOINT_NOT_FOUND(404),
  RECORD_CONTRADICTED(409);

  private final int status;

  AuditProblem(int status) {
    this.status = status;
  }

  @Override
  public int status() {
    return status;
  }
}
