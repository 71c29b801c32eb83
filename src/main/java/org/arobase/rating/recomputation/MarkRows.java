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
import org.arobase.scoring.Grid.Criterion;
import org.arobase.scoring.Mark;
import org.arobase.scoring.bulk.Rubric;
import org.jspecify.annotations.Nullable;

/** Streams marks from the database into an array; no row is kept in memory. */
final class MarkRows {
  private static final int FETCHED = 10_000;

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
        "select sheet_id, initiative, criterion, state, mark_value from mark where sheet_id in ("
            + numbers
            + ")";
    try (PreparedStatement statement =
            connection.prepareStatement(
                sql, ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY);
        ResultSet rows = streamed(statement)) {
      read(rows, into);
    }
    sheets.clear();
  }

  private static ResultSet streamed(PreparedStatement statement) throws SQLException {
    statement.setFetchSize(FETCHED);
    return statement.executeQuery();
  }

  private void read(ResultSet rows, char[] into) throws SQLException {
    long id = -1;
    Sheet sheet = null;
    while (rows.next()) {
      long of = rows.getLong(1);
      if (of != id) {
        id = of;
        sheet = sheets.get(id);
      }
      int place = place(sheet.numbers(), rows.getInt(2));
      int found = criterion(rows.getString(3));
      if (place >= 0 && found >= 0) {
        criterion = found;
        into[sheet.begin() + place * criteria.size() + found] = code(rows.getString(5), id, rows);
      } else if (found < 0) {
        unreadable.add(id);
      }
    }
  }

  /**
   * The index of an initiative; negative when it does not count. Rows usually come by initiative,
   * so the previous row's index and the next one are tried first.
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
   * The index of a criterion; -1 when unknown. Rows usually come by criterion, so the search begins
   * after the previous row's criterion.
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
  private char code(@Nullable String value, long id, ResultSet rows) throws SQLException {
    char code =
        value == null
            ? state(rows.getString(4))
            : codes.get(criterion).computeIfAbsent(value, this::onScale);
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

  private static char state(String name) {
    return switch (name) {
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
