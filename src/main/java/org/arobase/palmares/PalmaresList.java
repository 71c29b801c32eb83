package org.arobase.palmares;

import io.quarkus.panache.common.Parameters;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.arobase.authority.AuthorityFilter;
import org.arobase.deliberation.distinction.Distinction;
import org.arobase.deliberation.outcome.Outcome;
import org.arobase.platform.paging.PageRequest;
import org.jspecify.annotations.Nullable;

/**
 * A selection of outcomes of a published edition.
 *
 * @param level 0 to 5; null for any
 * @param stratum code of a stratum; null for any
 */
public record PalmaresList(
    int year, @Nullable Integer level, @Nullable String stratum, AuthorityFilter filter) {
  /**
   * {@link AuthorityFilter#CONDITION} on the authority as it was when it got its label: reference
   * data change, results do not.
   */
  public static final String AS_THEN =
      """
      (:department is null or o.department = :department)
      and (:region is null or o.region = :region)
      and (:kind is null or o.kind = :kind)
      """;

  private static final String FROM =
      "from Outcome o join fetch o.dossier d join fetch d.authority a join fetch a.region ";
  private static final String CONDITION =
      "o.editionYear = :year and (:level is null or o.level = :level)"
          + " and (:stratum is null or o.stratum = :stratum) and "
          + AS_THEN;

  private Parameters parameters() {
    return filter.parameters().and("year", year).and("level", level).and("stratum", stratum);
  }

  long count() {
    return Outcome.count(
        "from Outcome o join o.dossier d join d.authority a where " + CONDITION, parameters());
  }

  List<Outcome> rows(PageRequest page) {
    String query = FROM + "where a.code > :after and " + CONDITION + " order by a.code";
    return Outcome.<Outcome>find(query, parameters().and("after", page.after()))
        .range(0, page.size())
        .list();
  }

  /** All selected outcomes, ordered by code. */
  List<Outcome> rows() {
    return Outcome.list(FROM + "where " + CONDITION + " order by a.code", parameters());
  }

  /** The distinctions in force in an edition, by the dossier's database id. */
  static Map<Long, List<Distinction>> distinctions(int year) {
    return Distinction.all(year).values().stream()
        .flatMap(List::stream)
        .filter(d -> d.toVersion == null)
        .collect(Collectors.groupingBy(d -> d.dossier.id));
  }
}
