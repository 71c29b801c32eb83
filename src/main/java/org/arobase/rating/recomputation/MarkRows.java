package org.arobase.rating.recomputation;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.arobase.scoresheet.SheetText;
import org.arobase.scoring.Grid.Criterion;
import org.arobase.scoring.Mark;
import org.arobase.scoring.bulk.Rubric;
import org.jspecify.annotations.Nullable;

/** Reads the marks of stored sheets into an array, one sheet after the other. */
final class MarkRows {
  private static final int FETCHED = 500;

  private final Rubric rubric;
  private final List<String> criteria;
  private final List<Map<String, Character>> codes;
  private final Map<Long, Sheet> sheets = new HashMap<>();
  private final Set<Long> unreadable = new HashSet<>();
  private int criterion;
  private int initiative;

  /**
   * The place of a sheet's marks in the array.
   *
   * @param begin index of the first mark
   * @param numbers numbers of the initiatives that count, ascending
   */
  record Sheet(int begin, int[] numbers) {}

  MarkRows(Rubric rubric, List<Criterion> criteria) {
    this.rubric = rubric;
    this.criteria = criteria.stream().map(Criterion::code).toList();
    this.codes = criteria.stream().<Map<String, Character>>map(c -> new HashMap<>()).toList();
  }

  /** Registers a sheet to read, by its database id. */
  void expect(long id, Sheet sheet) {
    sheets.put(id, sheet);
  }

  /**
   * Reads the marks of the sheets registered since the last call.
   *
   * @param into the codes of all marks; receives those read
   */
  void read(Connection connection, char[] into) throws SQLException {
    if (sheets.isEmpty()) {
      return;
    }
    String numbers =
        sheets.keySet().stream().sorted().map(String::valueOf).collect(Collectors.joining(","));
    // ids from the database, safe to concatenate, and too many for parameters
    String sql =
        "select assignment_id, content from score_sheet where assignment_id in (" + numbers + ")";
    try (PreparedStatement statement =
        connection.prepareStatement(sql, ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY)) {
      statement.setFetchSize(FETCHED);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          read(rows.getLong(1), rows.getBytes(2), into);
        }
      }
    }
    sheets.clear();
  }

  /** A document that somebody has changed by SQL so that it is no sheet is reported. */
  private void read(long id, byte[] document, char[] into) {
    Sheet sheet = sheets.get(id);
    try {
      SheetText.marks(
          document,
          (number, code, value, state) -> {
            int place = place(sheet.numbers(), number);
            int found = criterion(code);
            if (place >= 0 && found >= 0) {
              criterion = found;
              into[sheet.begin() + place * criteria.size() + found] = code(value, state, id);
            } else if (found < 0) {
              unreadable.add(id);
            }
          });
    } catch (IllegalArgumentException e) {
      unreadable.add(id);
    }
  }

  /**
   * The index of an initiative; negative when it does not count. Marks come by initiative, so the
   * previous index and the next one are tried first.
   */
  private int place(int[] numbers, int number) {
    boolean same = initiative < numbers.length && numbers[initiative] == number;
    if (!same) {
      int next = initiative + 1;
      boolean follows = next < numbers.length && numbers[next] == number;
      int found = follows ? next : Arrays.binarySearch(numbers, number);
      initiative = Math.max(0, found);
      return found;
    }
    return initiative;
  }

  /**
   * The index of a criterion; -1 when unknown. Marks come by criterion, so the search begins after
   * the previous criterion.
   */
  private int criterion(String code) {
    for (int step = 1; step <= criteria.size(); step++) {
      int next = (criterion + step) % criteria.size();
      if (criteria.get(next).equals(code)) {
        return next;
      }
    }
    return -1;
  }

  /**
   * The code of a mark. A mark off its scale, which only direct SQL can write, counts as missing
   * and is reported.
   */
  private char code(@Nullable String value, @Nullable String state, long id) {
    char code =
        value == null ? state(state) : codes.get(criterion).computeIfAbsent(value, this::onScale);
    if (code == Rubric.MISSING) {
      unreadable.add(id);
    }
    return code;
  }

  private char onScale(String value) {
    try {
      return rubric.code(criterion, Mark.of(new BigDecimal(value)));
    } catch (IllegalArgumentException e) {
      return Rubric.MISSING;
    }
  }

  private static char state(@Nullable String name) {
    return switch (String.valueOf(name)) {
      case "NOT_APPLICABLE" -> Rubric.NOT_APPLICABLE;
      case "ABSTAINED" -> Rubric.ABSTAINED;
      default -> Rubric.MISSING;
    };
  }

  /** The database ids of the sheets with a mark that could not be read. */
  Set<Long> unreadable() {
    return unreadable;
  }
}
