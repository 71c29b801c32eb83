package org.arobase.testing;

import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.arobase.platform.database.Transactions;
import org.arobase.scoresheet.SheetDocument;
import org.arobase.scoring.Grid.Cell;
import org.arobase.scoring.Mark;

/** Changes stored score sheets as somebody could who writes to the database by SQL. */
public final class StoredSheets {
  private StoredSheets() {}

  /** As a submission would do, so that no rating of before is shown. */
  private static final String RAISED =
      "insert into rating_version (edition_year, code, version) select d.edition_year,"
          + " d.authority_code, 1 from assignment a join dossier d on d.id = a.dossier_id"
          + " where a.id = ?1 on duplicate key update version = rating_version.version + 1";

  private record Row(long id, String content) {}

  /**
   * Changes the marks of the sheets of a dossier.
   *
   * @param change receives the marks of each sheet
   */
  public static void ofDossier(int year, String code, Consumer<SortedMap<Cell, Mark>> change) {
    changeMarks(
        "assignment_id in (select a.id from assignment a join dossier d on d.id = a.dossier_id"
            + " where d.edition_year = "
            + year
            + " and d.authority_code = '"
            + code
            + "')",
        change);
  }

  /**
   * Changes the marks of sheets.
   *
   * @param which a condition on rows of {@code score_sheet}; at least one must meet it
   * @param change receives the marks of each sheet
   */
  public static void changeMarks(String which, Consumer<SortedMap<Cell, Mark>> change) {
    Transactions.inNew(
        () -> {
          EntityManager database = Panache.getEntityManager();
          List<Row> rows =
              database
                  .createNativeQuery(
                      "select assignment_id, content from score_sheet where " + which, Row.class)
                  .getResultList();
          assertNotEquals(0, rows.size(), which);
          for (Row row : rows) {
            database
                .createNativeQuery("update score_sheet set content = ?1 where assignment_id = ?2")
                .setParameter(1, changed(SheetDocument.read(row.content()), change).text())
                .setParameter(2, row.id())
                .executeUpdate();
            database.createNativeQuery(RAISED).setParameter(1, row.id()).executeUpdate();
          }
          return null;
        });
  }

  private static SheetDocument changed(
      SheetDocument document, Consumer<SortedMap<Cell, Mark>> change) {
    SortedMap<Cell, Mark> marks = new TreeMap<>(document.marks());
    change.accept(marks);
    return new SheetDocument(marks, document.comments(), document.overall());
  }
}
