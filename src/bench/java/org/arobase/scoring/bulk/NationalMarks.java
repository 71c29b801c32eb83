package org.arobase.scoring.bulk;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.arobase.scoring.Grid.Criterion;
import org.arobase.scoring.Grid.Initiative;
import org.arobase.scoring.Grid.Issue;
import org.arobase.scoring.Policy;
import org.arobase.scoring.Policy.Coverage;
import org.arobase.scoring.Policy.Gate;
import org.arobase.scoring.Policy.InitiativeRule;
import org.arobase.scoring.Policy.Levels;
import org.arobase.scoring.Policy.Rounding;
import org.arobase.scoring.Policy.UncoveredIssue;
import org.arobase.scoring.Scale;
import org.arobase.scoring.panel.PanelRule;
import org.arobase.scoring.severity.SeverityModel;

/** As if every commune took part: 35,000 dossiers × 60 initiatives × 3 of 2,340 jurors × 5. */
public final class NationalMarks {
  public static final int DOSSIERS = Integer.getInteger("bench.dossiers", 35_000);
  public static final int INITIATIVES = 60;
  private static final int JURORS = 2_340;
  private static final int ISSUES = 16;
  private static final int UNUSUAL = 200;

  private NationalMarks() {}

  /** One mark in 200 is missing, not applicable or an abstention. */
  static Marks of(SeverityModel model) {
    Random random = new Random(2020);
    Marks marks = empty(model);
    double[] severity = random.doubles(JURORS, -.5, .5).toArray();
    for (int d = 0; d < DOSSIERS; d++) {
      for (int s = 0; s < 3; s++) {
        fill(marks, marks.begin(d, s), 2 + severity[marks.dossier(d).jurors()[s]], random);
      }
    }
    return marks;
  }

  /** The dossiers and their jurors, without a mark. */
  public static Marks empty(SeverityModel model) {
    Random random = new Random(2020);
    Marks marks = new Marks(rubric(model));
    List<Initiative> initiatives = new ArrayList<>();
    for (int k = 1; k <= INITIATIVES; k++) {
      Set<String> issues = new TreeSet<>(Set.of(issue(random.nextInt(ISSUES))));
      if (k % 4 == 0) {
        issues.add(issue(random.nextInt(ISSUES)));
      }
      initiatives.add(new Initiative(k, issues));
    }
    for (int d = 0; d < DOSSIERS; d++) {
      Set<String> jurors = new TreeSet<>();
      while (jurors.size() < 3) {
        jurors.add("juror" + random.nextInt(JURORS));
      }
      marks.add("d" + d, d % 2, 3, 3, null, initiatives, jurors);
    }
    marks.codes();
    return marks;
  }

  private static void fill(Marks marks, int begin, double mean, Random random) {
    char[] codes = marks.codes();
    for (int at = begin; at < begin + INITIATIVES * 5; at++) {
      int unusual = random.nextInt(UNUSUAL * 3);
      int mark = (int) Math.max(0, Math.min(5, Math.round(mean + 2 * random.nextDouble() - .5)));
      codes[at] = (char) (unusual < Rubric.FIRST ? unusual : Rubric.FIRST + mark);
    }
  }

  private static String issue(int number) {
    return "issue" + number;
  }

  /** The five criteria. */
  public static List<Criterion> criteria() {
    Scale scale = new Scale(BigDecimal.ZERO, BigDecimal.valueOf(5), BigDecimal.ONE);
    int[] weights = {30, 25, 20, 15, 10};
    return IntStream.range(0, weights.length)
        .mapToObj(c -> new Criterion("c" + c, BigDecimal.valueOf(weights[c], 2), scale))
        .toList();
  }

  /** Framework and policy. */
  public static Rubric rubric(SeverityModel model) {
    List<Issue> issues =
        IntStream.range(0, ISSUES)
            .mapToObj(e -> new Issue(issue(e), BigDecimal.valueOf(5 + e, 1), true, 3))
            .toList();
    BigDecimal half = new BigDecimal("0.3");
    Policy policy =
        new Policy(
            InitiativeRule.MEAN,
            UncoveredIssue.ZERO,
            new Coverage(half, half, half),
            new Rounding(null, null, null, 4),
            model,
            new BigDecimal("0.25"),
            new Levels(
                IntStream.rangeClosed(1, 5).mapToObj(l -> BigDecimal.valueOf(15L * l, 2)).toList(),
                List.of(new Gate(5, 10, null, null)),
                1),
            PanelRule.MEAN);
    return new Rubric(criteria(), List.of(issues, issues), policy);
  }
}
