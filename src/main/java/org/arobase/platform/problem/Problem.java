package org.arobase.platform.problem;

import java.util.Locale;

/**
 * A reason for which this service refuses a request. Each feature has an enum of its own; {@link
 * ProblemCatalogue} knows them all. Title and detail are texts of the feature, in French and
 * English, under {@code <code>.title} and {@code <code>.detail}.
 */
public interface Problem {
  /** The path below which {@code GET} explains each problem. */
  String BASE = "/api/v1/problems/";

  /** The HTTP status, 400 to 503. */
  int status();

  /** The name of the enum constant. */
  String name();

  /** The name in kebab case, for example {@code wrong-phase}: the last segment of the type. */
  default String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The RFC 9457 {@code type}: a relative reference that this server answers. */
  default String type() {
    return BASE + code();
  }
}
