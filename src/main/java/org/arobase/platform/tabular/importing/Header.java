package org.arobase.platform.tabular.importing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.arobase.platform.problem.CommonRule;
import org.arobase.platform.problem.Rule;
import org.arobase.platform.problem.Violation.Draft;

/** The first line of a table, which names the cells of the others. */
final class Header {
  static final int LONGEST_CELL = 40_000;
  static final int MOST_LINES = 200_000;

  /** Marks a cell that holds a formula; no valid text contains this character. */
  static final String FORMULA = "\uFFFF=";

  /** Marks a cell that holds an error of a spreadsheet. */
  static final String ERROR = "\uFFFF#";

  private final List<String> names;
  private final boolean workbook;

  /**
   * @param workbook whether it is a workbook, where a number can be a date and empty cells at the
   *     end are left out
   */
  Header(Columns columns, List<String> names, boolean workbook) {
    this.names = names.stream().map(String::strip).toList();
    this.workbook = workbook;
    columns.check(this.names);
  }

  /** A line with these cells; an unusable line is refused only when a cell of it is read. */
  Line line(int number, List<String> cells) {
    if (number > MOST_LINES) {
      throw Columns.unreadable(CommonRule.TOO_MANY_LINES, MOST_LINES);
    }
    boolean fits = workbook ? cells.size() <= names.size() : cells.size() == names.size();
    if (!fits) {
      return broken(number, Draft.at("", CommonRule.WRONG_CELL_COUNT, cells.size(), names.size()));
    }
    Map<String, String> named = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      named.put(names.get(i), i < cells.size() ? cells.get(i) : "");
    }
    return checked(new Line(number, named, workbook, null));
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
    return new Line(number, Map.of(), false, why);
  }
}
