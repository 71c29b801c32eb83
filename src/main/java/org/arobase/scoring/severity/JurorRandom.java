package org.arobase.scoring.severity;

import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.arobase.scoring.severity.Overlap.Spectrum;
import org.arobase.scoring.severity.SeverityFit.Status;
import org.hipparchus.analysis.UnivariateFunction;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;

/**
 * The juror random, the dossier fixed: b ~ N(0, s²_b), e ~ N(0, s²_e). With the dossiers absorbed
 * and C in its axes the REML criterion of the ratio θ = s²_b / s²_e is a sum over the axes:
 *
 * <pre>(n - p)(1 + log 2π s²_e) + Σ log n_i + Σ log(1 + θ λ_k),
 * s²_e = (S - Σ θ q_k² / (1 + θ λ_k)) / (n - p)</pre>
 *
 * where q are the projections of r (Bates et al. 2015; METHODS, part b). Severities are θ (I + θ
 * C)⁻¹ r.
 */
public final class JurorRandom {
  private static final double SMALLEST = 1e-10;
  private static final double LARGEST = 1e10;
  private static final double ACCURACY = 1e-13;
  private static final double ROUNDING = 1e-13;
  private static final int MOST_STEPS = 500;

  private final Overlap overlap;
  private final Spectrum spectrum;

  private JurorRandom(Overlap overlap) {
    this.overlap = overlap;
    this.spectrum = overlap.spectrum();
  }

  /** Both variances by REML. */
  static SeverityFit fit(Scores scores) {
    return fit(
        scores, JurorRandom::isIdentified, model -> model.overlap.squares > 0 ? model.ratio() : 0);
  }

  /**
   * Severities as best linear unbiased predictions where the ratio of variances is known (Henderson
   * 1975; Robinson 1991).
   *
   * @param ratio s²_b / s²_e, 0 or more
   */
  public static SeverityFit withRatio(Scores scores, double ratio) {
    return fit(scores, model -> true, model -> ratio);
  }

  private static SeverityFit fit(
      Scores scores, Predicate<JurorRandom> usable, ToDoubleFunction<JurorRandom> ratio) {
    int parts = Components.of(scores).comparable();
    if (parts != 1) {
      Status why = parts > 1 ? Status.DISCONNECTED : Status.NOT_IDENTIFIED;
      return RawMeans.fit(scores, SeverityModel.REML, why);
    }
    JurorRandom model = new JurorRandom(new Overlap(scores));
    return usable.test(model)
        ? model.at(ratio.applyAsDouble(model), scores)
        : RawMeans.fit(scores, SeverityModel.REML, Status.NOT_IDENTIFIED);
  }

  /**
   * Whether anything is left to tell severities from errors. With as many contrasts of jurors as
   * degrees of freedom, as of one dossier or of a tree, the criterion is flat: rounding would
   * choose.
   */
  private boolean isIdentified() {
    return overlap.freedom > spectrum.rank();
  }

  private SeverityFit at(double theta, Scores scores) {
    int n = scores.jurors();
    double[] shrunk = new double[n];
    for (int k = 0; k < n; k++) {
      shrunk[k] = theta / (1 + theta * spectrum.values()[k]);
    }
    double variance = variance(theta);
    return new Corrected(scores, spectrum.applied(shrunk), spectrum.withValues(shrunk))
        .fit(
            SeverityModel.REML,
            spectrum.contrastRatio(),
            variance,
            theta * variance,
            criterion(theta));
  }

  private double variance(double theta) {
    double explained = 0;
    for (int k = 0; k < spectrum.values().length; k++) {
      double q = spectrum.projections()[k];
      explained += theta * q * q / (1 + theta * spectrum.values()[k]);
    }
    double left = overlap.squares - explained;
    // what a subtraction leaves below this is its rounding, and would be taken for an error
    return left > ROUNDING * overlap.squares ? left / overlap.freedom : 0;
  }

  private double criterion(double theta) {
    double logs = overlap.logCounts;
    for (double value : spectrum.values()) {
      logs += StrictMath.log1p(theta * value);
    }
    return overlap.freedom * (1 + StrictMath.log(2 * Math.PI * variance(theta))) + logs;
  }

  /** The derivative of the criterion by θ: below 0 where more severity explains more. */
  private double gradient(double theta) {
    double squares = 0;
    double logs = 0;
    for (int k = 0; k < spectrum.values().length; k++) {
      double value = spectrum.values()[k];
      double u = spectrum.projections()[k] / (1 + theta * value);
      squares += u * u;
      logs += value / (1 + theta * value);
    }
    return logs - squares / variance(theta);
  }

  /** Zero variance of the severities is a boundary, not a failure: nothing is corrected then. */
  private double ratio() {
    if (gradient(0) >= 0) {
      return 0;
    }
    UnivariateFunction ofLog = log -> gradient(StrictMath.exp(log));
    double low = StrictMath.log(SMALLEST);
    double high = StrictMath.log(LARGEST);
    if (ofLog.value(low) >= 0) {
      return 0;
    }
    if (!(ofLog.value(high) > 0)) {
      return LARGEST;
    }
    double root =
        new BracketingNthOrderBrentSolver(ACCURACY, ACCURACY, ACCURACY, 5)
            .solve(MOST_STEPS, ofLog, low, high);
    return StrictMath.exp(root);
  }
}
