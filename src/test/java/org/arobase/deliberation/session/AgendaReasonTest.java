package org.arobase.deliberation.session;

import static org.arobase.deliberation.session.AgendaReason.BORDERLINE;
import static org.arobase.deliberation.session.AgendaReason.DIVERGENT;
import static org.arobase.deliberation.session.AgendaReason.DOUBTFUL;
import static org.arobase.deliberation.session.AgendaReason.GATE_MISSED;
import static org.arobase.deliberation.session.AgendaReason.LEVEL_CHANGED;
import static org.arobase.deliberation.session.AgendaReason.NO_LEVEL;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.arobase.edition.policy.DeliberationPolicy;
import org.arobase.scoring.Flag;
import org.arobase.scoring.LevelResult;
import org.arobase.scoring.Panel;
import org.arobase.scoring.Policy.Gate;
import org.arobase.scoring.Policy.Levels;
import org.arobase.scoring.Rating;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which dossiers a session discusses, and for which reasons. */
class AgendaReasonTest {
  private static final DeliberationPolicy POLICY = DeliberationPolicy.DEFAULT;
  private static final List<BigDecimal> THRESHOLDS =
      List.of(value(".2"), value(".35"), value(".5"), value(".65"), value(".8"));

  private static BigDecimal value(String text) {
    return new BigDecimal(text);
  }

  private static Rating rating(@Nullable LevelResult level, Flag... flags) {
    Panel panel = new Panel("78138", 3, 2, new TreeMap<>(), new TreeMap<>(), null);
    return new Rating(panel, null, null, level, null, Set.of(flags));
  }

  private static LevelResult level(String score, Map<String, BigDecimal> issues, Gate... gates) {
    return LevelResult.of(value(score), issues, new Levels(THRESHOLDS, List.of(gates), 0));
  }

  private static List<AgendaReason> reasons(Rating rating) {
    return AgendaReason.of(rating, null, null, POLICY);
  }

  @Test
  void aClearCaseIsNotDiscussed() {
    assertEquals(List.of(), AgendaReason.of(rating(level(".7", Map.of())), value(".9"), 4, POLICY));
  }

  @Test
  void eachFlagIsAReason() {
    LevelResult four = level(".7", Map.of());
    assertEquals(
        List.of(BORDERLINE, DIVERGENT), reasons(rating(four, Flag.BORDERLINE, Flag.DIVERGENT)));
  }

  @Test
  void anUnlikelyLevelIsDoubtful() {
    Rating four = rating(level(".7", Map.of()));
    assertEquals(List.of(DOUBTFUL), AgendaReason.of(four, value(".59"), null, POLICY));
    assertEquals(List.of(), AgendaReason.of(four, value(".6"), null, POLICY));
  }

  @Test
  void aDossierWithoutALevelIsDiscussedForThatAlone() {
    assertEquals(List.of(NO_LEVEL), AgendaReason.of(rating(null), null, 4, POLICY));
  }

  @Test
  void anotherLevelThanLastTimeIsAReason() {
    Rating four = rating(level(".7", Map.of()));
    assertEquals(List.of(LEVEL_CHANGED), AgendaReason.of(four, null, 3, POLICY));
  }

  @Test
  void aGateIsMissedByLittleUpToThePolicysGap() {
    Gate gate = new Gate(4, null, "inclusion", value(".5"));
    for (String near : List.of(".45", ".49")) {
      LevelResult three = level(".7", Map.of("inclusion", value(near)), gate);
      assertEquals(3, three.level());
      assertEquals(List.of(GATE_MISSED), reasons(rating(three)), near);
    }
    assertEquals(List.of(), reasons(rating(level(".7", Map.of("inclusion", value(".44")), gate))));
    assertEquals(List.of(), reasons(rating(level(".7", Map.of(), gate))));
  }

  @Test
  void aGateOnCoverageIsMissedByLittleWhenOneIssueIsMissing() {
    Gate gate = new Gate(4, 3, null, null);
    Map<String, BigDecimal> two = Map.of("a", value(".7"), "b", value(".7"));
    assertEquals(List.of(GATE_MISSED), reasons(rating(level(".7", two, gate))));
    Map<String, BigDecimal> one = Map.of("a", value(".7"));
    assertEquals(List.of(), reasons(rating(level(".7", one, gate))));
  }

  @Test
  void everyGateBeforeTheNextLevelMustBeMissedByLittle() {
    Gate near = new Gate(4, null, "a", value(".5"));
    Gate far = new Gate(4, null, "b", value(".5"));
    Map<String, BigDecimal> issues = Map.of("a", value(".49"), "b", value(".1"));
    assertEquals(List.of(), reasons(rating(level(".7", issues, near, far))));
  }

  /** A gate that the thresholds do not reach keeps nothing away. */
  @Test
  void aGateOfALevelOutOfReachIsNoReason() {
    Gate gate = new Gate(5, null, "a", value(".5"));
    assertEquals(List.of(), reasons(rating(level(".7", Map.of("a", value(".49")), gate))));
  }
}
