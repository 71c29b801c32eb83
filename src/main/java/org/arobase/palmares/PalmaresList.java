package org.arobase.palmares;

import io.quarkus.panache.common.Parameters;
import java.util.List;
import org.arobase.authority.LocalAuthority.Kind;
import org.arobase.deliberation.Outcome;
import org.arobase.platform.http.Page.Limit;

/**
 * Which outcomes of a published edition; null asks for nothing.
 *
 * @param level 0 to 5
 */
record PalmaresList(int year, Integer level, String region, String department, Kind kind) {
  private static final String FROM =
      "from Outcome o join fetch o.dossier d join fetch d.authority a join fetch a.region ";
  private static final String CONDITION =
      """
      o.editionYear = :year
      and (:level is null or o.level = :level)
      and (:region is null or a.region.code = :region)
      and (:department is null or a.department = :department)
      and (:kind is null or a.kind = :kind)""";

  private Parameters parameters() {
    return Parameters.with("year", year)
        .and("level", level)
        .and("region", region)
        .and("department", department)
        .and("kind", kind);
  }

  long count() {
    return Outcome.count(
        "from Outcome o join o.dossier d join d.authority a where " + CONDITION, parameters());
  }

  List<Outcome> rows(Limit limit) {
    String query = FROM + "where a.code > :after and " + CONDITION + " order by a.code";
    return Outcome.<Outcome>find(query, parameters().and("after", limit.after()))
        .range(0, limit.size())
        .list();
  }

  /** All outcomes of an edition by code. */
  static List<Outcome> outcomes(int year) {
    return Outcome.list(FROM + "where o.editionYear = ?1 order by a.code", year);
  }
}
