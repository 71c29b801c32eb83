package org.arobase.rating.board;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.arobase.platform.tabular.Book;
import org.arobase.platform.tabular.Book.Table;
import org.arobase.rating.explanation.RatingApi.JurorScore;
import org.arobase.rating.explanation.RatingApi.Summary;
import org.jspecify.annotations.Nullable;

/** The board as a table. Its columns have the names of the properties of the API. */
public final class BoardTable {
  /** How many levels there are, 0 included. */
  public static final int LEVELS = 6;

  private BoardTable() {}

  /** The table of these rows. */
  public static Book of(int year, List<Summary> board) {
    List<String> columns =
        new ArrayList<>(
            List.of(
                "dossier",
                "name",
                "kind",
                "department",
                "stratum",
                "initiatives",
                "assigned",
                "submitted",
                "score",
                "rawScore",
                "standardError",
                "intervalLow",
                "intervalHigh"));
    columns.addAll(levels());
    columns.addAll(
        List.of("gainOfOneMore", "level", "levelByScore", "coveredIssues", "jurors", "flags"));
    return new Book(
        "ratings-" + year,
        List.of(new Table("ratings", columns, board.stream().map(BoardTable::row).toList())));
  }

  /** The names of the columns that hold the probability of each level. */
  public static List<String> levels() {
    List<String> names = new ArrayList<>();
    for (int level = 0; level < LEVELS; level++) {
      names.add("level" + level);
    }
    return names;
  }

  private static List<@Nullable Object> row(Summary s) {
    List<@Nullable Object> row =
        new ArrayList<>(
            Book.row(
                s.dossier(),
                s.name(),
                s.kind(),
                s.department(),
                s.stratum(),
                s.initiatives(),
                s.assigned(),
                s.submitted(),
                s.score(),
                s.rawScore(),
                s.standardError()));
    row.addAll(filled(s.interval(), 2));
    row.addAll(filled(s.levelProbabilities(), LEVELS));
    row.addAll(
        Book.row(
            s.gainOfOneMore(),
            s.level(),
            s.levelByScore(),
            s.coveredIssues(),
            s.jurors().stream().map(BoardTable::score).collect(spaced()),
            s.flags().stream().sorted().map(Enum::name).collect(spaced())));
    return row;
  }

  /** A juror's score, for example {@code juror1:0.634}; a juror without score by the id alone. */
  private static String score(JurorScore of) {
    return of.score() == null ? of.juror() : of.juror() + ":" + of.score().toPlainString();
  }

  private static Collector<CharSequence, ?, String> spaced() {
    return Collectors.joining(" ");
  }

  /** The values, followed by empty cells up to the wanted number. */
  public static List<@Nullable Object> filled(List<BigDecimal> values, int wanted) {
    List<@Nullable Object> cells = new ArrayList<>(values);
    while (cells.size() < wanted) {
      cells.add(null);
    }
    return cells;
  }
}
