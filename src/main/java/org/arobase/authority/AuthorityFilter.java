package org.arobase.authority;

import io.quarkus.panache.common.Parameters;
import org.arobase.authority.LocalAuthority.Kind;

/**
 * The filter of a list of authorities; a null field does not filter.
 *
 * @param department number of a département
 * @param region INSEE code of a région
 */
public record AuthorityFilter(String department, String region, Kind kind) {
  /** The JPQL condition on an authority with the alias {@code a}. */
  public static final String CONDITION =
      """
      (:department is null or a.department = :department)
      and (:region is null or a.region.code = :region)
      and (:kind is null or a.kind = :kind)
      """;

  /** Whether the filter keeps all authorities. */
  public boolean isEverywhere() {
    return department == null && region == null && kind == null;
  }

  /** The parameters of {@link #CONDITION}; the caller adds those of its query. */
  public Parameters parameters() {
    return Parameters.with("department", department).and("region", region).and("kind", kind);
  }
}
