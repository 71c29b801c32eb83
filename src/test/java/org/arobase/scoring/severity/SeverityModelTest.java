package org.arobase.scoring.severity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.arobase.scoring.severity.SeverityFit.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The severity models at their edges: nothing to estimate, one juror for each dossier, equal
 * scores, trees, stray scores, disconnected parts (methods.md, section 5). Each case has a status,
 * and what cannot be known is not a number. The order of rows changes no bit; the bits of a
 * simulated edition are those written down on JDK 17.
 */
class SeverityModelTest {
  private static final double TINY = 1e-9;

  /** Scores from rows of dossier, juror and score. */
  private static Scores scores(double[]... rows) {
    int dossiers = 1 + (int) Arrays.stream(rows).mapToDouble(r -> r[0]).max().orElse(-1);
    int jurors = 1 + (int) Arrays.stream(rows).mapToDouble(r -> r[1]).max().orElse(-1);
    return new Scores(
        dossiers,
        jurors,
        Arrays.stream(rows).mapToInt(r -> (int) r[0]).toArray(),
        Arrays.stream(rows).mapToInt(r -> (int) r[1]).toArray(),
        Arrays.stream(rows).mapToDouble(r -> r[2]).toArray());
  }

  private static double[] row(double dossier, double juror, double score) {
    return new double[] {dossier, juror, score};
  }

  /** Scores that are dossier + juror, without any error. */
  private static Scores additive(int dossiers, int jurors) {
    return scores(
        IntStream.range(0, dossiers * jurors)
            .mapToObj(k -> row(k / jurors, k % jurors, k / jurors + (k % jurors - 1) * .5))
            .toArray(double[][]::new));
  }

  @ParameterizedTest
  @EnumSource(names = {"LEAST_SQUARES", "REML"})
  void whatIsExactlyAdditiveIsTakenApartExactly(SeverityModel model) {
    SeverityFit fit = model.fit(additive(4, 3));
    assertEquals(Status.FITTED, fit.status());
    assertArrayEquals(new double[] {-.5, 0, .5}, fit.juror(), 1e-6);
    assertArrayEquals(new double[] {0, 1, 2, 3}, fit.dossier(), 1e-6);
    assertEquals(0, fit.residualVariance(), TINY);
  }

  @ParameterizedTest
  @EnumSource(names = {"LEAST_SQUARES", "REML"})
  void oneJurorADossierTellsNothing(SeverityModel model) {
    SeverityFit fit = model.fit(scores(row(0, 0, 3), row(1, 1, 4), row(2, 2, 5)));
    assertEquals(Status.NOT_IDENTIFIED, fit.status());
    assertEquals(3, fit.components());
    assertArrayEquals(new double[] {3, 4, 5}, fit.dossier());
    assertArrayEquals(new double[3], fit.juror());
    assertTrue(Double.isNaN(fit.dossierError()[0]));
  }

  @ParameterizedTest
  @EnumSource(names = {"LEAST_SQUARES", "REML"})
  void aJurorAloneHasNobodyToBeComparedWith(SeverityModel model) {
    SeverityFit fit = model.fit(scores(row(0, 0, 3), row(1, 0, 4)));
    assertEquals(Status.NOT_IDENTIFIED, fit.status());
    assertArrayEquals(new double[] {3, 4}, fit.dossier());
  }

  @ParameterizedTest
  @EnumSource
  void nothingIsNoFailure(SeverityModel model) {
    SeverityFit fit = model.fit(scores());
    assertEquals(0, fit.dossier().length);
    SeverityFit unscored = model.fit(new Scores(2, 2, new int[0], new int[0], new double[0]));
    assertTrue(Double.isNaN(unscored.dossier()[0]));
  }

  @ParameterizedTest
  @EnumSource
  void equalScoresHaveNoVarianceAndNoNaN(SeverityModel model) {
    SeverityFit fit = model.fit(scores(row(0, 0, 3), row(0, 1, 3), row(1, 0, 3), row(1, 1, 3)));
    assertArrayEquals(new double[] {3, 3}, fit.dossier(), TINY);
    assertArrayEquals(new double[] {0, 0}, fit.juror(), TINY);
    assertEquals(0, fit.residualVariance(), TINY);
    assertEquals(0, fit.dossierError()[0], TINY);
  }

  /** .4 is not exact in binary: a difference in the last bit is no variance. */
  @ParameterizedTest
  @EnumSource
  void equalScoresAreEqualWhateverTheirLastBit(SeverityModel model) {
    double[][] rows = new double[12][];
    for (int k = 0; k < 12; k++) {
      rows[k] = row(k / 3, k % 3, .4);
    }
    SeverityFit fit = model.fit(scores(rows));
    assertEquals(0, fit.residualVariance());
    assertEquals(0, fit.dossierError()[0]);
    assertThrows(IllegalArgumentException.class, () -> CrossedRandom.fit(scores(rows)));
  }

  /**
   * A dossier whose only juror has no other dossier stays as it is; the others are still corrected.
   */
  @ParameterizedTest
  @EnumSource(names = {"LEAST_SQUARES", "REML"})
  void aStrayScoreDoesNotTurnTheCorrectionOff(SeverityModel model) {
    double[][] rows = new double[13][];
    for (int k = 0; k < 12; k++) {
      rows[k] = row(k / 3, k % 3, k / 3 + (k % 3) * .5 + (k % 5) * .1);
    }
    rows[12] = row(4, 3, 7);
    SeverityFit alone = model.fit(scores(Arrays.copyOf(rows, 12)));
    SeverityFit fit = model.fit(scores(rows));
    assertEquals(Status.FITTED, fit.status());
    assertEquals(2, fit.components());
    assertEquals(7, fit.dossier()[4], TINY);
    assertArrayEquals(alone.dossier(), Arrays.copyOf(fit.dossier(), 4), TINY);
    assertEquals(alone.contrastRatio(), fit.contrastRatio(), TINY);
  }

  /**
   * A tree has as many scores as unknowns: least squares fits it exactly and has no error to
   * report.
   */
  @Test
  void aTreeIsFittedExactlyWithoutAnError() {
    Scores tree = scores(row(0, 0, 1), row(0, 1, 3), row(1, 1, 4), row(1, 2, 2));
    SeverityFit squares = SeverityModel.LEAST_SQUARES.fit(tree);
    assertEquals(Status.SATURATED, squares.status());
    assertTrue(Double.isNaN(squares.residualVariance()));
    assertTrue(Double.isNaN(squares.dossierError()[0]));
    assertEquals(2, squares.juror()[1] - squares.juror()[0], TINY);
    assertEquals(2, squares.juror()[1] - squares.juror()[2], TINY);
    // the criterion is flat: all ratios of variances are equally good
    assertEquals(Status.NOT_IDENTIFIED, SeverityModel.REML.fit(tree).status());
    Scores one = scores(row(0, 0, .31), row(0, 1, .77), row(0, 2, .68));
    assertEquals(Status.NOT_IDENTIFIED, SeverityModel.REML.fit(one).status());
  }

  @Test
  void aJurorWithOneDossierIsShrunkAndDoesNotPullIt() {
    double[][] rows = new double[13][];
    for (int k = 0; k < 12; k++) {
      rows[k] = row(k / 2, k % 2, k / 2 + (k % 2) + (k % 3) * .6);
    }
    rows[12] = row(0, 2, 5);
    SeverityFit reml = SeverityModel.REML.fit(scores(rows));
    SeverityFit squares = SeverityModel.LEAST_SQUARES.fit(scores(rows));
    assertTrue(beyondTheOthers(reml) > 0);
    assertTrue(beyondTheOthers(reml) < .95 * beyondTheOthers(squares));
  }

  private static double beyondTheOthers(SeverityFit fit) {
    return fit.juror()[2] - (fit.juror()[0] + fit.juror()[1]) / 2;
  }

  @Test
  void theBestDesignHasAContrastRatioOfOne() {
    assertEquals(1, SeverityModel.LEAST_SQUARES.fit(additive(5, 4)).contrastRatio(), TINY);
    double chain =
        SeverityModel.LEAST_SQUARES
            .fit(
                scores(
                    row(0, 0, 1),
                    row(0, 1, 2),
                    row(1, 1, 1),
                    row(1, 2, 2),
                    row(2, 2, 3),
                    row(2, 3, 1)))
            .contrastRatio();
    assertTrue(chain > 1.5, () -> "a chain is a poor design: " + chain);
  }

  /** Shuffled rows give the same bits. */
  @ParameterizedTest
  @EnumSource
  void theOrderOfTheRowsMakesNoDifference(SeverityModel model) {
    Random random = new Random(7);
    List<double[]> rows =
        IntStream.range(0, 600)
            .mapToObj(k -> row(k / 3, (k * 7 + k / 3) % 11, random.nextGaussian()))
            .collect(Collectors.toList());
    SeverityFit first = model.fit(scores(rows.toArray(double[][]::new)));
    for (int shuffle = 0; shuffle < 5; shuffle++) {
      Collections.shuffle(rows, random);
      SeverityFit again = model.fit(scores(rows.toArray(double[][]::new)));
      assertArrayEquals(first.dossier(), again.dossier());
      assertArrayEquals(first.dossierError(), again.dossierError());
      assertArrayEquals(first.juror(), again.juror());
      assertEquals(
          Double.doubleToLongBits(first.criterion()), Double.doubleToLongBits(again.criterion()));
    }
  }

  /**
   * The bits are the same on every JDK, locale, zone and number of threads. They were written down
   * on JDK 17 on Linux; CI also runs elsewhere.
   */
  @Test
  void theBitsAreThoseThatWereWrittenDown() {
    Simulator.Edition edition = new Simulator(Simulator.Scenario.BASE, 2020).edition();
    SeverityFit fit = SeverityModel.REML.fit(edition.scores());
    long bits = 1;
    for (double[] values : new double[][] {fit.dossier(), fit.dossierError(), fit.juror()}) {
      for (double value : values) {
        bits = 31 * bits + Double.doubleToLongBits(value);
      }
    }
    assertEquals(BITS, bits, "the engine computes something else: raise Scoring.ENGINE");
  }

  private static final long BITS = -4636514802731565028L;

  /** By hand: two dossiers of two scores, pooled within: (.5² + .5² + 1² + 1²) / 2 = 1.25. */
  @Test
  void theErrorOfARawMeanIsPooledWithinDossiers() {
    SeverityFit raw =
        SeverityModel.NONE.fit(
            scores(row(0, 0, 1), row(0, 1, 2), row(1, 0, 2), row(1, 1, 4), row(2, 0, 9)));
    assertArrayEquals(new double[] {1.5, 3, 9}, raw.dossier());
    assertEquals(1.25, raw.residualVariance(), TINY);
    assertEquals(Math.sqrt(1.25 / 2), raw.dossierError()[0], TINY);
    assertEquals(Math.sqrt(1.25), raw.dossierError()[2], TINY);
    // one of two scores in a dossier has half a degree of freedom, a single score none
    assertEquals((.25 + 1) / (.5 + .5) / 1.25, raw.misfit()[0], TINY);
    assertTrue(Double.isNaN(raw.jurorError()[0]) && Double.isNaN(raw.slope()[1]));
    // residuals -.5, -1, 0 on scores 1.5, 3, 9: by the normal equations
    assertEquals(3 / 31.5, raw.slope()[0], TINY);
  }

  /** One dossier has the scores y, 0 and 0, six others only 0: the criterion is flat at 0. */
  @Test
  void theBoundaryIsNotDecidedByTheLastBits() {
    long corrected =
        IntStream.rangeClosed(1, 100)
            .filter(
                hundredths -> {
                  double[][] rows = new double[21][];
                  for (int k = 0; k < 21; k++) {
                    rows[k] = row(k / 3, k % 3, k == 0 ? hundredths / 100.0 : 0);
                  }
                  return SeverityModel.REML.fit(scores(rows)).jurorVariance() > 1e-12;
                })
            .count();
    assertTrue(corrected == 0 || corrected == 100, () -> corrected + " of 100");
  }

  /** The slope shows the jurors who keep to the middle of the scale. */
  @Test
  void aJurorWhoKeepsToTheMiddleHasASlopeBelowZero() {
    double[][] rows = new double[40][];
    for (int k = 0; k < 40; k++) {
      int dossier = k / 4;
      boolean timid = k % 4 == 3;
      rows[k] = row(dossier, k % 4, timid ? 4.5 + (dossier - 4.5) * .3 : dossier);
    }
    SeverityFit fit = SeverityModel.REML.fit(scores(rows));
    assertTrue(fit.slope()[3] < -.3, () -> Arrays.toString(fit.slope()));
    assertTrue(fit.misfit()[3] > 2 * fit.misfit()[0], () -> Arrays.toString(fit.misfit()));
  }

  @Test
  void aTableThatIsNoneIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> scores(row(0, 0, Double.NaN)));
    int[] one = {1};
    int[] zero = {0};
    double[] y = {1};
    assertThrows(IllegalArgumentException.class, () -> new Scores(1, 1, one, zero, y));
    assertThrows(IllegalArgumentException.class, () -> new Scores(1, 1, zero, one, y));
  }

  @Test
  void bothRandomShrinksTowardsTheMean() {
    Simulator.Edition edition = new Simulator(Simulator.Scenario.BASE, 1).edition();
    CrossedRandom.Fit both = CrossedRandom.fit(edition.scores());
    SeverityFit reml = SeverityModel.REML.fit(edition.scores());
    for (int i = 0; i < 300; i++) {
      double fixed = Math.abs(reml.dossier()[i] - both.mean());
      assertTrue(Math.abs(both.dossier()[i]) <= fixed + .05, "dossier " + i);
    }
    assertTrue(both.dossierVariance() > both.jurorVariance());
    assertThrows(
        IllegalArgumentException.class,
        () -> CrossedRandom.fit(scores(row(0, 0, 1), row(0, 1, 1), row(1, 0, 1))));
    assertThrows(IllegalArgumentException.class, () -> CrossedRandom.fit(additive(4, 3)));
  }
}
