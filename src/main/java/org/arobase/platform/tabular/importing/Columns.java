package org.arobase.platform.tabular.importing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.arobase.platform.problem.CommonProblem;
import org.arobase.platform.problem.CommonRule;
import org.arobase.platform.problem.Refusal;
import org.arobase.platform.problem.Rule;
import org.arobase.platform.problem.Violation.Draft;
import org.arobase.platform.tabular.Cells;
import org.arobase.platform.tabular.importing.ImportApi.FieldChange;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a table.
 *
 * @param all the names of all columns, in the order in which they are written
 * @param required the names that a header must contain
 */
public record Columns(List<String> all, Set<String> required) {
  private static final int MOST = 100;

  /**
   * Checks that a header has all required columns, no unknown one, and none twice.
   *
   * @throws Refusal 400
   */
  void check(List<String> header) {
    Set<String> seen = new HashSet<>();
    for (String name : header) {
      requireKnown(name);
      if (!seen.add(name)) {
        throw unreadable(CommonRule.COLUMN_TWICE, name);
      }
    }
    required.stream()
        .filter(name -> !seen.contains(name))
        .sorted()
        .findFirst()
        .ifPresent(
            name -> {
              throw unreadable(CommonRule.COLUMN_MISSING, name);
            });
  }

  /**
   * The values that differ between two rows of this table.
   *
   * @param before a cell for each column, as the export writes it
   * @param after the same
   */
  public List<FieldChange> changes(List<@Nullable Object> before, List<@Nullable Object> after) {
    List<FieldChange> changes = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      String was = text(before.get(i));
      String is = text(after.get(i));
      if (!was.equals(is)) {
        changes.add(FieldChange.of(all.get(i), was, is));
      }
    }
    return changes;
  }

  private static String text(@Nullable Object cell) {
    return cell == null ? "" : Cells.text(cell);
  }

  /**
   * Refuses a header of so many columns that the file is no table.
   *
   * @throws Refusal 400
   */
  void requireFew(int columns) {
    if (columns > MOST) {
      throw unreadable(CommonRule.TOO_MANY_COLUMNS, columns);
    }
  }

  void requireKnown(String name) {
    if (!all.contains(name)) {
      throw unreadable(CommonRule.UNKNOWN_COLUMN, name, String.join(", ", all));
    }
  }

  /** The refusal of a file that cannot be read as a whole. */
  static Refusal unreadable(Rule why, Object... arguments) {
    return new Refusal(CommonProblem.UNREADABLE_FILE, List.of(Draft.at("", why, arguments)));
  }
}
