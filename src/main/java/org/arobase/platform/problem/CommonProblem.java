package org.arobase.platform.problem;

/** Problems that every request can meet, and those of jobs, files and repeated requests. */
public enum CommonProblem implements Problem {
  MALFORMED_JSON(400),
  BODY_TOO_DEEP(400),
  INVALID_PARAMETER(400),
  UNKNOWN_PARAMETER(400),
  UNREADABLE_FILE(400),
  UNAUTHENTICATED(401),
  FORBIDDEN(403),
  NOT_FOUND(404),
  JOB_NOT_FOUND(404),
  METHOD_NOT_ALLOWED(405),
  NOT_ACCEPTABLE(406),
  BODY_TOO_SLOW(408),
  PRECONDITION_FAILED(412),
  BODY_TOO_LARGE(413),
  UNSUPPORTED_MEDIA_TYPE(415),
  INVALID_BODY(422),
  IDEMPOTENCY_KEY_REUSED(422),
  PRECONDITION_REQUIRED(428),
  TOO_MANY_BODIES(429),
  INTERNAL_ERROR(500),
  UNAVAILABLE(503);

  private final int status;

  CommonProblem(int status) {
    this.status = status;
  }

  @Override
  public int status() {
    return status;
  }
}
