package org.arobase.rating;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.arobase.scoring.Grid.Criterion;
import org.arobase.scoring.Mark;
import org.arobase.scoring.bulk.Rubric;
import org.jspecify.annotations.Nullable;

/**
 * Reads marks from the database into arrays, streamed: a row is decoded, put in its place and
 * forgotten.
 */
final class MarkRows {
  private static final int FETCHED = 10_000;

  private final Rubric rubric;
  private final List<String> criteria;
  private final List<Map<String, Character>> codes;
  private final Map<Long, Sheet> sheets = new HashMap<>();
  private int criterion;
  private int initiative;

  /**
   * Where a sheet's marks belong.
   *
   * @param begin place of the first
   * @param numbers of the initiatives that count, rising
   */
  record Sheet(int begin, int[] numbers) {}

  MarkRows(Rubric rubric, List<Criterion> criteria) {
    this.rubric = rubric;
    this.criteria = criteria.stream().map(Criterion::code).toList();
    this.codes = criteria.stream().<Map<String, Character>>map(c -> new HashMap<>()).toList();
  }

  /** Makes a sheet known, by its inner number. */
  void expect(long id, Sheet sheet) {
    sheets.put(id, sheet);
  }

  /**
   * Reads the marks of the sheets that were made known since it was last called.
   *
   * @param into the codes of all marks
   */
  void read(Connection connection, char[] into) throws SQLException {
    if (sheets.isEmpty()) {
      return;
    }
    String numbers =
        sheets.keySet().stream().sorted().map(String::valueOf).collect(Collectors.joining(","));
    // numbers of our own, and too many for parameters
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
      if (place >= 0) {
        criterion = criterion(rows.getString(3));
        into[sheet.begin() + place * criteria.size() + criterion] = code(rows.getString(5), rows);
      }
    }
  }

  /** Rows come by initiative: the place is that of the row before, or the next. */
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

  /** Rows come by criterion: it is the one after that of the row before, or another. */
  private int criterion(String code) {
    for (int step = 1; step <= criteria.size(); step++) {
      int next = (criterion + step) % criteria.size();
      if (criteria.get(next).equals(code)) {
        return next;
      }
    }
    throw new IllegalStateException("A mark on no criterion");
  }

  private char code(@Nullable String value, ResultSet rows) throws SQLException {
    if (value == null) {
      return rubric.code(criterion, new Mark(Mark.State.valueOf(rows.getString(4)), null));
    }
    return codes
        .get(criterion)
        .computeIfAbsent(value, v -> rubric.code(criterion, Mark.of(new BigDecimal(v))));
  }
}
