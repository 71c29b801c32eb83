package org.arobase.scoring.severity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * With very many jurors an iterative method estimates the severities; its results equal those of
 * the exact decomposition. Compared for 150 jurors, for a badly connected ring of 300, and above
 * the size at which the exact method is no longer used. The bits are those written down on JDK 17.
 */
class AxesTest {
  private static final long BITS = 6819723651434922435L;
  private static final int JURORS = 150;
  private static final int DOSSIERS = 2_000;

  /**
   * Scores of three random jurors per dossier, and of two jurors whom nobody can be compared with.
   */
  static Scores scores(int dossiers, int jurors, double severity) {
    Random random = new Random(3);
    double[] lenient = random.doubles(jurors).map(u -> severity * (2 * u - 1)).toArray();
    int rows = 3 * dossiers + 2;
    int[] dossier = new int[rows];
    int[] juror = new int[rows];
    double[] score = new double[rows];
    for (int i = 0; i < dossiers; i++) {
      int[] panel = random.ints(0, jurors).distinct().limit(3).toArray();
      for (int k = 0; k < 3; k++) {
        int row = 3 * i + k;
        dossier[row] = i;
        juror[row] = panel[k];
        score[row] = i % 7 + lenient[panel[k]] + random.nextGaussian() * .5;
      }
    }
    for (int stray = 0; stray < 2; stray++) {
      dossier[rows - 1 - stray] = dossiers + stray;
      juror[rows - 1 - stray] = jurors + stray;
      score[rows - 1 - stray] = 4;
    }
    return new Scores(dossiers + 2, jurors + 2, dossier, juror, score);
  }

  private final Overlap overlap = new Overlap(scores(DOSSIERS, JURORS, .4));
  private final Axes exact = new ExactAxes(overlap);
  private final Axes rough = new KrylovAxes(overlap);

  private static DoubleUnaryOperator shrunk(double ratio) {
    return value -> ratio / (1 + ratio * value);
  }

  @Test
  void theTimesOfTheOverlapAreThoseOfItsMatrix() {
    double[] x = new Random(1).doubles(overlap.jurors()).toArray();
    double[] wanted = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < x.length; j++) {
        wanted[i] += overlap.matrix().get(i, j) * x[j];
      }
    }
    assertArrayEquals(wanted, overlap.times(x), 1e-12);
  }

  @ParameterizedTest
  @ValueSource(doubles = {.01, .3, 5})
  void whatConcernsTheRightSideIsExact(double ratio) {
    assertArrayEquals(exact.severities(ratio), rough.severities(ratio), 1e-11);
    double wanted = exact.projected(shrunk(ratio));
    assertEquals(wanted, rough.projected(shrunk(ratio)), 1e-11 * wanted);
  }

  @Test
  void aSumIsEstimatedWellAndThenCorrected() {
    DoubleUnaryOperator logs = value -> Math.log1p(.3 * value);
    double wanted = exact.sum(logs);
    assertEquals(exact.rank(), rough.rank());
    assertEquals(wanted, rough.sum(logs), .01 * wanted);
    Axes near = rough.near(.28);
    assertEquals(wanted, near.sum(logs), 2e-5 * wanted);
    assertTrue(Double.isNaN(near.contrastRatio()), "an estimate is not told");
    assertEquals(exact.sum(shrunk(.28)), near.sum(shrunk(.28)), 1e-9);
  }

  @Test
  void covariancesAreThoseOfTheInverse() {
    assertArrayEquals(exact.shrunk(.3).data, rough.shrunk(.3).data, 1e-11);
    assertArrayEquals(exact.shrunk(.3).data, rough.near(.3).shrunk(.3).data, 1e-11);
    assertArrayEquals(new double[overlap.right.length], row(rough.near(0).shrunk(0).data));
    double infinite = Double.POSITIVE_INFINITY;
    assertArrayEquals(exact.shrunk(infinite).data, rough.shrunk(infinite).data, 1e-10);
  }

  private double[] row(double[] matrix) {
    return Arrays.copyOf(matrix, overlap.right.length);
  }

  /** Dossier i is scored by jurors i and i + 1, in a ring: a very badly connected jury. */
  @Test
  void aBadlyConnectedJuryIsExactToo() {
    int n = 300;
    Random random = new Random(9);
    int[] dossier = IntStream.range(0, 2 * n).map(k -> k / 2).toArray();
    int[] juror = IntStream.range(0, 2 * n).map(k -> (k / 2 + k % 2) % n).toArray();
    double[] score = random.doubles(2 * n).toArray();
    Overlap ring = new Overlap(new Scores(n, n, dossier, juror, score));
    Axes all = new ExactAxes(ring);
    double infinite = Double.POSITIVE_INFINITY;
    Axes many = new KrylovAxes(ring).near(infinite);
    assertArrayEquals(all.severities(infinite), many.severities(infinite), 1e-8);
    assertEquals(all.contrastRatio(), many.contrastRatio(), 1e-6 * all.contrastRatio());
    assertTrue(all.contrastRatio() > 20, "it is bad");
    assertArrayEquals(all.severities(2), new KrylovAxes(ring).severities(2), 1e-9);
  }

  /** The whole fit, above the size at which the exact decomposition ends, equals the exact one. */
  @Test
  void veryManyJurorsGetTheSameFit() {
    Scores scores = scores(9_000, Axes.MANY, .4);
    SeverityFit fit = SeverityModel.REML.fit(scores);
    SeverityFit wanted = JurorRandom.fit(scores, ExactAxes::new);
    assertEquals(wanted.jurorVariance(), fit.jurorVariance(), 1e-6 * wanted.jurorVariance());
    assertEquals(wanted.residualVariance(), fit.residualVariance(), 1e-9);
    assertEquals(wanted.criterion(), fit.criterion(), 1e-6 * Math.abs(wanted.criterion()));
    assertArrayEquals(wanted.juror(), fit.juror(), 1e-8);
    assertArrayEquals(wanted.dossier(), fit.dossier(), 1e-8);
    // the inverse was computed for a ratio that is within CLOSE of this one
    assertArrayEquals(wanted.dossierError(), fit.dossierError(), 1e-4);
    assertTrue(fit.jurorVariance() > .02, "there is something to find");
    long bits = 1;
    for (double severity : fit.juror()) {
      bits = 31 * bits + Double.doubleToLongBits(severity);
    }
    assertEquals(BITS, bits, "on every JDK as written down on JDK 17");
  }

  @Test
  void veryManyEquallySevereJurorsAreNotCorrected() {
    SeverityFit fit = SeverityModel.REML.fit(scores(3_000, Axes.MANY, 0));
    assertTrue(fit.jurorVariance() < .01);
    Scores squares = scores(3_000, Axes.MANY, .4);
    SeverityFit least = SeverityModel.LEAST_SQUARES.fit(squares);
    double sum = 0;
    for (double severity : least.juror()) {
      sum += severity;
    }
    assertEquals(0, sum, 1e-9);
  }
}
