package org.arobase.scoring.severity;

import org.arobase.scoring.severity.Overlap.Spectrum;
import org.arobase.scoring.severity.SeverityFit.Status;

/** The additive two-way model by least squares, dossiers absorbed: C b = r with Σ b = 0. */
final class LeastSquares {
  private LeastSquares() {}

  static SeverityFit fit(Scores scores) {
    int parts = Components.of(scores).comparable();
    if (parts != 1) {
      Status why = parts > 1 ? Status.DISCONNECTED : Status.NOT_IDENTIFIED;
      return RawMeans.fit(scores, SeverityModel.LEAST_SQUARES, why);
    }
    Overlap overlap = new Overlap(scores);
    Spectrum spectrum = overlap.spectrum();
    double[] inverse = new double[scores.jurors()];
    int rank = 0;
    for (int k = 0; k < inverse.length; k++) {
      inverse[k] = spectrum.isZero(k) ? 0 : 1 / spectrum.values()[k];
      rank += spectrum.isZero(k) ? 0 : 1;
    }
    double[] juror = spectrum.applied(inverse);
    Corrected corrected = new Corrected(scores, juror, spectrum.withValues(inverse));
    int freedom = overlap.freedom - rank;
    double squares = overlap.orZero(new Residuals(scores, corrected.dossiers(), juror, 1).squares);
    double variance = freedom > 0 ? squares / freedom : Double.NaN;
    return corrected.fit(
        SeverityModel.LEAST_SQUARES, spectrum.contrastRatio(), variance, Double.NaN, Double.NaN);
  }
}
