package org.arobase.access;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.regex.Pattern;
import org.arobase.platform.problem.CommonProblem;
import org.arobase.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * The target of a request, taken from its address.
 *
 * @param year the year of the edition; null when the request concerns no edition
 * @param code the code of the dossier, if any
 * @param sheet the juror whose score sheet it is, as an id or {@code me}, if any
 * @param idempotencyKey the key of an idempotent request, if any
 */
record RequestTarget(
    @Nullable Integer year,
    @Nullable String code,
    @Nullable String sheet,
    @Nullable String idempotencyKey) {
  private static final String YEAR = "year";
  private static final String EDITION = "edition";
  private static final String ME = "me";
  private static final Pattern CANONICAL = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  /**
   * The target of an address. Codes and ids in another form than the canonical one are refused: the
   * database takes {@code "78138 "} for {@code "78138"}, but a string comparison does not.
   *
   * @throws Refusal 404 for such a code or id, 400 for a year that is not a number
   */
  static RequestTarget of(UriInfo uri, @Nullable String idempotencyKey) {
    MultivaluedMap<String, String> path = uri.getPathParameters();
    String year = path.containsKey(YEAR) ? path.getFirst(YEAR) : edition(uri);
    if (year == null) {
      return new RequestTarget(null, null, null, null);
    }
    for (String name : List.of("code", "juror", "member")) {
      if (path.containsKey(name) && !CANONICAL.matcher(path.getFirst(name)).matches()) {
        throw new Refusal(CommonProblem.NOT_FOUND);
      }
    }
    return new RequestTarget(
        number(year, uri), path.getFirst("code"), path.getFirst("juror"), idempotencyKey);
  }

  /** Ignores the case of the name, as Quarkus REST does; another case is refused later. */
  private static @Nullable String edition(UriInfo uri) {
    return uri.getQueryParameters().entrySet().stream()
        .filter(parameter -> parameter.getKey().equalsIgnoreCase(EDITION))
        .map(parameter -> parameter.getValue().get(0))
        .findFirst()
        .orElse(null);
  }

  private static Integer number(String year, UriInfo uri) {
    try {
      return Integer.valueOf(year);
    } catch (NumberFormatException e) {
      throw new Refusal(CommonProblem.INVALID_PARAMETER, uri.getRequestUri().getPath());
    }
  }

  /** Whether the sheet is that of the juror with this id. */
  boolean isOwnSheet(@Nullable String handle) {
    return ME.equals(sheet) || (sheet != null && sheet.equals(handle));
  }
}
