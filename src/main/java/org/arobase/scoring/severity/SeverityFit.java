package org.arobase.scoring.severity;

/**
 * The result of a severity model on a table of scores. Arrays are by dossier number or juror
 * number; NaN stands for an unknown value.
 *
 * @param model the model that was asked for
 * @param status whether it could be fitted, and if not, why
 * @param components number of connected parts of the graph of jurors and dossiers
 * @param contrastRatio mean variance of a difference of two severities over the ideal design's, 1
 *     or more; NaN when nothing is corrected, or when only an estimate is available
 * @param dossier estimate of the score that all jurors together would have given each dossier
 * @param dossierError standard error of each of these scores
 * @param juror severity of each juror, below 0 for a severe one; 0 when nothing is corrected
 * @param jurorError standard error of each severity
 * @param misfit mean square of a juror's residuals over the residual variance; about 1, or a little
 *     less because severities absorb a part
 * @param slope slope of a juror's residuals on the dossiers' scores: below 0 the juror keeps to the
 *     middle of the scale, above 0 the juror goes to its ends
 * @param residualVariance variance of the error; NaN without degrees of freedom
 * @param jurorVariance variance of the severities; NaN for a model that does not estimate it
 * @param criterion the REML criterion at its minimum; NaN for other models
 */
public record SeverityFit(
    SeverityModel model,
    Status status,
    int components,
    double contrastRatio,
    double[] dossier,
    double[] dossierError,
    double[] juror,
    double[] jurorError,
    double[] misfit,
    double[] slope,
    double residualVariance,
    double jurorVariance,
    double criterion) {

  /** Whether severities were corrected, and if not, why. */
  public enum Status {
    /** Corrected, with standard errors. */
    FITTED,
    /** Corrected exactly: no degree of freedom is left for an error. */
    SATURATED,
    /** The graph has several parts, whose jurors cannot be compared: nothing is corrected. */
    DISCONNECTED,
    /** The scores do not separate severities from errors: nothing is corrected. */
    NOT_IDENTIFIED,
    /** No correction was asked for. */
    NOT_ASKED
  }

  /** Whether the scores are corrected. */
  public boolean corrected() {
    return status == Status.FITTED || status == Status.SATURATED;
  }
}
