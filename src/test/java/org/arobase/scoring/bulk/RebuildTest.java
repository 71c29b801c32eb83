package org.arobase.scoring.bulk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.arobase.platform.canonical.Canonical;
import org.arobase.scoring.Grid;
import org.arobase.scoring.Grid.Cell;
import org.arobase.scoring.JuryRating;
import org.arobase.scoring.Mark;
import org.arobase.scoring.Panel;
import org.arobase.scoring.Policy;
import org.arobase.scoring.Rating;
import org.arobase.scoring.severity.SeverityModel;
import org.arobase.testing.IndependentReaders;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The program in src/verifier, which shares no code with the engine, gives every score and level
 * that the engine gives. 450 random editions (150 for each severity model), with every policy.
 */
class RebuildTest {
  private static final int TRIALS = 150;
  private static final Path FILE = Path.of("target/rebuilt.json");

  @ParameterizedTest
  @EnumSource
  void aProgramOfItsOwnSaysTheSame(SeverityModel model) throws IOException {
    for (int trial = 0; trial < TRIALS; trial++) {
      RandomEdition edition = new RandomEdition(trial, model);
      Files.writeString(FILE, Canonical.json(exported(edition)));
      IndependentReaders.Verdict verdict = IndependentReaders.verify("levels", FILE);
      String where = model + ", trial " + trial + ": " + verdict.said();
      assertEquals(0, verdict.status(), where);
    }
    Files.delete(FILE);
  }

  private static Map<String, Object> exported(RandomEdition edition) {
    Marks marks = edition.marks();
    List<Panel> panels = IntStream.range(0, marks.dossiers()).mapToObj(marks::panel).toList();
    SortedMap<String, Rating> ratings = JuryRating.rate(panels, edition.policy()).ratings();
    Map<String, Object> strata = new TreeMap<>();
    List<Object> dossiers = new ArrayList<>();
    for (int d = 0; d < marks.dossiers(); d++) {
      String stratum = "stratum" + marks.stratum(d);
      strata.put(stratum, marks.grid(d).issues());
      dossiers.add(dossier(marks, d, stratum, ratings.get(marks.dossier(d).name())));
    }
    return Map.of(
        "format",
        "arobase-marks/1",
        "complete",
        true,
        "policy",
        policy(edition.policy()),
        "criteria",
        marks.grid(0).criteria().stream().map(RebuildTest::criterion).toList(),
        "strata",
        strata,
        "dossiers",
        dossiers);
  }

  private static Map<String, Object> policy(Policy policy) {
    return Map.of(
        "initiatives",
        policy.initiatives(),
        "uncoveredIssue",
        policy.uncoveredIssue(),
        "coverage",
        policy.coverage(),
        "rounding",
        policy.rounding(),
        "severity",
        policy.severity(),
        "levels",
        policy.levels(),
        "panel",
        policy.panel());
  }

  private static Map<String, Object> criterion(Grid.Criterion c) {
    return Map.of(
        "code",
        c.code(),
        "weight",
        c.weight(),
        "minimum",
        c.scale().minimum(),
        "maximum",
        c.scale().maximum());
  }

  private static Map<String, Object> dossier(Marks marks, int d, String stratum, Rating rating) {
    Map<String, Object> dossier = new TreeMap<>();
    dossier.put("code", rating.panel().dossier());
    dossier.put("stratum", stratum);
    dossier.put("anchor", rating.panel().anchor());
    dossier.put("quorum", rating.panel().quorum());
    dossier.put("initiatives", marks.grid(d).initiatives());
    List<Object> sheets = new ArrayList<>();
    marks.marks(d).forEach((juror, sheet) -> sheets.add(sheet(juror, sheet)));
    dossier.put("sheets", sheets);
    Map<String, Object> sealed = new TreeMap<>();
    if (rating.score() != null) {
      sealed.put("score", rating.score().setScale(10, RoundingMode.HALF_UP).toPlainString());
      sealed.put("computedLevel", rating.level().level());
    }
    sealed.put("level", 1);
    dossier.put("sealed", sealed);
    return dossier;
  }

  private static Map<String, Object> sheet(String juror, Map<Cell, Mark> given) {
    List<Object> marks = new ArrayList<>();
    given.forEach(
        (cell, mark) -> {
          Map<String, Object> one = new TreeMap<>();
          one.put("initiative", cell.initiative());
          one.put("criterion", cell.criterion());
          one.put(
              mark.value() == null ? "state" : "value",
              mark.value() == null ? mark.state() : mark.value());
          marks.add(one);
        });
    return Map.of("juror", juror, "marks", marks);
  }
}
