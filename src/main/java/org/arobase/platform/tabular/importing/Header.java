package org.arobase.platform.tabular.importing;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.arobase.platform.language.Typed;
import org.arobase.platform.problem.CommonRule;
import org.arobase.platform.problem.Rule;
import org.arobase.platform.problem.Violation.Draft;
import org.jspecify.annotations.Nullable;

/** The first line of a table, which names the cells of the others. */
final class Header {
  static final int LONGEST_CELL = 40_000;
  static final int MOST_LINES = 200_000;

  /** Marks a cell that holds a formula; no valid text contains this character. */
  static final String FORMULA = "\uFFFF=";

  /** Marks a cell that holds an error of a spreadsheet. */
  static final String ERROR = "\uFFFF#";

  private final List<String> names;

  /** Empty cells that a spreadsheet has written after the last name; it does so in every line. */
  private final int emptyEnd;

  private final @Nullable LocalDate dayZero;

  /**
   * A header.
   *
   * @param dayZero the day that the number 0 means in a workbook, which leaves out empty cells at
   *     the end of a line; null when it is no workbook
   */
  Header(Columns columns, List<String> cells, @Nullable LocalDate dayZero) {
    columns.requireFew(cells.size());
    int size = cells.size();
    while (size > 0 && isEmpty(cells.get(size - 1))) {
      size--;
    }
    this.names = cells.subList(0, size).stream().map(Typed::stripped).toList();
    this.emptyEnd = cells.size() - size;
    this.dayZero = dayZero;
    columns.check(this.names);
  }

  private static boolean isEmpty(String cell) {
    return Typed.stripped(cell).isEmpty();
  }

  /** A line with these cells; an unusable line is refused only when a cell of it is read. */
  Line line(int number, List<String> cells) {
    if (number > MOST_LINES) {
      throw Columns.unreadable(CommonRule.TOO_MANY_LINES, MOST_LINES);
    }
    if (!fits(cells)) {
      return broken(number, Draft.at("", CommonRule.WRONG_CELL_COUNT, cells.size(), names.size()));
    }
    Map<String, String> named = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      named.put(names.get(i), i < cells.size() ? cells.get(i) : "");
    }
    return checked(new Line(number, named, dayZero, null));
  }

  /** A line has no other number of cells, because then a separator is missing or too many. */
  private boolean fits(List<String> cells) {
    if (dayZero != null && cells.size() <= names.size()) {
      return true;
    }
    return cells.size() == names.size() + emptyEnd
        && cells.subList(names.size(), cells.size()).stream().allMatch(Header::isEmpty);
  }

  /** Checks the rules that apply to every cell of every table. */
  static Line checked(Line line) {
    for (Map.Entry<String, String> cell : line.cells().entrySet()) {
      Rule wrong = wrong(cell.getValue());
      if (wrong != null) {
        return broken(line.number(), Draft.at("/" + cell.getKey(), wrong, cell.getKey()));
      }
    }
    return line;
  }

  private static Rule wrong(String cell) {
    if (cell.startsWith(FORMULA)) {
      return CommonRule.CELL_IS_FORMULA;
    }
    if (cell.startsWith(ERROR)) {
      return CommonRule.CELL_IS_ERROR;
    }
    return cell.chars().anyMatch(Header::isControl) ? CommonRule.CONTROL_CHARACTER : null;
  }

  private static boolean isControl(int c) {
    return (c < ' ' && c != '\n' && c != '\r' && c != '\t') || c == 0xFFFF || c == 0xFFFE;
  }

  /** A line that gives this reason whenever one of its cells is read. */
  private static Line broken(int number, Draft why) {
    return new Line(number, Map.of(), null, why);
  }
}
