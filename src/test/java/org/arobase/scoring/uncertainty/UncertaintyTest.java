package org.arobase.scoring.uncertainty;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class UncertaintyTest {
  private static final double[] CUTS = {.2, .4, .6, .8, .9};

  @Test
  void withoutAnErrorALevelIsCertain() {
    assertArrayEquals(new double[] {0, 0, 1, 0, 0, 0}, LevelProbabilities.of(.4, 0, CUTS));
    assertArrayEquals(new double[] {0, 1, 0, 0, 0, 0}, LevelProbabilities.of(.39999, 0, CUTS));
  }

  @Test
  void probabilitiesAddUpToOne() {
    Random random = new Random(1);
    for (int trial = 0; trial < 1000; trial++) {
      double[] p = LevelProbabilities.of(random.nextDouble(), random.nextDouble(), CUTS);
      assertEquals(1, Arrays.stream(p).sum(), 1e-12);
      assertTrue(Arrays.stream(p).allMatch(x -> x >= 0));
    }
  }

  @Test
  void borderlineIsWithin1645Errors() {
    assertTrue(LevelProbabilities.isBorderline(.4 + .0164, .01, CUTS));
    assertFalse(LevelProbabilities.isBorderline(.4 + .0166, .01, CUTS));
    assertFalse(LevelProbabilities.isBorderline(.4, 0, CUTS));
  }

  /** One more juror helps most near a threshold, and not at all where a level is certain. */
  @Test
  void oneMoreJurorHelpsWhereAThresholdIsNear() {
    double near = OneMoreJuror.gain(.4, .05, 0, .0075, CUTS);
    double far = OneMoreJuror.gain(.5, .05, 0, .0075, CUTS);
    assertTrue(near > far && far > 0 && near < .5, near + " " + far);
    assertEquals(0, OneMoreJuror.gain(.5, .001, 0, .0075, CUTS), 1e-9);
    assertEquals(0, OneMoreJuror.gain(.5, 0, 0, .01, CUTS));
    // an error that no juror reduces leaves less to gain
    double linked = OneMoreJuror.gain(.4, .05, .2, .0075, CUTS);
    assertTrue(linked < near / 2, () -> linked + " of " + near);
    // a juror who tells nothing adds nothing
    assertEquals(0, OneMoreJuror.gain(.4, .05, 0, 1e9, CUTS), 1e-4);
    // by simulation: draws the next score and averages the probability of the likeliest level
    Random random = new Random(2);
    double after = 1 / (1 / .0025 + 1 / .0075);
    double mean = 0;
    for (int draw = 0; draw < 100_000; draw++) {
      double score = .41 + Math.sqrt(.0025 - after) * random.nextGaussian();
      mean +=
          Arrays.stream(LevelProbabilities.of(score, Math.sqrt(after), CUTS)).max().orElseThrow()
              / 100_000;
    }
    double now = Arrays.stream(LevelProbabilities.of(.41, .05, CUTS)).max().orElseThrow();
    assertEquals(mean - now, OneMoreJuror.gain(.41, .05, 0, .0075, CUTS), .002);
  }

  /** Three jurors are not bootstrapped: with ten resamples the interval is far too narrow. */
  @Test
  void ofThreeValuesThereAreTenResamples() {
    ExactBootstrap all = ExactBootstrap.ofMean(new double[] {1, 2, 4}, new double[0]);
    assertEquals(10, all.resamples());
    assertEquals(1, all.levels()[0], 1e-12);
    assertThrows(
        IllegalArgumentException.class, () -> ExactBootstrap.ofMean(new double[13], new double[0]));
  }

  @Test
  void aBorderlineRegressionCutsWhereTheLineIsAtTheGrade() {
    double[] grades = {1, 2, 3, 4, 5};
    double[] scores = {10, 20, 30, 40, 50};
    CutScore cut = CutScore.borderlineRegression(grades, scores, 3.5);
    assertEquals(35, cut.cut(), 1e-12);
    assertEquals(0, cut.error(), 1e-12);
    // by hand: slope .8, intercept .6, residual variance .8 over 3 degrees of freedom
    CutScore noisy = CutScore.borderlineRegression(grades, new double[] {1, 3, 2, 5, 4}, 3);
    assertEquals(3, noisy.cut(), 1e-12);
    assertEquals(Math.sqrt(3.6 / 3 / 5), noisy.error(), 1e-12);
    double[] flat = {2, 2, 2};
    assertThrows(
        IllegalArgumentException.class, () -> CutScore.borderlineRegression(flat, flat, 2));
    assertThrows(IllegalArgumentException.class, () -> CutScore.angoff(new double[][] {{1}}));
  }

  /**
   * Equal differences are coinciding nodes: the result is their limit, without a division by zero.
   */
  @Test
  void weightsOnEqualDifferencesHaveALimit() {
    assertEquals(1, WeightSensitivity.uniform(new double[] {2, 2, 2}, new double[3]), 1e-12);
    assertEquals(0, WeightSensitivity.uniform(new double[3], new double[] {2, 2, 2}), 1e-12);
    double[] a = {1, 1, -1};
    double[] b = new double[3];
    double exact = WeightSensitivity.uniform(a, b);
    double near = WeightSensitivity.uniform(new double[] {1, 1.0001, -1}, b);
    assertEquals(near, exact, 1e-3);
    assertEquals(exact, WeightSensitivity.dirichlet(a, b, new double[] {1, 1, 1}, 100_000, 3), .01);
  }

  @Test
  void sameSeedSameAnswer() {
    double[] a = {4, 2, 3};
    double[] b = {2, 3, 3.5};
    double[] weights = {3, .5, 2};
    double first = WeightSensitivity.dirichlet(a, b, weights, 1000, 5);
    assertEquals(first, WeightSensitivity.dirichlet(a, b, weights, 1000, 5));
  }
}
