package org.arobase.scoring.design;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.DoubleStream;
import org.arobase.scoring.severity.Scores;
import org.arobase.scoring.severity.SeverityFit;
import org.arobase.scoring.severity.SeverityModel;
import org.arobase.scoring.severity.Simulator;
import org.arobase.scoring.severity.Simulator.Scenario;
import org.arobase.scoring.uncertainty.RightLevel;
import org.junit.jupiter.api.Test;

/**
 * The precision that a plan promises is what simulated editions then give (methods.md, section 14).
 * The promised share of right levels is within .015 of the simulated one: .756 for the base design,
 * .723 with 300 jurors. Standard errors equal those of the fit. Fixed trios are seven parts that
 * cannot be compared.
 */
class DesignTest {
  private static final double[] CUTS = {1.4, 2.0, 2.6, 3.2, 3.8};
  private static final double SEVERITY = .30;

  /** The standard deviation of h, of severity by criterion and of single marks together. */
  private static final double RESIDUAL = Math.sqrt(.30 * .30 + .15 * .15 * .225 + .002);

  private static Design design(Scores scores) {
    int rows = scores.size();
    int[] dossier = new int[rows];
    int[] juror = new int[rows];
    for (int i = 0; i < scores.dossiers(); i++) {
      for (int k = scores.begin(i); k < scores.end(i); k++) {
        dossier[k] = i;
        juror[k] = scores.juror(k);
      }
    }
    return new Design(scores.dossiers(), scores.jurors(), dossier, juror);
  }

  private static double rightLevel(Scenario scenario) {
    Design design = design(new Simulator(scenario, 1).edition().scores());
    return DoubleStream.of(design.errors(SEVERITY, RESIDUAL))
        .map(error -> RightLevel.share(error, CUTS, 2.6, .62))
        .average()
        .orElseThrow();
  }

  @Test
  void whatIsPromisedIsWhatEditionsGive() {
    // marks end at 0 and 5, which makes the errors a little smaller than in the formula
    assertEquals(.756, rightLevel(Scenario.BASE), .015);
    assertEquals(.723, rightLevel(Scenario.MANY_JURORS), .015);
  }

  @Test
  void errorsAreThoseOfTheFit() {
    Scores scores = new Simulator(Scenario.BASE, 3).edition().scores();
    SeverityFit fit = SeverityModel.REML.fit(scores);
    double[] errors =
        design(scores).errors(Math.sqrt(fit.jurorVariance()), Math.sqrt(fit.residualVariance()));
    for (int i = 0; i < errors.length; i++) {
      assertEquals(fit.dossierError()[i], errors[i], 1e-9);
    }
    assertEquals(fit.contrastRatio(), design(scores).contrastRatio(), 1e-9);
  }

  @Test
  void fixedTriosAreInParts() {
    Design design = design(new Simulator(Scenario.FIXED_TRIOS, 1).edition().scores());
    assertEquals(7, design.parts());
    assertTrue(Double.isNaN(design.contrastRatio()));
    double raw = Math.hypot(SEVERITY, RESIDUAL) / Math.sqrt(3);
    assertEquals(raw, design.errors(SEVERITY, RESIDUAL)[0], 1e-12);
  }

  @Test
  void aDossierThatNobodyReadsHasNoError() {
    Design design = new Design(3, 2, new int[] {0, 0, 1}, new int[] {0, 1, 0});
    assertTrue(Double.isNaN(design.errors(.3, .3)[2]));
    assertEquals(1, design.parts());
  }

  @Test
  void aScoreWithoutErrorHasItsLevelAndOneThatSaysNothingByChance() {
    assertEquals(1, RightLevel.share(0, CUTS, 2.6, .6), 1e-12);
    double[] one = {2.6};
    assertEquals(.5, RightLevel.share(1e6, one, 2.6, .6), 1e-3);
    // truth and error have the same deviation: P(same side) = 1/2 + asin(1/√2)/π
    assertEquals(.75, RightLevel.share(.6, one, 2.6, .6), 2e-3);
  }
}
