package org.arobase.scoring.severity;

import java.util.Arrays;
import org.arobase.scoring.severity.SeverityFit.Status;

/** The mean of each dossier's scores, for when nothing is corrected. */
final class RawMeans {
  private RawMeans() {}

  static SeverityFit fit(Scores scores) {
    return fit(scores, SeverityModel.NONE, Status.NOT_ASKED);
  }

  /**
   * Takes standard errors from the pooled variance within dossiers, so that severities are part of
   * the error.
   */
  static SeverityFit fit(Scores scores, SeverityModel model, Status why) {
    Overlap overlap = new Overlap(scores);
    double variance = overlap.freedom > 0 ? overlap.squares / overlap.freedom : Double.NaN;
    double[] dossier = new double[scores.dossiers()];
    double[] error = new double[scores.dossiers()];
    for (int i = 0; i < dossier.length; i++) {
      dossier[i] = scores.mean(i);
      error[i] = Math.sqrt(variance / scores.count(i));
    }
    double[] juror = new double[scores.jurors()];
    Residuals residuals = new Residuals(scores, dossier, juror, variance);
    double[] unknown = new double[scores.jurors()];
    Arrays.fill(unknown, Double.NaN);
    return new SeverityFit(
        model,
        why,
        Components.of(scores).count(),
        Double.NaN,
        dossier,
        error,
        juror,
        unknown,
        residuals.misfit,
        residuals.slope,
        variance,
        Double.NaN,
        Double.NaN);
  }
}
