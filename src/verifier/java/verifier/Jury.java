package verifier;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Computes the levels of all dossiers: severities, anchors, rounding, thresholds, gates, floor. */
final class Jury {
  private static final MathContext OF_DOUBLES = new MathContext(12, RoundingMode.HALF_UP);
  private static final int FEWEST_ANCHORS = 5;
  private static final int SEALED_DIGITS = 10;

  private final Marks marks;
  private final List<Map<String, Object>> dossiers;
  private final List<Map<String, Sheet>> sheets = new ArrayList<>();
  private final Map<String, Integer> jurors = new TreeMap<>();
  private int[] dossierOf;
  private int[] jurorOf;
  private double[] score;
  private int[] part;

  Jury(Marks marks) {
    this.marks = marks;
    this.dossiers = marks.dossiers();
    for (Map<String, Object> dossier : dossiers) {
      Map<String, Sheet> own = new TreeMap<>();
      for (Object one : Json.list(dossier.get("sheets"))) {
        Map<String, Object> sheet = Json.object(one);
        own.put(Json.text(sheet.get("juror")), new Sheet(marks, dossier, sheet));
        jurors.put(Json.text(sheet.get("juror")), 0);
      }
      sheets.add(own);
    }
    int number = 0;
    for (Map.Entry<String, Integer> juror : jurors.entrySet()) {
      juror.setValue(number++);
    }
    table();
    parts();
  }

  private void table() {
    List<double[]> rows = new ArrayList<>();
    for (int i = 0; i < sheets.size(); i++) {
      for (Map.Entry<String, Sheet> sheet : sheets.get(i).entrySet()) {
        if (sheet.getValue().score != null) {
          rows.add(
              new double[] {i, jurors.get(sheet.getKey()), sheet.getValue().score.doubleValue()});
        }
      }
    }
    dossierOf = rows.stream().mapToInt(row -> (int) row[0]).toArray();
    jurorOf = rows.stream().mapToInt(row -> (int) row[1]).toArray();
    score = rows.stream().mapToDouble(row -> row[2]).toArray();
  }

  /**
   * Numbers the connected parts of the table. Jurors come first, then dossiers; each gets the
   * smallest index in its part.
   */
  private void parts() {
    part = new int[jurors.size() + dossiers.size()];
    Arrays.setAll(part, i -> i);
    boolean moved = true;
    while (moved) {
      moved = false;
      for (int k = 0; k < score.length; k++) {
        int juror = jurorOf[k];
        int dossier = jurors.size() + dossierOf[k];
        int smallest = Math.min(part[juror], part[dossier]);
        moved |= part[juror] != smallest || part[dossier] != smallest;
        part[juror] = smallest;
        part[dossier] = smallest;
      }
    }
  }

  /** The score and level of each dossier. */
  List<Level> levels() {
    double[] severities = severities();
    Map<Integer, Double> links = links(severities);
    List<Level> levels = new ArrayList<>();
    for (int i = 0; i < dossiers.size(); i++) {
      Double link = links.get(part[jurors.size() + i]);
      levels.add(level(i, severities, link == null ? 0 : link));
    }
    return levels;
  }

  /** The severity of each juror; null when nothing is corrected. */
  private double[] severities() {
    String model = Json.text(marks.policy.get("severity"));
    Map<Integer, Integer> members = new HashMap<>();
    jurors.values().forEach(j -> members.merge(part[j], 1, Integer::sum));
    long comparable = members.values().stream().filter(count -> count > 1).count();
    if (model.equals("NONE") || comparable != 1) {
      return null;
    }
    Severity severity = new Severity(dossiers.size(), jurors.size(), dossierOf, jurorOf, score);
    return switch (model) {
      case "LEAST_SQUARES" -> severity.leastSquares();
      case "REML" -> severity.restricted();
      default -> throw new Rejected("The severity model " + model + " is not known here");
    };
  }

  private double adjusted(int dossier, double[] severities) {
    return marks
        .panel()
        .of(
            IntStream.range(0, score.length)
                .filter(k -> dossierOf[k] == dossier)
                .mapToDouble(k -> score[k] - (severities == null ? 0 : severities[jurorOf[k]]))
                .toArray());
  }

  private List<BigDecimal> scores(int dossier) {
    return sheets.get(dossier).values().stream()
        .map(sheet -> sheet.score)
        .filter(value -> value != null)
        .toList();
  }

  private boolean hasQuorum(int dossier) {
    return scores(dossier).size() >= Json.integer(dossiers.get(dossier).get("quorum"));
  }

  /** The shift of each part with enough anchors: the mean of anchor minus adjusted score. */
  private Map<Integer, Double> links(double[] severities) {
    Map<Integer, List<Double>> differences = new HashMap<>();
    for (int i = 0; i < dossiers.size(); i++) {
      Object anchor = dossiers.get(i).get("anchor");
      if (anchor != null && hasQuorum(i)) {
        differences
            .computeIfAbsent(part[jurors.size() + i], p -> new ArrayList<>())
            .add(adjusted(i, severities) - ((BigDecimal) anchor).doubleValue());
      }
    }
    Map<Integer, Double> links = new HashMap<>();
    differences.forEach(
        (of, all) -> {
          if (all.size() >= FEWEST_ANCHORS) {
            links.put(of, -all.stream().mapToDouble(d -> d).sum() / all.size());
          }
        });
    return links;
  }

  private Level level(int i, double[] severities, double link) {
    Map<String, Object> sealed = Json.object(dossiers.get(i).get("sealed"));
    Object before = sealed.get("score");
    Object computed = sealed.get("computedLevel");
    BigDecimal sealedScore = before == null ? null : new BigDecimal(Json.text(before));
    Integer sealedLevel = computed == null ? null : Json.integer(computed);
    String code = Json.text(dossiers.get(i).get("code"));
    if (!hasQuorum(i)) {
      return new Level(code, null, null, sealedScore, sealedLevel);
    }
    BigDecimal rounded = marks.rounded("dossier", value(i, severities, link));
    return new Level(
        code,
        rounded.setScale(SEALED_DIGITS, RoundingMode.HALF_UP),
        level(rounded, issues(i)),
        sealedScore,
        sealedLevel);
  }

  /** The exact decimal mean when nothing is corrected; else computed in doubles, to 12 digits. */
  private BigDecimal value(int i, double[] severities, double link) {
    List<BigDecimal> scores = scores(i);
    if (severities == null && link == 0 && marks.panel() == Panel.MEAN) {
      return mean(scores);
    }
    double value = adjusted(i, severities) + link;
    return new BigDecimal(Math.min(1, Math.max(0, value))).round(OF_DOUBLES);
  }

  private static BigDecimal mean(List<BigDecimal> values) {
    return values.stream()
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .divide(BigDecimal.valueOf(values.size()), Sheet.EXACT);
  }

  private Map<String, BigDecimal> issues(int i) {
    Map<String, List<BigDecimal>> values = new TreeMap<>();
    for (Sheet sheet : sheets.get(i).values()) {
      sheet.issues.forEach(
          (issue, value) -> values.computeIfAbsent(issue, k -> new ArrayList<>()).add(value));
    }
    Map<String, BigDecimal> means = new TreeMap<>();
    values.forEach((issue, own) -> means.put(issue, mean(own)));
    return means;
  }

  private int level(BigDecimal value, Map<String, BigDecimal> issues) {
    int level = 0;
    for (Object threshold : Json.list(marks.levels().get("thresholds"))) {
      level += value.compareTo((BigDecimal) threshold) >= 0 ? 1 : 0;
    }
    for (Object one : Json.list(marks.levels().get("gates"))) {
      Map<String, Object> gate = Json.object(one);
      if (!passes(gate, issues)) {
        level = Math.min(level, Json.integer(gate.get("level")) - 1);
      }
    }
    return Math.max(level, Json.integer(marks.levels().get("floor")));
  }

  private static boolean passes(Map<String, Object> gate, Map<String, BigDecimal> issues) {
    if (gate.get("coveredIssues") != null) {
      return issues.size() >= Json.integer(gate.get("coveredIssues"));
    }
    BigDecimal found = issues.get(Json.text(gate.get("issue")));
    return found != null && found.compareTo((BigDecimal) gate.get("minimum")) >= 0;
  }
}
