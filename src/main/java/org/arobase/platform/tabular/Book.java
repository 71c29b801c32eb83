package org.arobase.platform.tabular;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Tables of one answer. XLSX has a sheet for each; CSV and JSON have room for the first, which must
 * say the most.
 *
 * @param name of the file, without its ending
 * @param french CSV as the French Excel opens it: semicolons, and a mark that says UTF-8
 */
public record Book(String name, List<Table> tables, boolean french) {

  /** Tables whose CSV is that of RFC 4180. */
  public Book(String name, List<Table> tables) {
    this(name, tables, false);
  }

  /** Gives rows one after the other, so that not all of them need to be in memory. */
  public interface Rows {
    /** Tells each row: a text, number, boolean, date, list of texts or null a column. */
    void each(Consumer<List<@Nullable Object>> row);
  }

  /**
   * A table.
   *
   * @param name of its sheet
   * @param columns the names of the columns, as the JSON of the same answer has them
   */
  public record Table(String name, List<String> columns, Rows rows) {
    /** A table whose rows are all there. */
    public Table(String name, List<String> columns, List<List<@Nullable Object>> rows) {
      this(name, columns, (Rows) rows::forEach);
    }
  }

  /** A row of these cells, of which some can be null. */
  public static List<@Nullable Object> row(@Nullable Object... cells) {
    return Arrays.asList(cells);
  }
}
