package org.arobase.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.arobase.scoring.Policy.Coverage;
import org.arobase.scoring.Policy.Gate;
import org.arobase.scoring.Policy.InitiativeRule;
import org.arobase.scoring.Policy.Levels;
import org.arobase.scoring.Policy.Rounding;
import org.arobase.scoring.Policy.UncoveredIssue;
import org.arobase.scoring.Sensitivity.Change;
import org.arobase.scoring.panel.PanelRule;
import org.arobase.scoring.severity.SeverityFit.Status;
import org.arobase.scoring.severity.SeverityModel;
import org.junit.jupiter.api.Test;

/** Steps 4 and 5: all dossiers of a jury together. */
class JuryRatingTest {
  private static final List<BigDecimal> THRESHOLDS =
      List.of(dec("0.2"), dec("0.4"), dec("0.6"), dec("0.8"), dec("0.9"));

  private static BigDecimal dec(String number) {
    return new BigDecimal(number);
  }

  private static Policy policy(SeverityModel model, int floor, Gate... gates) {
    BigDecimal none = BigDecimal.ZERO;
    return new Policy(
        InitiativeRule.MEAN,
        UncoveredIssue.EXCLUDED,
        new Coverage(none, none, none),
        new Rounding(null, null, null, 4),
        model,
        dec("0.25"),
        new Levels(THRESHOLDS, List.of(gates), floor),
        PanelRule.MEAN);
  }

  /** A dossier with three jurors and a quorum of two; an empty text is a juror without a score. */
  private static Panel panel(String dossier, String... jurorsAndScores) {
    SortedMap<String, BigDecimal> scores = new TreeMap<>();
    for (int k = 0; k < jurorsAndScores.length; k += 2) {
      String score = jurorsAndScores[k + 1];
      scores.put(jurorsAndScores[k], score.isEmpty() ? null : dec(score));
    }
    SortedMap<String, BigDecimal> issues = new TreeMap<>(Map.of("one", dec("0.5")));
    return new Panel(dossier, 3, 2, scores, issues, null);
  }

  /** z gives about a tenth less than the others; w gives no score. */
  private static List<Panel> panels() {
    return List.of(
        panel("a", "x", "0.62", "y", "0.63", "w", ""),
        panel("b", "x", "0.70", "z", "0.61"),
        panel("c", "y", "0.45", "z", "0.34"),
        panel("d", "x", "0.30", "y", "0.30", "z", "0.20"),
        panel("e", "x", "0.95"));
  }

  @Test
  void whoWasSeenByASevereJurorIsRaised() {
    JuryRating.Result raw = JuryRating.rate(panels(), policy(SeverityModel.NONE, 0));
    JuryRating.Result jury = JuryRating.rate(panels(), policy(SeverityModel.REML, 0));
    assertEquals(List.of("w", "x", "y", "z"), jury.jurors());
    assertEquals(List.of("a", "b", "c", "d", "e"), jury.dossiers());
    assertEquals(10, jury.scores().size());
    Rating b = jury.ratings().get("b");
    assertEquals(dec("0.655"), b.mean().stripTrailingZeros());
    assertEquals(b.mean(), raw.ratings().get("b").mean());
    assertTrue(b.score().compareTo(raw.ratings().get("b").score()) > 0);
    assertTrue(jury.ratings().get("a").score().compareTo(raw.ratings().get("a").score()) < 0);
    assertEquals(4, b.score().scale());
    assertEquals(b.score(), b.certainty().adjusted().setScale(4, java.math.RoundingMode.HALF_UP));
    assertEquals(Status.NOT_ASKED, raw.ratings().get("b").certainty().severity());
  }

  /** A juror without a score is not counted as a disconnected part. */
  @Test
  void jurorsAndDossiersWithoutAScoreChangeNothing() {
    JuryRating.Result jury = JuryRating.rate(panels(), policy(SeverityModel.REML, 0));
    assertEquals(Status.FITTED, jury.fit().status());
    assertEquals(1, jury.fit().components());
    Rating e = jury.ratings().get("e");
    assertNull(e.score());
    assertNull(e.level());
    assertNull(e.certainty());
    assertEquals(Set.of(Flag.INCOMPLETE), e.flags());
  }

  @Test
  void flagsSayWhatToLookAt() {
    SortedMap<String, Rating> ratings =
        JuryRating.rate(
                List.of(
                    panel("far", "x", "0.9", "y", "0.3", "z", "0.6"),
                    panel("full", "x", "0.5", "y", "0.5", "z", "0.5")),
                policy(SeverityModel.NONE, 0))
            .ratings();
    assertTrue(ratings.get("far").flags().contains(Flag.DIVERGENT));
    assertFalse(ratings.get("full").flags().contains(Flag.DIVERGENT));
    assertFalse(ratings.get("full").flags().contains(Flag.INCOMPLETE));
    assertTrue(ratings.get("full").flags().contains(Flag.BORDERLINE), "an error of .17 reaches");
    List<Panel> parts =
        List.of(panel("p", "x", "0.5", "y", "0.5"), panel("q", "z", "0.3", "w", "0.4"));
    assertTrue(
        JuryRating.rate(parts, policy(SeverityModel.REML, 0))
            .ratings()
            .get("q")
            .flags()
            .contains(Flag.DISCONNECTED));
    assertFalse(
        JuryRating.rate(parts, policy(SeverityModel.NONE, 0))
            .ratings()
            .get("q")
            .flags()
            .contains(Flag.DISCONNECTED));
  }

  @Test
  void gatesAndFloorTakeTheProbabilitiesAlong() {
    Gate coverage = new Gate(3, 2, null, null);
    Certainty free = certainty("b", policy(SeverityModel.REML, 0));
    Certainty gated = certainty("b", policy(SeverityModel.REML, 0, coverage));
    assertEquals(6, free.probabilities().size());
    assertEquals(1, sum(free), 5e-6);
    assertEquals(1, sum(gated), 5e-6);
    assertTrue(free.of(3).signum() > 0);
    for (int level = 3; level <= 5; level++) {
      assertEquals(0, gated.of(level).signum(), "level " + level);
    }
    assertEquals(1, free.of(2).add(free.of(3)).add(free.of(4)).add(free.of(5)).doubleValue(), .01);
    Certainty floored = certainty("d", policy(SeverityModel.REML, 2));
    assertEquals(0, floored.of(0).add(floored.of(1)).signum());
    assertTrue(floored.of(2).doubleValue() > .99);
  }

  private static Certainty certainty(String dossier, Policy policy) {
    return JuryRating.rate(panels(), policy).ratings().get(dossier).certainty();
  }

  private static double sum(Certainty certainty) {
    return certainty.probabilities().stream().mapToDouble(BigDecimal::doubleValue).sum();
  }

  @Test
  void oneMoreJurorHelpsWhereALevelIsUnsure() {
    Map<String, Rating> ratings =
        JuryRating.rate(panels(), policy(SeverityModel.REML, 0)).ratings();
    BigDecimal unsure = ratings.get("a").certainty().gain();
    BigDecimal sure = ratings.get("d").certainty().gain();
    assertTrue(unsure.compareTo(sure) > 0, unsure + " " + sure);
  }

  /** With one score per dossier, no error can be estimated. */
  @Test
  void withoutAnErrorNothingIsSaidOfCertainty() {
    Panel one = new Panel("a", 1, 1, new TreeMap<>(Map.of("x", dec("0.5"))), new TreeMap<>(), null);
    Certainty certainty =
        JuryRating.rate(List.of(one), policy(SeverityModel.NONE, 0)).ratings().get("a").certainty();
    assertNull(certainty.error());
    assertNull(certainty.gain());
    assertNull(certainty.of(2));
    assertEquals(List.of(), certainty.probabilities());
  }

  @Test
  void theOrderOfTheDossiersMakesNoDifference() {
    Policy policy = policy(SeverityModel.REML, 0);
    List<Panel> shuffled = new ArrayList<>(panels());
    Map<String, Rating> first = JuryRating.rate(shuffled, policy).ratings();
    Random random = new Random(3);
    for (int time = 0; time < 10; time++) {
      Collections.shuffle(shuffled, random);
      assertEquals(first, JuryRating.rate(shuffled, policy).ratings());
    }
  }

  /** A correction cannot move a score beyond the end of the scale. */
  @Test
  void aCorrectionStaysOnTheScale() {
    List<Panel> top =
        List.of(
            panel("a", "x", "1", "z", "0.8"),
            panel("b", "x", "0.9", "z", "0.7"),
            panel("c", "x", "0.9", "y", "0.9"),
            panel("d", "y", "1", "z", "1"));
    JuryRating.Result jury = JuryRating.rate(top, policy(SeverityModel.LEAST_SQUARES, 0));
    assertTrue(jury.fit().dossier()[3] > 1);
    assertEquals(0, BigDecimal.ONE.compareTo(jury.ratings().get("d").score()));
  }

  /** A score that reaches a threshold by rounding reaches it in the probabilities too. */
  @Test
  void probabilitiesKnowOfTheRounding() {
    Rating rating =
        JuryRating.rate(
                List.of(panel("a", "x", "0.59996", "y", "0.59996")), policy(SeverityModel.NONE, 0))
            .ratings()
            .get("a");
    assertEquals(3, rating.level().level());
    assertEquals(0, BigDecimal.ONE.compareTo(rating.certainty().of(3)));
  }

  @Test
  void sensitivityTellsWhatChangesAndHowSureItWas() {
    Policy policy = policy(SeverityModel.REML, 0);
    Sensitivity sensitivity = new Sensitivity(panels(), policy);
    Map<String, Rating> base = JuryRating.rate(panels(), policy).ratings();
    // without z, b and c are left with one score, below the quorum; d keeps two
    List<Change> left = sensitivity.without("z");
    List<Change> gone = left.stream().filter(change -> change.to() == null).toList();
    assertEquals(List.of("b", "c"), gone.stream().map(Change::dossier).toList());
    assertEquals(base.get("b").level().level(), gone.get(0).from());
    assertEquals(base.get("b").certainty().of(gone.get(0).from()), gone.get(0).probability());
    assertEquals(List.of(), sensitivity.without("nobody"));
    assertEquals(List.of(), sensitivity.with(SeverityModel.REML));
    Map<String, Integer> levels = new TreeMap<>();
    base.forEach(
        (dossier, rating) ->
            levels.put(dossier, rating.level() == null ? null : rating.level().level()));
    assertEquals(List.of(), sensitivity.with(levels));
    assertEquals(List.of(), sensitivity.withThresholds(BigDecimal.ZERO));
    // with thresholds out of reach, every level is 0
    List<Change> none = sensitivity.withThresholds(BigDecimal.TEN);
    assertEquals(List.of("a", "b", "c", "d"), none.stream().map(Change::dossier).toList());
    assertTrue(none.stream().allMatch(change -> change.to() == 0));
  }

  @Test
  void aLevelThatWasUnsureAndFlipsIsDoubtful() {
    List<Panel> panels =
        List.of(
            panel("near", "x", "0.55", "y", "0.65"),
            panel("far", "x", "0.42", "y", "0.52"),
            panel("sure", "x", "0.79", "y", "0.81"));
    List<Change> up =
        new Sensitivity(panels, policy(SeverityModel.NONE, 0)).withThresholds(dec("0.1"));
    assertEquals(List.of("far", "near", "sure"), up.stream().map(Change::dossier).toList());
    assertEquals(
        List.of(false, true, true), up.stream().map(Change::doubtful).toList(), up::toString);
    List<Change> unrated =
        new Sensitivity(List.of(panel("e", "x", "1")), policy(SeverityModel.NONE, 0))
            .with(Map.of("e", 5));
    assertNull(unrated.get(0).from());
    assertEquals(5, unrated.get(0).to());
    assertNull(unrated.get(0).probability());
    assertFalse(unrated.get(0).doubtful());
  }
}
