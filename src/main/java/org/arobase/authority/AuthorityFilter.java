package org.arobase.authority;

import io.quarkus.panache.common.Parameters;
import org.arobase.authority.LocalAuthority.Kind;

/**
 * Which authorities a list is about; null asks for nothing.
 *
 * @param department number of a département
 * @param region INSEE code of a région
 */
public record AuthorityFilter(String department, String region, Kind kind) {
  /** The condition on an authority that a query calls {@code a}. */
  public static final String CONDITION =
      """
      (:department is null or a.department = :department)
      and (:region is null or a.region.code = :region)
      and (:kind is null or a.kind = :kind)
      """;

  /** Whether it leaves all of them. */
  public boolean isEverywhere() {
    return department == null && region == null && kind == null;
  }

  /** The parameters of the condition, to add those of the query to. */
  public Parameters parameters() {
    return Parameters.with("department", department).and("region", region).and("kind", kind);
  }
}
