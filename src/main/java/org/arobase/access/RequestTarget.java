package org.arobase.access;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.regex.Pattern;
import org.arobase.platform.problem.Problem;
import org.arobase.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What the address of a request is about.
 *
 * @param year the edition; null for what is of no edition
 * @param code the dossier, if it is about one
 * @param idempotencyKey the key of a request that is done once, if it has one
 * @param sheet whose score sheet, an id or {@code me}, if it is about one
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
   * What an address is about. Codes and ids are taken as they are written, or not at all: to the
   * database {@code "78138 "} is {@code "78138"}, to a comparison of ours it is not.
   */
  static RequestTarget of(UriInfo uri, @Nullable String idempotencyKey) {
    MultivaluedMap<String, String> path = uri.getPathParameters();
    String year = path.containsKey(YEAR) ? path.getFirst(YEAR) : edition(uri);
    if (year == null) {
      return new RequestTarget(null, null, null, null);
    }
    for (String name : List.of("code", "juror", "member")) {
      if (path.containsKey(name) && !CANONICAL.matcher(path.getFirst(name)).matches()) {
        throw new Refusal(Problem.NOT_FOUND);
      }
    }
    return new RequestTarget(
        number(year, uri), path.getFirst("code"), path.getFirst("juror"), idempotencyKey);
  }

  /** Quarkus REST finds a query parameter whatever its case; another case is refused later. */
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
      throw new Refusal(Problem.INVALID_PARAMETER, uri.getRequestUri().getPath());
    }
  }

  /** Whether the sheet is that of the juror with this id. */
  boolean isOwnSheet(@Nullable String handle) {
    return ME.equals(sheet) || (sheet != null && sheet.equals(handle));
  }
}
