package org.arobase.platform.tabular;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The tables of one answer. XLSX has a sheet for each; CSV and JSON contain only the first, which
 * must be the most important.
 *
 * @param name the name of the file, without extension
 * @param dialect how CSV is written
 */
public record Book(String name, List<Table> tables, Dialect dialect) {

  /** A book whose CSV follows RFC 4180. */
  public Book(String name, List<Table> tables) {
    this(name, tables, Dialect.RFC4180);
  }

  /** Supplies rows one after the other, so that they need not all be in memory. */
  public interface Rows {
    /**
     * Passes each row on. A row has one cell per column: a string, number, boolean, date, list of
     * strings or null.
     */
    void each(Consumer<List<@Nullable Object>> row);
  }

  /**
   * A table.
   *
   * @param name the name of its sheet
   * @param columns the names of the columns, the same as in the JSON of this answer
   */
  public record Table(String name, List<String> columns, Rows rows) {
    /** A table whose rows are all in memory. */
    public Table(String name, List<String> columns, List<List<@Nullable Object>> rows) {
      this(name, columns, (Rows) rows::forEach);
    }
  }

  /** A row of these cells, some of which can be null. */
  public static List<@Nullable Object> row(@Nullable Object... cells) {
    return Arrays.asList(cells);
  }
}
