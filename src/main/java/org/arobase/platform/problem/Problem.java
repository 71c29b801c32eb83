package org.arobase.platform.problem;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The catalogue of everything this service refuses, each with its HTTP status. The code is the last
 * segment of the problem's {@code type}; title and detail are texts of the bundle {@code problems},
 * in French and English.
 */
public enum Problem {
  MALFORMED_JSON(400),
  BODY_TOO_DEEP(400),
  INVALID_PARAMETER(400),
  UNKNOWN_PARAMETER(400),
  UNREADABLE_FILE(400),
  UNAUTHENTICATED(401),
  INVALID_CREDENTIALS(401),
  INVALID_REFRESH_TOKEN(401),
  FORBIDDEN(403),
  NOT_YOUR_SHEET(403),
  NOT_YOUR_DOSSIER(403),
  NOT_YOUR_EDITION(403),
  NO_VOTE(403),
  RECUSED(403),
  NOT_FOUND(404),
  LOCAL_ACCOUNTS_OFF(404),
  AUTHORITY_NOT_FOUND(404),
  FRAMEWORK_NOT_FOUND(404),
  EDITION_NOT_FOUND(404),
  DOSSIER_NOT_FOUND(404),
  INITIATIVE_NOT_FOUND(404),
  JUROR_NOT_FOUND(404),
  JOB_NOT_FOUND(404),
  NOT_ASSIGNED(404),
  RECUSAL_NOT_FOUND(404),
  SUBMISSION_NOT_FOUND(404),
  EVENT_NOT_FOUND(404),
  CHECKPOINT_NOT_FOUND(404),
  DECISION_NOT_FOUND(404),
  PALMARES_NOT_FOUND(404),
  SEAL_NOT_FOUND(404),
  VERSION_NOT_FOUND(404),
  LABEL_NOT_FOUND(404),
  KEY_NOT_FOUND(404),
  SESSION_NOT_FOUND(404),
  MOTION_NOT_FOUND(404),
  METHOD_NOT_ALLOWED(405),
  NOT_ACCEPTABLE(406),
  FRAMEWORK_EXISTS(409),
  FRAMEWORK_FROZEN(409),
  EDITION_EXISTS(409),
  DOSSIER_EXISTS(409),
  WRONG_PHASE(409),
  STEP_NOT_ALLOWED(409),
  PHASE_BLOCKED(409),
  SHEET_SUBMITTED(409),
  SHEET_NOT_SUBMITTED(409),
  RECUSAL_EXISTS(409),
  JUROR_EXISTS(409),
  OFFICE_HELD(409),
  JUROR_ON_RECORD(409),
  NOTHING_TO_PLAN(409),
  MAIL_OFF(409),
  CANNOT_READ(409),
  STAGE_NOT_REACHED(409),
  STATEMENT_CHANGED(409),
  OWN_DECISION(409),
  ALREADY_SIGNED(409),
  SESSION_STATE(409),
  TOO_FEW_ATTEND(409),
  MOTION_OPEN(409),
  VOTE_CLOSED(409),
  JUROR_WITHDRAWN(409),
  JUROR_HOLDS_OFFICE(409),
  FINALISATION_BLOCKED(409),
  RECORD_CONTRADICTED(409),
  SIGNING_OFF(409),
  KEY_REVOKED(409),
  KEY_RETIRED(409),
  KEY_WITHDRAWN(410),
  PRECONDITION_FAILED(412),
  BODY_TOO_LARGE(413),
  UNSUPPORTED_MEDIA_TYPE(415),
  INVALID_BODY(422),
  SHEET_INCOMPLETE(422),
  IDEMPOTENCY_KEY_REUSED(422),
  PRECONDITION_REQUIRED(428),
  TOO_MANY_ATTEMPTS(429),
  INTERNAL_ERROR(500),
  UNAVAILABLE(503);

  /** The path of the problem types; {@code GET} on a type explains the problem. */
  public static final String BASE = "/api/v1/problems/";

  private final int status;

  Problem(int status) {
    this.status = status;
  }

  /** The HTTP status, 400 to 503. */
  public int status() {
    return status;
  }

  /** The name in kebab case, for example {@code wrong-phase}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The RFC 9457 {@code type}: a relative reference that this server answers. */
  public String type() {
    return BASE + code();
  }

  /** The general problem of a status; {@link #INTERNAL_ERROR} for a status without one. */
  static Problem general(int status) {
    return switch (status) {
      case 400 -> MALFORMED_JSON;
      case 422 -> INVALID_BODY;
      default ->
          Arrays.stream(values())
              .filter(problem -> problem.status == status)
              .findFirst()
              .orElse(INTERNAL_ERROR);
    };
  }

  /** The problem with this code, if there is one. */
  public static Optional<Problem> of(String code) {
    return Arrays.stream(values()).filter(p -> p.code().equals(code)).findFirst();
  }
}
