package org.arobase.scoring.bulk;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.arobase.scoring.Grid.Criterion;
import org.arobase.scoring.Grid.Initiative;
import org.arobase.scoring.Grid.Issue;
import org.arobase.scoring.Policy;
import org.arobase.scoring.Policy.Coverage;
import org.arobase.scoring.Policy.InitiativeRule;
import org.arobase.scoring.Policy.Levels;
import org.arobase.scoring.Policy.Rounding;
import org.arobase.scoring.Policy.UncoveredIssue;
import org.arobase.scoring.Scale;
import org.arobase.scoring.bulk.WeightDraws.Spread;
import org.arobase.scoring.panel.PanelRule;
import org.arobase.scoring.severity.SeverityModel;
import org.junit.jupiter.api.Test;

/**
 * Four dossiers: one has points on criterion a only, one on b only, one the same on both, and one
 * is unmarked.
 */
class WeightDrawsTest {
  private static final Marks MARKS = marks(".5", ".5");

  private static Marks marks(String weightOfA, String weightOfB) {
    return marks(weightOfA, weightOfB, "0");
  }

  private static Marks marks(String weightOfA, String weightOfB, String floor) {
    Scale scale = new Scale(BigDecimal.ZERO, BigDecimal.ONE, new BigDecimal("0.25"));
    List<Criterion> criteria =
        List.of(
            new Criterion("a", new BigDecimal(weightOfA), scale),
            new Criterion("b", new BigDecimal(weightOfB), scale));
    List<Issue> issues =
        List.of(
            new Issue("one", BigDecimal.ONE, true, 1), new Issue("two", BigDecimal.ONE, true, 1));
    Marks marks = new Marks(new Rubric(criteria, List.of(issues), policy(new BigDecimal(floor))));
    List<Initiative> one = List.of(new Initiative(1, Set.of("one")));
    for (String name : List.of("a", "b", "both", "none")) {
      marks.add(name, 0, 1, 1, null, one, Set.of("juror"));
    }
    char full = (char) (Rubric.FIRST + 4);
    char half = (char) (Rubric.FIRST + 3);
    char[] codes = {full, Rubric.FIRST, Rubric.FIRST, full, half, half, 0, 0};
    System.arraycopy(codes, 0, marks.codes(), 0, codes.length);
    return marks;
  }

  private static Policy policy(BigDecimal floor) {
    BigDecimal none = BigDecimal.ZERO;
    return new Policy(
        InitiativeRule.MEAN,
        UncoveredIssue.EXCLUDED,
        new Coverage(floor, none, none),
        new Rounding(null, null, null, null),
        SeverityModel.NONE,
        BigDecimal.ONE,
        new Levels(List.of(new BigDecimal(".5")), List.of(), 0),
        PanelRule.MEAN);
  }

  @Test
  void equalWeightsAreAsOftenAboveAsBelow() {
    Spread spread = WeightDraws.of(MARKS, 2_000, 100, 1);
    assertEquals(.5, spread.share()[0][1], .04);
    assertEquals(1, spread.share()[0][1] + spread.share()[1][1], 1e-12);
    assertArrayEquals(new double[] {0, 1}, spread.share()[2]);
    assertArrayEquals(new double[] {0, 0}, spread.share()[3]);
    // the first two change places, behind the third, which depends on no weight
    assertArrayEquals(new int[] {2, 2, 1, 0}, spread.best());
    assertArrayEquals(new int[] {3, 3, 1, 0}, spread.worst());
  }

  /**
   * With a floor of a half, a dossier that is marked on one criterion has a score in half of the
   * draws.
   */
  @Test
  void whatSomeWeightsLeaveWithoutALevelIsTold() {
    Marks marks = marks(".5", ".5", ".5");
    marks.codes()[1] = Rubric.ABSTAINED;
    Spread spread = WeightDraws.of(marks, 400, 100, 1);
    assertEquals(.5, spread.share()[0][1], .08);
    assertEquals(0, spread.share()[0][0]);
    assertEquals(1, spread.best()[0]);
    assertEquals(1, spread.worst()[0]);
  }

  @Test
  void theSameSeedGivesTheSameAnswer() {
    Spread first = WeightDraws.of(MARKS, 50, 100, 7);
    Spread again = WeightDraws.of(MARKS, 50, 100, 7);
    Spread other = WeightDraws.of(MARKS, 50, 100, 8);
    assertArrayEquals(first.share()[0], again.share()[0]);
    assertTrue(first.share()[0][1] != other.share()[0][1]);
  }

  /** A share of .6 with a concentration of 100 has a standard deviation of .0488: P(< .5) = .02. */
  @Test
  void theConcentrationSaysHowCloseTheDrawsAre() {
    Marks uneven = marks(".6", ".4");
    assertEquals(.02, WeightDraws.of(uneven, 4_000, 100, 3).share()[0][0], .008);
    assertEquals(0, WeightDraws.of(uneven, 500, 10_000, 3).share()[0][0]);
  }

  @Test
  void whatWeighsNothingStaysWithoutWeight() {
    Spread spread = WeightDraws.of(marks("1", "0"), 100, 10, 5);
    assertArrayEquals(new double[] {0, 1}, spread.share()[0]);
    assertArrayEquals(new double[] {1, 0}, spread.share()[1]);
  }
}
