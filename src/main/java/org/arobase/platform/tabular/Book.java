package org.arobase.platform.tabular;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tables of one answer. XLSX has a sheet for each; CSV has room for the first, which must say the
 * most.
 *
 * @param name of the file, without its ending
 */
public record Book(String name, List<Table> tables) {

  /**
   * A table.
   *
   * @param name of its sheet
   * @param columns the names of the columns, as the JSON of the same answer has them
   * @param rows a cell a column: a text, a number, a boolean, or null for an empty one
   */
  public record Table(String name, List<String> columns, List<List<@Nullable Object>> rows) {}

  /** A row of these cells, of which some can be null. */
  public static List<@Nullable Object> row(@Nullable Object... cells) {
    return Arrays.asList(cells);
  }
}
