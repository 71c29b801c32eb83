package org.arobase.dossier.tables;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.arobase.access.AccessScope;
import org.arobase.dossier.Dossier;
import org.arobase.dossier.Initiative;
import org.arobase.platform.database.Transactions;
import org.arobase.platform.tabular.Book;
import org.arobase.platform.tabular.Book.Table;
import org.arobase.platform.tabular.Dialect;
import org.arobase.platform.tabular.importing.Columns;
import org.jspecify.annotations.Nullable;

/** The table of an edition's dossiers, with the columns that the import reads. */
@ApplicationScoped
class DossierRows {
  private static final List<String> KEYS = List.of("dossier", "name", "number");

  static final Columns COLUMNS =
      new Columns(
          Stream.of(KEYS, InitiativeCells.COLUMNS.all()).flatMap(List::stream).toList(),
          Set.of("dossier"));

  /** The number of dossiers in memory at a time. */
  private static final int AT_A_TIME = 50;

  private final EntityManager database;
  private final AccessScope scope;

  DossierRows(EntityManager database, AccessScope scope) {
    this.database = database;
    this.scope = scope;
  }

  Book book(int year, Dialect dialect) {
    Table table =
        new Table(
            "dossiers",
            COLUMNS.all(),
            (Book.Rows) row -> Transactions.inNew(() -> each(year, row)));
    return new Book("dossiers-" + year, List.of(table), dialect);
  }

  /** Runs in one transaction, so that the table shows the edition at one moment. */
  private int each(int year, Consumer<List<Object>> row) {
    List<Long> dossiers =
        scope.filter(Dossier.all(year), Dossier::code).stream().map(d -> d.id).toList();
    for (int from = 0; from < dossiers.size(); from += AT_A_TIME) {
      database.clear();
      some(dossiers.subList(from, Math.min(dossiers.size(), from + AT_A_TIME)), row);
    }
    return dossiers.size();
  }

  private static void some(List<Long> ids, Consumer<List<Object>> row) {
    List<Dossier> dossiers =
        Dossier.list(
            "from Dossier d join fetch d.authority a where d.id in ?1 order by a.code", ids);
    Map<Long, List<Initiative>> initiatives =
        Initiative.<Initiative>list(
                "from Initiative i left join fetch i.services where i.dossier.id in ?1"
                    + " order by i.number",
                ids)
            .stream()
            .collect(Collectors.groupingBy(i -> i.dossier.id));
    for (Dossier dossier : dossiers) {
      List<Initiative> own = initiatives.getOrDefault(dossier.id, List.of());
      if (own.isEmpty()) {
        row.accept(
            cells(dossier, null, Collections.nCopies(InitiativeCells.COLUMNS.all().size(), null)));
      }
      own.forEach(
          i -> row.accept(cells(dossier, i.number, InitiativeCells.cells(InitiativeCells.of(i)))));
    }
  }

  private static List<@Nullable Object> cells(
      Dossier dossier, @Nullable Integer number, List<@Nullable Object> content) {
    List<@Nullable Object> cells = new ArrayList<>(COLUMNS.all().size());
    cells.add(dossier.code());
    cells.add(dossier.authority.name);
    cells.add(number);
    cells.addAll(content);
    return cells;
  }
}
