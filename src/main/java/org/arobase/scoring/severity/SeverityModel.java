package org.arobase.scoring.severity;

/** How severe and lenient jurors are corrected. */
public enum SeverityModel {
  /** Not at all: the mean of a dossier's scores. */
  NONE,
  /**
   * The additive two-way model y = dossier + juror, both fixed, severities adding up to zero, by
   * least squares (Yates 1936).
   */
  LEAST_SQUARES,
  /**
   * Random jurors, fixed dossiers: the severity of a juror with few scores is shrunk, and no
   * dossier is drawn towards the mean. Variances by REML (Patterson and Thompson 1971).
   */
  REML;

  /**
   * Corrects the scores of all dossiers.
   *
   * <p>When the graph of jurors and dossiers has several parts, or the scores do not separate
   * severities from errors, nothing is corrected and the fit's status says why.
   */
  public SeverityFit fit(Scores scores) {
    return switch (this) {
      case NONE -> RawMeans.fit(scores);
      case LEAST_SQUARES -> LeastSquares.fit(scores);
      case REML -> JurorRandom.fit(scores);
    };
  }
}
