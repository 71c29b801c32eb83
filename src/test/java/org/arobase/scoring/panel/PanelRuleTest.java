package org.arobase.scoring.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.arobase.scoring.panel.PanelRule.NoValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PanelRuleTest {
  private static List<BigDecimal> scores(String line) {
    return Arrays.stream(line.split(" ")).map(BigDecimal::new).collect(Collectors.toList());
  }

  @ParameterizedTest
  @CsvSource({
    "MEAN, 1 2 3 9, 3.75",
    "TRIMMED, 1 2 3 9, 2.5",
    "WINSORISED, 1 2 3 9, 2.5",
    "MEDIAN, 1 2 3 9, 2.5",
    "MEDIAN, 5 1 2 3 9, 3",
    "WINSORISED, 1 2 4 5 9, 3.6",
    "HODGES_LEHMANN, 1 2 3 9, 2.75",
    "HUBER, 3 3 3 9, 3",
    "MEAN, 7, 7"
  })
  void aRuleGives(PanelRule rule, String scores, BigDecimal expected) {
    BigDecimal value = rule.of(scores(scores)).value();
    assertEquals(0, expected.compareTo(value), () -> rule + " gave " + value);
  }

  /** The median of three jurors loses a quarter of their information. */
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "MEAN")
  void belowFourJurorsNothingIsTrimmed(PanelRule rule) {
    PanelRule.Outcome outcome = rule.of(scores("1 2 3"));
    assertNull(outcome.value());
    assertEquals(NoValue.TOO_FEW_TO_TRIM, outcome.noValue());
  }

  @ParameterizedTest
  @EnumSource
  void ofNoScoreThereIsNone(PanelRule rule) {
    assertEquals(NoValue.NO_SCORE, rule.of(List.of()).noValue());
  }

  @ParameterizedTest
  @EnumSource
  void theOrderMakesNoDifference(PanelRule rule) {
    BigDecimal value = rule.of(scores("0.1 0.7 0.3 0.35 0.9")).value();
    assertEquals(value, rule.of(scores("0.9 0.35 0.1 0.3 0.7")).value());
  }

  @Test
  void halfOfTheScoresEqualHaveNoSpread() {
    Location.Estimate huber = HuberProposal2.of(new double[] {3, 3, 3, 9}, 1.5);
    assertEquals(3, huber.location());
    assertEquals(0, huber.scale());
  }
}
