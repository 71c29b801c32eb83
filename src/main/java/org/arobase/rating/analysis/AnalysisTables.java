package org.arobase.rating.analysis;

import java.util.ArrayList;
import java.util.List;
import org.arobase.platform.tabular.Book;
import org.arobase.platform.tabular.Book.Table;
import org.arobase.rating.analysis.SensitivityApi.ChangeView;
import org.arobase.rating.analysis.SensitivityApi.DrawnLevels;
import org.arobase.rating.analysis.SensitivityApi.Variation;
import org.arobase.rating.board.BoardTable;
import org.jspecify.annotations.Nullable;

/** The analysis reports as tables. Columns have the names of the API properties. */
final class AnalysisTables {
  private AnalysisTables() {}

  /** The report on reliability, a table for each of its parts. */
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

  /** The report on sensitivity: the changed levels, and the levels under drawn weights. */
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
    columns.addAll(BoardTable.levels());
    columns.addAll(List.of("bestRank", "worstRank"));
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (DrawnLevels d : drawn) {
      List<@Nullable Object> row = new ArrayList<>(Book.row(d.dossier()));
      row.addAll(BoardTable.filled(d.levels(), BoardTable.LEVELS));
      row.addAll(Book.row(d.bestRank(), d.worstRank()));
      rows.add(row);
    }
    return new Table("weights", columns, rows);
  }
}
