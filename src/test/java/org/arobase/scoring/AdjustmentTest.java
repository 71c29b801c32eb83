package org.arobase.scoring;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.arobase.scoring.panel.PanelRule;
import org.arobase.scoring.severity.Scores;
import org.arobase.scoring.severity.SeverityModel;
import org.junit.jupiter.api.Test;

/** Panel rules on corrected scores, and anchors from one edition to the next. */
class AdjustmentTest {
  private static final double TINY = 1e-12;

  private static Adjustment adjust(
      Scores scores, SeverityModel model, PanelRule rule, double... references) {
    double[] all = Arrays.copyOf(references, scores.dossiers());
    Arrays.fill(all, references.length, all.length, Double.NaN);
    return Adjustment.of(scores, model.fit(scores), all, rule);
  }

  /** Dossier 0 has four scores, dossier 1 has three, dossier 2 none. */
  private static Scores uneven() {
    return new Scores(
        3,
        4,
        new int[] {0, 0, 0, 0, 1, 1, 1},
        new int[] {0, 1, 2, 3, 0, 1, 2},
        new double[] {.1, .4, .5, .9, .2, .3, .7});
  }

  @Test
  void aRuleIsAppliedFromFourScoresOn() {
    Adjustment trimmed = adjust(uneven(), SeverityModel.NONE, PanelRule.TRIMMED);
    assertEquals(.45, trimmed.score()[0], TINY);
    assertEquals(.4, trimmed.score()[1], TINY);
    assertArrayEquals(new boolean[] {false, true, false}, trimmed.refused());
    Adjustment mean = adjust(uneven(), SeverityModel.NONE, PanelRule.MEAN);
    assertEquals(mean.error()[0] * Math.sqrt(1.2), trimmed.error()[0], TINY);
    assertEquals(mean.error()[1], trimmed.error()[1], TINY);
    assertArrayEquals(new boolean[3], mean.refused());
  }

  /**
   * By hand: the severities of additive scores are removed before the highest and lowest scores.
   */
  @Test
  void severitiesAreTakenOffBeforeTheRule() {
    int[] dossier = IntStream.range(0, 12).map(k -> k / 4).toArray();
    int[] juror = IntStream.range(0, 12).map(k -> k % 4).toArray();
    double[] score = IntStream.range(0, 12).mapToDouble(k -> k / 4 * .2 + k % 4 * .1).toArray();
    Scores additive = new Scores(3, 4, dossier, juror, score);
    Adjustment median = adjust(additive, SeverityModel.LEAST_SQUARES, PanelRule.MEDIAN);
    assertArrayEquals(new double[] {.15, .35, .55}, median.score(), 1e-9);
  }

  /** Six dossiers with two equal scores each: .3, .4 and so on up to .8. */
  private static Scores even() {
    int[] dossier = IntStream.range(0, 12).map(k -> k / 2).toArray();
    int[] juror = IntStream.range(0, 12).map(k -> k % 2).toArray();
    double[] score = IntStream.range(0, 12).mapToDouble(k -> .3 + k / 2 * .1).toArray();
    return new Scores(6, 2, dossier, juror, score);
  }

  /**
   * By hand: the scores exceed the references by .1, .1, .2, .3 and .3, so all are lowered by .2.
   * The variance of these differences is .01, that of their mean .002, and t over z with four
   * degrees of freedom is 2.1318 / 1.645.
   */
  @Test
  void anchorsShiftEveryDossier() {
    Adjustment linked = adjust(even(), SeverityModel.NONE, PanelRule.MEAN, .2, .3, .3, .3, .4);
    assertArrayEquals(new double[] {.1, .2, .3, .4, .5, .6}, linked.score(), TINY);
    assertEquals(Math.sqrt(.002) * 2.131847 / 1.645, linked.error()[5], 1e-6);
    assertEquals(linked.error()[5], linked.linkError()[5], TINY);
    assertEquals(-.2, linked.links().get(0).added(), TINY);
    assertArrayEquals(new int[] {0, 1, 2, 3, 4}, linked.links().get(0).anchors());
    assertEquals(.8, linked.unlinked()[5], TINY);
  }

  @Test
  void fourAnchorsAreTooFew() {
    Adjustment alone = adjust(even(), SeverityModel.NONE, PanelRule.MEAN, 0, 0, 0, 0);
    assertEquals(List.of(), alone.links());
    assertArrayEquals(alone.unlinked(), alone.score());
    assertEquals(0, alone.linkError()[0]);
  }

  /** Two juries share no dossier: the anchors of one tell nothing about the other. */
  @Test
  void anchorsShiftNothingThatIsNotConnectedWithThem() {
    int[] dossier = IntStream.range(0, 24).map(k -> k / 2).toArray();
    int[] juror = IntStream.range(0, 24).map(k -> k % 2 + (k < 12 ? 0 : 2)).toArray();
    double[] score = IntStream.range(0, 24).mapToDouble(k -> .5).toArray();
    Scores apart = new Scores(12, 4, dossier, juror, score);
    Adjustment linked = adjust(apart, SeverityModel.REML, PanelRule.MEAN, .8, .8, .8, .8, .8);
    assertEquals(.8, linked.score()[5], TINY);
    assertEquals(.5, linked.score()[6], TINY);
    assertEquals(1, linked.links().size());
  }

  /**
   * A jury is severe as a whole, and another jury has scored its 15 anchors without error. The
   * anchors remove the bias, and 90 % intervals cover about 90 %.
   */
  @Test
  void anchorsHoldTheLevelsOfASevereJuryStill() {
    int covered = 0;
    double bias = 0;
    double drift = 0;
    int all = 0;
    for (int seed = 0; seed < 40; seed++) {
      Random random = new Random(seed);
      double[] severity = random.doubles(20).map(u -> -.1 + .2 * (u - .5)).toArray();
      double[] truth = random.doubles(120).map(u -> .2 + .6 * u).toArray();
      double[] anchors = Arrays.copyOf(truth, 15);
      Scores scores = scored(truth, severity, random);
      Adjustment linked = adjust(scores, SeverityModel.REML, PanelRule.MEAN, anchors);
      Adjustment alone = adjust(scores, SeverityModel.REML, PanelRule.MEAN);
      for (int i = 15; i < truth.length; i++) {
        double miss = linked.score()[i] - truth[i];
        covered += Math.abs(miss) < 1.645 * linked.error()[i] ? 1 : 0;
        bias += miss;
        drift += alone.score()[i] - truth[i];
        all++;
      }
    }
    assertTrue(drift / all < -.08, "without anchors the jury's severity is in every score");
    assertEquals(0, bias / all, .006);
    assertEquals(.9, (double) covered / all, .03);
  }

  private static Scores scored(double[] truth, double[] severity, Random random) {
    int rows = truth.length * 3;
    int[] dossier = new int[rows];
    int[] juror = new int[rows];
    double[] score = new double[rows];
    for (int i = 0; i < truth.length; i++) {
      int[] panel = random.ints(0, severity.length).distinct().limit(3).toArray();
      for (int k = 0; k < 3; k++) {
        dossier[3 * i + k] = i;
        juror[3 * i + k] = panel[k];
        score[3 * i + k] = truth[i] + severity[panel[k]] + .06 * random.nextGaussian();
      }
    }
    return new Scores(truth.length, severity.length, dossier, juror, score);
  }
}
