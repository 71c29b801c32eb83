package org.arobase.palmares.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.arobase.authority.AuthorityFilter;
import org.arobase.authority.LabelRecord;
import org.arobase.authority.LocalAuthority;
import org.arobase.authority.PastDistribution;
import org.arobase.authority.Region;
import org.arobase.deliberation.outcome.Outcome;
import org.arobase.palmares.PalmaresApi.Counts;
import org.arobase.palmares.PalmaresList;
import org.arobase.palmares.Publication;
import org.arobase.palmares.document.DocumentProblem;
import org.arobase.platform.database.ByKey;
import org.arobase.platform.language.Messages;
import org.arobase.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Label counts of an edition: from the published results or, for a past one, from the known single
 * labels.
 */
record Figures(
    int year, @Nullable Integer level, @Nullable String stratum, AuthorityFilter filter) {

  /** The number of labels with these properties. */
  record Cell(
      int level,
      String region,
      String department,
      LocalAuthority.Kind kind,
      @Nullable String stratum,
      long count) {}

  /**
   * The figures of an edition.
   *
   * @throws Refusal 404 when nothing is known about it
   */
  Counts of(Messages messages) {
    boolean ours = ByKey.find(Publication.class, year).isPresent();
    if (!ours && filter.isEverywhere() && stratum == null) {
      Optional<PastDistribution> whole =
          PastDistribution.of(year)
              .filter(past -> level == null || past.levels().containsKey(level.toString()));
      if (whole.isPresent()) {
        return of(whole.get(), messages);
      }
    }
    List<Cell> all = ours ? published() : told();
    if (!ours && (all.isEmpty() && LabelRecord.count("year", year) == 0)) {
      throw new Refusal(DocumentProblem.PALMARES_NOT_FOUND, String.valueOf(year));
    }
    List<Cell> found = all.stream().filter(cell -> level == null || cell.level() == level).toList();
    int count = sum(found);
    return new Counts(
        year,
        count,
        sum(all),
        ours,
        by(found, cell -> String.valueOf(cell.level())),
        by(found, Cell::region),
        by(found, Cell::department),
        by(found, cell -> cell.kind().name()),
        by(found, Cell::stratum),
        sentence(count, ours, messages));
  }

  /** The counts of a source, which are more complete than the known single labels. */
  private Counts of(PastDistribution past, Messages messages) {
    Map<String, Integer> levels = past.levels();
    int sum = levels.values().stream().mapToInt(Integer::intValue).sum();
    int count = level == null ? past.total : levels.get(level.toString());
    Map<String, Integer> asked = new TreeMap<>(levels);
    asked.keySet().removeIf(one -> level != null && !one.equals(level.toString()));
    return new Counts(
        year,
        count,
        past.total,
        sum == past.total,
        asked,
        Map.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        sentence(count, true, messages));
  }

  private List<Cell> published() {
    return Outcome.find(
            "select o.level, o.region, o.department, o.kind, o.stratum, count(o)"
                + " from Outcome o join o.dossier d join d.authority a where o.editionYear = :year"
                + " and (:stratum is null or o.stratum = :stratum) and "
                + PalmaresList.AS_THEN
                + " group by o.level, o.region, o.department, o.kind, o.stratum",
            filter.parameters().and("year", year).and("stratum", stratum))
        .project(Cell.class)
        .list();
  }

  private List<Cell> told() {
    if (stratum != null) {
      return List.of();
    }
    return LabelRecord.find(
            "select l.level, a.region.code, a.department, a.kind, '', count(l)"
                + " from LabelRecord l join LocalAuthority a on a.code = l.authorityCode"
                + " where l.year = :year and "
                + AuthorityFilter.CONDITION
                + " group by l.level, a.region.code, a.department, a.kind",
            filter.parameters().and("year", year))
        .project(Cell.class)
        .list();
  }

  private static int sum(List<Cell> cells) {
    return (int) cells.stream().mapToLong(Cell::count).sum();
  }

  private static Map<String, Integer> by(List<Cell> cells, Function<Cell, @Nullable String> key) {
    Map<String, Integer> counts = new TreeMap<>();
    for (Cell cell : cells) {
      String name = Objects.requireNonNullElse(key.apply(cell), "");
      if (!name.isEmpty()) {
        counts.merge(name, (int) cell.count(), Integer::sum);
      }
    }
    return counts;
  }

  /** A sentence that a journalist can quote. */
  private String sentence(int count, boolean ours, Messages messages) {
    List<String> where = new ArrayList<>();
    if (filter.region() != null) {
      String name =
          ByKey.find(Region.class, filter.region()).map(r -> r.name).orElse(filter.region());
      where.add(name);
    }
    if (filter.department() != null) {
      where.add(filter.department());
    }
    if (stratum != null) {
      where.add(stratum);
    }
    String kind = filter.kind() == null ? "ANY" : filter.kind().name();
    return messages.text(
        (ours ? "figures." : "figures.known-") + (level == null ? "any" : "level"),
        count,
        messages.text("figures.kind." + kind, count),
        String.valueOf(level),
        where.isEmpty() ? "" : " (" + String.join(", ", where) + ")",
        String.valueOf(year));
  }
}
