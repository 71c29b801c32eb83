package org.arobase.scoring.severity;

/** How well each juror fits a model, by the residuals of the juror's scores. */
final class Residuals {
  /**
   * Mean square of a juror's residuals over the residual variance. In a dossier of n scores, each
   * score counts as 1 - 1/n. NaN for a juror who was always alone.
   */
  final double[] misfit;

  /** Slope of the residuals on the dossiers' scores; NaN with fewer than three scores. */
  final double[] slope;

  /** Σ of the squared residuals. */
  final double squares;

  private static final int FEWEST_FOR_A_SLOPE = 3;

  Residuals(Scores scores, double[] dossier, double[] juror, double variance) {
    int n = scores.jurors();
    int[] count = new int[n];
    double[] squared = new double[n];
    double[] free = new double[n];
    double[] sumT = new double[n];
    double[] sumTt = new double[n];
    double[] sumE = new double[n];
    double[] sumTe = new double[n];
    double all = 0;
    for (int i = 0; i < scores.dossiers(); i++) {
      for (int k = scores.begin(i); k < scores.end(i); k++) {
        int j = scores.juror(k);
        double t = dossier[i];
        double e = scores.score(k) - t - juror[j];
        count[j]++;
        free[j] += 1 - 1.0 / scores.count(i);
        squared[j] += e * e;
        sumT[j] += t;
        sumTt[j] += t * t;
        sumE[j] += e;
        sumTe[j] += t * e;
        all += e * e;
      }
    }
    squares = all;
    misfit = new double[n];
    slope = new double[n];
    for (int j = 0; j < n; j++) {
      misfit[j] = variance > 0 ? squared[j] / free[j] / variance : Double.NaN;
      double spread = sumTt[j] - sumT[j] * sumT[j] / count[j];
      boolean enough = count[j] >= FEWEST_FOR_A_SLOPE && spread > 0;
      slope[j] = enough ? (sumTe[j] - sumT[j] * sumE[j] / count[j]) / spread : Double.NaN;
    }
  }
}
