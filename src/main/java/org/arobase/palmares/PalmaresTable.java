package org.arobase.palmares;

import java.util.List;
import java.util.stream.Collectors;
import org.arobase.palmares.PalmaresApi.Entry;
import org.arobase.palmares.document.DistinctionNames;
import org.arobase.platform.tabular.Book;
import org.arobase.platform.tabular.Book.Table;

/** The palmarès as a table; columns have the names of the API's properties. */
final class PalmaresTable {
  private static final List<String> COLUMNS =
      List.of(
          "code",
          "name",
          "kind",
          "department",
          "region",
          "regionName",
          "population",
          "stratum",
          "level",
          "green",
          "outOfCompetition",
          "distinctions",
          "synthetic");

  private PalmaresTable() {}

  static Book of(int year, List<Entry> entries) {
    return new Book(
        "palmares-" + year,
        List.of(new Table("palmares", COLUMNS, entries.stream().map(PalmaresTable::row).toList())));
  }

  private static List<Object> row(Entry e) {
    return Book.row(
        e.code(),
        e.name(),
        e.kind(),
        e.department(),
        e.region(),
        e.regionName(),
        e.population(),
        e.stratum(),
        e.level(),
        e.green(),
        e.outOfCompetition(),
        e.distinctions().stream().map(DistinctionNames::french).collect(Collectors.joining(" ; ")),
        e.synthetic());
  }
}
