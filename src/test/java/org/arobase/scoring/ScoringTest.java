package org.arobase.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.arobase.scoring.Grid.Cell;
import org.arobase.scoring.Policy.Coverage;
import org.arobase.scoring.Policy.Gate;
import org.arobase.scoring.Policy.InitiativeRule;
import org.arobase.scoring.Policy.Levels;
import org.arobase.scoring.Policy.Rounding;
import org.arobase.scoring.Policy.UncoveredIssue;
import org.arobase.scoring.hierarchy.Evaluation;
import org.arobase.scoring.hierarchy.Presence;
import org.arobase.scoring.panel.PanelRule;
import org.arobase.scoring.severity.SeverityModel;
import org.junit.jupiter.api.Test;

/** Steps 1, 2, 3 and 5 of the engine, on tables small enough to check by hand. */
class ScoringTest {
  private static final Scale FIVE = new Scale(dec("0"), dec("5"), dec("1"));

  /**
   * Two criteria with weights 3 and 1; two issues: a with initiative 1, b with initiatives 2 and 3.
   */
  private static final Grid GRID =
      new Grid(
          List.of(new Grid.Issue("a", dec("1"), true, 1), new Grid.Issue("b", dec("2"), true, 2)),
          List.of(
              new Grid.Initiative(1, Set.of("a")),
              new Grid.Initiative(2, Set.of("b")),
              new Grid.Initiative(3, Set.of("b"))),
          List.of(
              new Grid.Criterion("use", dec("3"), FIVE),
              new Grid.Criterion("new", dec("1"), FIVE)));

  @Test
  void aFullSheetIsTheWeightedMeanOfWeightedMeans() {
    // initiative 1: (3·4 + 1·2)/4/5 = .70; 2: 1.0; 3: .50; b = .75; (1·.70 + 2·.75)/3
    assertScore("0.7333333333", full(), policy().build());
  }

  @Test
  void aMissingMarkIsNotZeroAndNotNotApplicable() {
    Map<Cell, Mark> missing = full();
    missing.remove(cell(1, "new"));
    Map<Cell, Mark> zero = full();
    zero.put(cell(1, "new"), Mark.of(0));
    Map<Cell, Mark> notApplicable = full();
    notApplicable.put(cell(1, "new"), Mark.notApplicable());
    Policy policy = policy().build();
    // without the mark, initiative 1 has 4/5 = .80; with a zero it has 12/20 = .60
    assertScore("0.7666666667", missing, policy);
    assertScore("0.7666666667", notApplicable, policy);
    assertScore("0.7000000000", zero, policy);
    // the coverage tells the first two apart: 3 of 4, and 3 of 3
    assertCoverage("0.75", missing, policy);
    assertCoverage("1", notApplicable, policy);
    assertEquals(List.of("a/1/new"), Scoring.score(GRID, missing, policy).missing());
    assertEquals(List.of(), Scoring.score(GRID, notApplicable, policy).missing());
  }

  @Test
  void anAbstentionCountsAsUnknownButIsNotReportedAsForgotten() {
    Map<Cell, Mark> abstained = full();
    abstained.put(cell(1, "new"), Mark.abstained());
    assertScore("0.7666666667", abstained, policy().build());
    assertCoverage("0.75", abstained, policy().build());
    assertEquals(List.of(), Scoring.score(GRID, abstained, policy().build()).missing());
  }

  @Test
  void belowTheCoverageFloorAnInitiativeHasNoScore() {
    Map<Cell, Mark> thin = full();
    thin.remove(cell(2, "use"));
    // initiative 2 covers 1 of 4 of its weight and has no score: b = .50, so (.70 + 2·.50)/3
    Policy policy = policy().coverage(new Coverage(dec("0.5"), dec("0"), dec("0"))).build();
    assertScore("0.5666666667", thin, policy);
  }

  @Test
  void anIssueWithoutInitiativesIsZeroOrExcludedAsPolicySays() {
    Grid grid =
        new Grid(
            List.of(
                GRID.issues().get(0), GRID.issues().get(1), new Grid.Issue("c", dec("1"), true, 1)),
            GRID.initiatives(),
            GRID.criteria());
    BigDecimal excluded = Scoring.score(grid, full(), policy().build()).score();
    BigDecimal zero =
        Scoring.score(grid, full(), policy().uncovered(UncoveredIssue.ZERO).build()).score();
    assertNear("0.7333333333", excluded);
    assertNear("0.5500000000", zero);
  }

  @Test
  void anIssueThatNobodyMarkedIsNotCountedAsZero() {
    Map<Cell, Mark> onlyA = full();
    onlyA.keySet().removeIf(c -> c.initiative() != 1);
    assertScore("0.7000000000", onlyA, policy().uncovered(UncoveredIssue.ZERO).build());
  }

  @Test
  void anIssueThatDoesNotApplyToTheStratumIsLeftOut() {
    Grid grid =
        new Grid(
            List.of(
                new Grid.Issue("a", dec("1"), false, 1), new Grid.Issue("b", dec("2"), true, 2)),
            GRID.initiatives(),
            GRID.criteria());
    assertNear("0.7500000000", Scoring.score(grid, full(), policy().build()).score());
  }

  @Test
  void bestOfExpectedCountsTheBestAndAnEmptyPlaceAsZero() {
    Policy best = policy().initiatives(InitiativeRule.BEST_OF_EXPECTED).build();
    assertScore("0.7333333333", full(), best);
    Grid three = withExpected(3);
    // b = (1 + .5)/3
    assertNear("0.5666666667", Scoring.score(three, full(), best).score());
    Grid one = withExpected(1);
    // b = 1
    assertNear("0.9000000000", Scoring.score(one, full(), best).score());
  }

  @Test
  void bestOfExpectedDoesNotCountAnUnmarkedInitiativeAsZero() {
    Policy best = policy().initiatives(InitiativeRule.BEST_OF_EXPECTED).build();
    Map<Cell, Mark> unmarked = full();
    unmarked.keySet().removeIf(c -> c.initiative() == 3);
    // one of two places is unknown: b = 1/1, not 1/2
    assertScore("0.9000000000", unmarked, best);
  }

  @Test
  void aWeightOfZeroCountsForNothingNotEvenAsCovered() {
    Grid informative =
        new Grid(
            GRID.issues(),
            GRID.initiatives(),
            List.of(GRID.criteria().get(0), new Grid.Criterion("new", dec("0"), FIVE)));
    Map<Cell, Mark> marks = full();
    marks.put(cell(1, "use"), Mark.notApplicable());
    // initiative 1 has only a mark of weight 0, so a is not applicable; b = (1 + .6)/2
    ScoreBreakdown breakdown = Scoring.score(informative, marks, policy().build());
    assertNear("0.8000000000", breakdown.score());
    assertEquals(
        Presence.NOT_APPLICABLE, breakdown.root().children().get(0).children().get(0).presence());
    Grid weightless =
        new Grid(
            List.of(new Grid.Issue("a", dec("0"), true, 1)), GRID.initiatives(), GRID.criteria());
    assertNull(Scoring.score(weightless, full(), policy().build()).score());
  }

  @Test
  void nothingMarkedIsNoScore() {
    assertNull(Scoring.score(GRID, Map.of(), policy().build()).score());
    assertEquals(
        Presence.MISSING, Scoring.score(GRID, Map.of(), policy().build()).root().presence());
  }

  @Test
  void contributionsAccountForEveryScore() {
    Random random = new Random(7);
    Policy policy = policy().rounding(new Rounding(3, 2, 4, null)).coverage(tenth()).build();
    int scored = 0;
    for (int trial = 0; trial < 1000; trial++) {
      Grid grid = randomGrid(random);
      ScoreBreakdown breakdown = Scoring.score(grid, randomMarks(grid, random), policy);
      if (breakdown.score() != null) {
        scored++;
        BigDecimal sum =
            breakdown.lines().stream()
                .filter(ScoreBreakdown.Line::leaf)
                .map(ScoreBreakdown.Line::contribution)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal off = sum.subtract(breakdown.score()).abs();
        assertTrue(off.compareTo(dec("1e-28")) < 0, () -> "lost " + off);
      }
    }
    assertTrue(scored > 900, "the trials hardly scored anything");
  }

  @Test
  void rowOrderAndLocaleChangeNothing() {
    Random random = new Random(11);
    Locale before = Locale.getDefault();
    try {
      for (int trial = 0; trial < 200; trial++) {
        Grid grid = randomGrid(random);
        Map<Cell, Mark> marks = randomMarks(grid, random);
        BigDecimal first = Scoring.score(grid, marks, policy().build()).score();
        Locale.setDefault(trial % 2 == 0 ? Locale.FRANCE : Locale.forLanguageTag("ar-EG"));
        assertEquals(
            first,
            Scoring.score(shuffled(grid, random), shuffled(marks, random), policy().build())
                .score());
      }
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void aRatingIsTheMeanOfTheJurorsRoundedHalfUp() {
    // .7333… and .7000… average .71666…
    Map<Cell, Mark> strict = full();
    strict.put(cell(1, "new"), Mark.of(0));
    Rating rating = rate(Map.of("x", full(), "y", strict), 2, policy().build());
    assertEquals(dec("0.7167"), rating.score());
    // the threshold .7 is within the error of two jurors who are that close
    assertEquals(Set.of(Flag.BORDERLINE), rating.flags());
    assertEquals(4, rating.level().level());
  }

  /** The rating of one dossier with a quorum of two. */
  private static Rating rate(Map<String, Map<Cell, Mark>> marks, int expected, Policy policy) {
    Panel panel = Panel.of("d", expected, 2, null, Scoring.score(marks, GRID, policy));
    return JuryRating.rate(List.of(panel), policy).ratings().get("d");
  }

  @Test
  void belowTheQuorumThereIsNoLevel() {
    Rating rating = rate(Map.of("x", full()), 3, policy().build());
    assertNull(rating.score());
    assertNull(rating.level());
    assertEquals(Set.of(Flag.INCOMPLETE), rating.flags());
  }

  @Test
  void jurorsFarApartAreFlagged() {
    Map<Cell, Mark> zeros = new HashMap<>();
    full().keySet().forEach(c -> zeros.put(c, Mark.of(0)));
    Rating rating = rate(Map.of("x", full(), "y", zeros), 2, policy().build());
    assertEquals(Set.of(Flag.DIVERGENT, Flag.BORDERLINE), rating.flags());
  }

  @Test
  void thresholdsAreReachedNotPassed() {
    assertLevel(0, "0.1999");
    assertLevel(1, "0.2");
    assertLevel(5, "1");
  }

  @Test
  void aGateCapsTheLevelAndTheFloorLiftsIt() {
    Gate covered = new Gate(4, 3, null, null);
    Gate strong = new Gate(3, null, "b", dec("0.6"));
    Levels levels = new Levels(cuts(), List.of(covered, strong), 1);
    LevelResult capped =
        LevelResult.of(dec("0.95"), Map.of("a", dec("1"), "b", dec("0.9")), levels);
    assertEquals(new Summary(5, 3, false), Summary.of(capped));
    LevelResult weak = LevelResult.of(dec("0.95"), Map.of("a", dec("1"), "b", dec("0.5")), levels);
    assertEquals(new Summary(5, 2, false), Summary.of(weak));
    LevelResult floored = LevelResult.of(dec("0.01"), Map.of(), levels);
    assertEquals(new Summary(0, 1, true), Summary.of(floored));
    assertEquals(List.of(false, false), floored.gates().stream().map(g -> g.passed()).toList());
  }

  private record Summary(int byScore, int level, boolean floored) {
    static Summary of(LevelResult r) {
      return new Summary(r.byScore(), r.level(), r.floored());
    }
  }

  private static void assertLevel(int level, String score) {
    Levels levels = new Levels(cuts(), List.of(), 0);
    assertEquals(level, LevelResult.of(dec(score), Map.of(), levels).level());
  }

  private static List<BigDecimal> cuts() {
    return List.of(dec("0.2"), dec("0.4"), dec("0.6"), dec("0.7"), dec("0.9"));
  }

  private static Map<Cell, Mark> full() {
    Map<Cell, Mark> marks = new HashMap<>();
    marks.put(cell(1, "use"), Mark.of(4));
    marks.put(cell(1, "new"), Mark.of(2));
    marks.put(cell(2, "use"), Mark.of(5));
    marks.put(cell(2, "new"), Mark.of(5));
    marks.put(cell(3, "use"), Mark.of(3));
    marks.put(cell(3, "new"), Mark.of(1));
    return marks;
  }

  private static Grid withExpected(int expected) {
    return new Grid(
        List.of(GRID.issues().get(0), new Grid.Issue("b", dec("2"), true, expected)),
        GRID.initiatives(),
        GRID.criteria());
  }

  private static Coverage tenth() {
    return new Coverage(dec("0.1"), dec("0.1"), dec("0.1"));
  }

  private static Grid randomGrid(Random random) {
    List<Grid.Issue> issues = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      BigDecimal weight = BigDecimal.valueOf(1 + random.nextInt(9));
      issues.add(new Grid.Issue("i" + i, weight, random.nextInt(8) > 0, 1 + random.nextInt(3)));
    }
    List<Grid.Initiative> initiatives = new ArrayList<>();
    for (int n = 1; n <= 1 + random.nextInt(9); n++) {
      initiatives.add(
          new Grid.Initiative(n, Set.of("i" + random.nextInt(3), "i" + (3 + random.nextInt(2)))));
    }
    return new Grid(issues, initiatives, GRID.criteria());
  }

  private static Map<Cell, Mark> randomMarks(Grid grid, Random random) {
    Map<Cell, Mark> marks = new LinkedHashMap<>();
    for (Grid.Initiative initiative : grid.initiatives()) {
      for (Grid.Criterion criterion : grid.criteria()) {
        Cell cell = cell(initiative.number(), criterion.code());
        switch (random.nextInt(12)) {
          case 0 -> marks.put(cell, Mark.notApplicable());
          case 1 -> marks.put(cell, Mark.abstained());
          case 2 -> {}
          default -> marks.put(cell, Mark.of(random.nextInt(6)));
        }
      }
    }
    return marks;
  }

  private static Grid shuffled(Grid grid, Random random) {
    List<Grid.Issue> issues = new ArrayList<>(grid.issues());
    List<Grid.Initiative> initiatives = new ArrayList<>(grid.initiatives());
    List<Grid.Criterion> criteria = new ArrayList<>(grid.criteria());
    Collections.shuffle(issues, random);
    Collections.shuffle(initiatives, random);
    Collections.shuffle(criteria, random);
    return new Grid(issues, initiatives, criteria);
  }

  private static Map<Cell, Mark> shuffled(Map<Cell, Mark> marks, Random random) {
    List<Cell> cells = new ArrayList<>(marks.keySet());
    Collections.shuffle(cells, random);
    Map<Cell, Mark> shuffled = new LinkedHashMap<>();
    cells.forEach(c -> shuffled.put(c, marks.get(c)));
    return shuffled;
  }

  private static Cell cell(int initiative, String criterion) {
    return new Cell(initiative, criterion);
  }

  private static void assertScore(String expected, Map<Cell, Mark> marks, Policy policy) {
    assertNear(expected, Scoring.score(GRID, marks, policy).score());
  }

  private static void assertNear(String expected, BigDecimal actual) {
    assertEquals(dec(expected), actual.setScale(10, java.math.RoundingMode.HALF_UP));
  }

  private static void assertCoverage(String expected, Map<Cell, Mark> marks, Policy policy) {
    Evaluation initiative =
        Scoring.score(GRID, marks, policy).root().children().get(0).children().get(0);
    assertEquals(
        dec(expected), initiative.coverage().round(MathContext.DECIMAL32).stripTrailingZeros());
  }

  private static BigDecimal dec(String number) {
    return new BigDecimal(number);
  }

  private static PolicyBuilder policy() {
    return new PolicyBuilder();
  }

  /** Builds a policy without floors or gates, and with one change. */
  private static final class PolicyBuilder {
    private InitiativeRule initiatives = InitiativeRule.MEAN;
    private UncoveredIssue uncovered = UncoveredIssue.EXCLUDED;
    private Coverage coverage = new Coverage(dec("0"), dec("0"), dec("0"));
    private Rounding rounding = new Rounding(null, null, null, 4);

    PolicyBuilder initiatives(InitiativeRule value) {
      initiatives = value;
      return this;
    }

    PolicyBuilder uncovered(UncoveredIssue value) {
      uncovered = value;
      return this;
    }

    PolicyBuilder coverage(Coverage value) {
      coverage = value;
      return this;
    }

    PolicyBuilder rounding(Rounding value) {
      rounding = value;
      return this;
    }

    Policy build() {
      Levels levels = new Levels(cuts(), List.of(), 0);
      return new Policy(
          initiatives,
          uncovered,
          coverage,
          rounding,
          SeverityModel.NONE,
          dec("0.25"),
          levels,
          PanelRule.MEAN);
    }
  }
}
