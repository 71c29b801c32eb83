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
   * The juror random, the dossier fixed: severities are shrunk where a juror has few scores, no
   * dossier is drawn towards the mean. Variances by REML (Patterson and Thompson 1971).
   */
  REML;

  /**
   * The scores of all dossiers, corrected.
   *
   * <p>Where the graph of jurors and dossiers has several parts, or no score is left to tell jurors
   * from dossiers, nothing is corrected and the fit says why.
   */
  public SeverityFit fit(Scores scores) {
    return switch (this) {
      case NONE -> RawMeans.fit(scores);
      case LEAST_SQUARES -> LeastSquares.fit(scores);
      case REML -> JurorRandom.fit(scores);
    };
  }
}
