package org.arobase.platform.database;

import io.quarkus.hibernate.orm.panache.Panache;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hibernate.StatelessSession;
import org.hibernate.query.SelectionQuery;

/**
 * Reads and writes rows in the transaction of the caller without keeping them, so that neither
 * memory nor the work of a flush grows with their number. Entities that come from here are not
 * managed, and what they refer to is only there where the query fetches it.
 */
public final class Stateless {
  private static final int AT_ONCE = 500;

  private Stateless() {}

  /**
   * Reads the rows of a query as the database sends them.
   *
   * @param each must not use the database: the connection is busy until the last row
   */
  public static <T> void each(
      String query, Class<T> row, Map<String, ?> parameters, Consumer<? super T> each) {
    try (StatelessSession session = session();
        Stream<T> rows =
            query(session, query, row, parameters).setFetchSize(AT_ONCE).getResultStream()) {
      rows.forEach(each);
    }
  }

  /**
   * Reads the rows of a query in pages, one statement each; the database is free meanwhile.
   *
   * @param query orders its rows by a number of at least 0 and takes those above {@code :after}
   * @param key that number of a row
   * @param page gets a page of rows
   */
  public static <T> void pages(
      String query,
      Class<T> row,
      Map<String, ?> parameters,
      Function<? super T, Long> key,
      Consumer<? super List<T>> page) {
    try (StatelessSession session = session()) {
      List<T> rows;
      long after = -1;
      do {
        rows =
            query(session, query, row, parameters)
                .setParameter("after", after)
                .setMaxResults(AT_ONCE)
                .getResultList();
        if (!rows.isEmpty()) {
          after = key.apply(rows.get(rows.size() - 1));
          page.accept(rows);
        }
      } while (rows.size() == AT_ONCE);
    }
  }

  /** Reads the rows of a query at once. */
  public static <T> List<T> list(String query, Class<T> row, Map<String, ?> parameters) {
    try (StatelessSession session = session()) {
      return query(session, query, row, parameters).getResultList();
    }
  }

  /** Inserts a row at once. */
  public static void insert(Object entity) {
    try (StatelessSession session = open()) {
      session.insert(entity);
    }
  }

  private static <T> SelectionQuery<T> query(
      StatelessSession session, String query, Class<T> row, Map<String, ?> parameters) {
    SelectionQuery<T> made = session.createSelectionQuery(query, row);
    parameters.forEach(made::setParameter);
    return made;
  }

  /** What the transaction has changed so far must be in the database before it is read there. */
  private static StatelessSession session() {
    Panache.getEntityManager().flush();
    return open();
  }

  private static StatelessSession open() {
    return Panache.getSession().getSessionFactory().openStatelessSession();
  }
}
