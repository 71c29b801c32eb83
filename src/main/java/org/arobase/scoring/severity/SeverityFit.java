package org.arobase.scoring.severity;

/**
 * What a severity model makes of a table of scores. Arrays are by the numbers of dossiers and
 * jurors; NaN stands where there is nothing to say.
 *
 * @param model the model that was asked for
 * @param status whether it could be fitted, and if not, why
 * @param components connected parts of the graph of jurors and dossiers
 * @param contrastRatio mean variance of a difference of two severities over the ideal design's, 1
 *     or more; NaN when the graph is not connected
 * @param dossier score of each dossier as all jurors together would have given it
 * @param dossierError standard error of it
 * @param juror severity of each juror, below 0 for a severe one; 0 when nothing is corrected
 * @param jurorError standard error of it
 * @param misfit mean square of a juror's residuals over the residual variance, about 1 or a little
 *     less where severities take a part of it
 * @param slope how much a juror's residual rises for a point of the dossier's score: below 0 it
 *     keeps to the middle of the scale, above 0 it spreads
 * @param residualVariance of the error; NaN without degrees of freedom
 * @param jurorVariance of the severities; NaN of a model that does not estimate it
 * @param criterion the REML criterion at its minimum; NaN of other models
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

  /** Whether a table lets jurors be told from dossiers. */
  public enum Status {
    /** Corrected, with standard errors. */
    FITTED,
    /** Corrected exactly: no degree of freedom is left for an error. */
    SATURATED,
    /** The graph has several parts, whose jurors cannot be compared: nothing is corrected. */
    DISCONNECTED,
    /** There is no juror to compare with: nothing is corrected. */
    NOT_IDENTIFIED,
    /** No correction was asked for. */
    NOT_ASKED
  }

  /** Whether the scores are corrected. */
  public boolean corrected() {
    return status == Status.FITTED || status == Status.SATURATED;
  }
}
