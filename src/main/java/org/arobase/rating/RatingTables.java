package org.arobase.rating;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.arobase.platform.tabular.Book;
import org.arobase.platform.tabular.Book.Table;
import org.arobase.rating.RatingApi.Summary;
import org.arobase.rating.SensitivityApi.ChangeView;
import org.arobase.rating.SensitivityApi.DrawnLevels;
import org.arobase.rating.SensitivityApi.Variation;
import org.jspecify.annotations.Nullable;

/** Board and reports as tables; columns have the names of the API's properties. */
final class RatingTables {
  private static final int LEVELS = 6;

  private RatingTables() {}

  static Book of(int year, List<Summary> board) {
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
        List.of(new Table("ratings", columns, board.stream().map(RatingTables::row).toList())));
  }

  private static List<String> levels() {
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
            s.jurors().stream().map(j -> j.juror() + ":" + j.score()).collect(spaced()),
            s.flags().stream().sorted().map(Enum::name).collect(spaced())));
    return row;
  }

  private static Collector<CharSequence, ?, String> spaced() {
    return Collectors.joining(" ");
  }

  private static List<@Nullable Object> filled(List<BigDecimal> values, int wanted) {
    List<@Nullable Object> cells = new ArrayList<>(values);
    while (cells.size() < wanted) {
      cells.add(null);
    }
    return cells;
  }

  static Book of(int year, ReliabilityApi.Report report) {
    Table jurors =
        new Table(
            "jurors",
            List.of("juror", "dossiers", "severity", "standardError", "misfit", "slope"),
            report.jurors().stream()
                .map(
                    j ->
                        Book.row(
                            j.juror(),
                            j.dossiers(),
                            j.severity(),
                            j.standardError(),
                            j.misfit(),
                            j.slope()))
                .toList());
    Table criteria =
        new Table(
            "criteria",
            List.of("criterion", "units", "alpha", "ac2"),
            report.criteria().stream()
                .map(c -> Book.row(c.criterion(), c.units(), c.alpha(), c.ac2()))
                .toList());
    return new Book("reliability-" + year, List.of(jurors, criteria, jury(report), parts(report)));
  }

  private static Table parts(ReliabilityApi.Report report) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (int part = 0; part < report.parts().size(); part++) {
      int number = part + 1;
      report.parts().get(part).jurors().forEach(j -> rows.add(Book.row(number, "juror", j)));
      report.parts().get(part).dossiers().forEach(d -> rows.add(Book.row(number, "dossier", d)));
    }
    report.common().dossiers().forEach(d -> rows.add(Book.row("common", "dossier", d)));
    report
        .anchoring()
        .forEach(a -> a.anchors().forEach(d -> rows.add(Book.row("anchors", "dossier", d))));
    return new Table("parts", List.of("part", "kind", "code"), rows);
  }

  private static Table jury(ReliabilityApi.Report r) {
    return new Table(
        "jury",
        List.of("figure", "value"),
        List.of(
            Book.row("model", r.model()),
            Book.row("status", r.status()),
            Book.row("dossiers", r.dossiers()),
            Book.row("contrastRatio", r.contrastRatio()),
            Book.row("dossierVariance", r.dossierVariance()),
            Book.row("jurorVariance", r.jurorVariance()),
            Book.row("residualVariance", r.residualVariance()),
            Book.row("rawReliability", r.rawReliability()),
            Book.row("correctedReliability", r.correctedReliability()),
            Book.row("alpha", r.alpha()),
            Book.row("kendallW", r.common().kendallW()),
            Book.row("kappa", r.common().kappa()),
            Book.row("parts", r.parts().size())));
  }

  static Book of(int year, SensitivityApi.Report report) {
    List<List<@Nullable Object>> changes = new ArrayList<>();
    for (Variation variation : report.variations()) {
      for (ChangeView c : variation.changes()) {
        changes.add(
            Book.row(
                variation.kind(),
                variation.what(),
                c.dossier(),
                c.from(),
                c.to(),
                c.probability(),
                c.doubtful()));
      }
    }
    List<String> columns =
        List.of("kind", "what", "dossier", "from", "to", "probability", "doubtful");
    return new Book(
        "sensitivity-" + year,
        List.of(new Table("changes", columns, changes), weights(report.weights().dossiers())));
  }

  private static Table weights(List<DrawnLevels> drawn) {
    List<String> columns = new ArrayList<>(List.of("dossier"));
    columns.addAll(levels());
    columns.addAll(List.of("bestRank", "worstRank"));
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (DrawnLevels d : drawn) {
      List<@Nullable Object> row = new ArrayList<>(Book.row(d.dossier()));
      row.addAll(filled(d.levels(), LEVELS));
      row.addAll(Book.row(d.bestRank(), d.worstRank()));
      rows.add(row);
    }
    return new Table("weights", columns, rows);
  }
}
