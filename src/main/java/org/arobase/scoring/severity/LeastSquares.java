package org.arobase.scoring.severity;

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
    double unshrunk = Double.POSITIVE_INFINITY;
    Axes axes = Axes.of(overlap).near(unshrunk);
    double[] juror = axes.severities(unshrunk);
    Corrected corrected = new Corrected(scores, juror, axes.shrunk(unshrunk));
    int freedom = overlap.freedom - axes.rank();
    double squares = overlap.orZero(new Residuals(scores, corrected.dossiers(), juror, 1).squares);
    double variance = freedom > 0 ? squares / freedom : Double.NaN;
    return corrected.fit(
        SeverityModel.LEAST_SQUARES, axes.contrastRatio(), variance, Double.NaN, Double.NaN);
  }
}
