package org.arobase.scoring.severity;

import org.arobase.scoring.severity.SeverityFit.Status;
import org.ejml.data.DMatrixRMaj;

/** From severities to dossier scores, for both models that correct. */
public final class Corrected {
  private final Scores scores;
  private final double[] juror;
  private final DMatrixRMaj covariance;

  /**
   * @param juror the severities
   * @param covariance covariance of the severities' errors, in units of the residual variance
   */
  public Corrected(Scores scores, double[] juror, DMatrixRMaj covariance) {
    this.scores = scores;
    this.juror = juror;
    this.covariance = covariance;
  }

  double[] dossiers() {
    double[] dossier = new double[scores.dossiers()];
    for (int i = 0; i < dossier.length; i++) {
      double sum = 0;
      for (int k = scores.begin(i); k < scores.end(i); k++) {
        sum += scores.score(k) - juror[scores.juror(k)];
      }
      dossier[i] = sum / scores.count(i);
    }
    return dossier;
  }

  /**
   * √ of the diagonal of s² (X'V⁻¹X)⁻¹. It contains the errors of the dossier's own scores and
   * those of its jurors' severities.
   */
  public double[] dossierErrors(double variance) {
    double[] error = new double[scores.dossiers()];
    for (int i = 0; i < error.length; i++) {
      double n = scores.count(i);
      double sum = 0;
      for (int k = scores.begin(i); k < scores.end(i); k++) {
        for (int l = scores.begin(i); l < scores.end(i); l++) {
          sum += covariance.data[scores.juror(k) * covariance.numCols + scores.juror(l)];
        }
      }
      error[i] = Math.sqrt(variance * (1 / n + sum / (n * n)));
    }
    return error;
  }

  private double[] jurorErrors(double variance) {
    double[] error = new double[juror.length];
    for (int j = 0; j < error.length; j++) {
      error[j] = Math.sqrt(variance * covariance.data[j * covariance.numCols + j]);
    }
    return error;
  }

  SeverityFit fit(
      SeverityModel model, double contrastRatio, double variance, double jurors, double criterion) {
    double[] dossier = dossiers();
    Residuals residuals = new Residuals(scores, dossier, juror, variance);
    return new SeverityFit(
        model,
        Double.isNaN(variance) ? Status.SATURATED : Status.FITTED,
        Components.of(scores).count(),
        contrastRatio,
        dossier,
        dossierErrors(variance),
        juror,
        jurorErrors(variance),
        residuals.misfit,
        residuals.slope,
        variance,
        jurors,
        criterion);
  }
}
