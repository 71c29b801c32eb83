package verifier;

import java.util.Arrays;

/**
 * Estimates how severe each juror is: y = dossier + juror + error, with fixed dossiers. With the
 * dossiers projected out, C = R - N'D⁻¹N is the matrix of the jurors' equations and r their right
 * side; on C's axes each severity is one number. Least squares keeps these numbers; REML shrinks
 * them towards 0, with the ratio of variances that maximises the restricted likelihood (Patterson
 * and Thompson 1971).
 */
final class Severity {
  private static final double NOTHING = 1e-9;
  private static final int SWEEPS = 100;
  private static final int HALVINGS = 200;
  private static final double SMALLEST = 1e-10;
  private static final double LARGEST = 1e10;

  private final int jurors;
  private final double[][] axes;
  private final double[] lengths;
  private final double[] along;
  private final double squares;
  private final int freedom;

  /**
   * The equations of a table.
   *
   * @param dossier index of the dossier of each score
   * @param juror index of the juror of each score
   */
  Severity(int dossiers, int jurors, int[] dossier, int[] juror, double[] score) {
    this.jurors = jurors;
    double[][] equations = new double[jurors][jurors];
    double[] right = new double[jurors];
    int[] count = new int[dossiers];
    double[] sum = new double[dossiers];
    for (int k = 0; k < score.length; k++) {
      count[dossier[k]]++;
      sum[dossier[k]] += score[k];
    }
    double within = 0;
    for (int k = 0; k < score.length; k++) {
      double apart = score[k] - sum[dossier[k]] / count[dossier[k]];
      within += apart * apart;
      right[juror[k]] += apart;
      equations[juror[k]][juror[k]] += 1;
      for (int l = 0; l < score.length; l++) {
        if (dossier[l] == dossier[k]) {
          equations[juror[k]][juror[l]] -= 1.0 / count[dossier[k]];
        }
      }
    }
    this.squares = within;
    this.freedom = score.length - (int) Arrays.stream(count).filter(n -> n > 0).count();
    this.axes = new double[jurors][jurors];
    diagonalise(equations, axes);
    this.lengths = new double[jurors];
    this.along = new double[jurors];
    for (int a = 0; a < jurors; a++) {
      lengths[a] = equations[a][a] < NOTHING ? 0 : equations[a][a];
      for (int j = 0; j < jurors; j++) {
        along[a] += axes[j][a] * right[j];
      }
    }
  }

  /** Jacobi's rotations: the matrix becomes diagonal, with the lengths of its axes. */
  private static void diagonalise(double[][] matrix, double[][] vectors) {
    int n = matrix.length;
    for (int i = 0; i < n; i++) {
      vectors[i][i] = 1;
    }
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      double off = 0;
      for (int p = 0; p < n; p++) {
        for (int q = p + 1; q < n; q++) {
          off += matrix[p][q] * matrix[p][q];
          rotate(matrix, vectors, p, q);
        }
      }
      if (off < 1e-28) {
        return;
      }
    }
  }

  private static void rotate(double[][] m, double[][] v, int p, int q) {
    if (m[p][q] == 0) {
      return;
    }
    double theta = (m[q][q] - m[p][p]) / (2 * m[p][q]);
    double t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
    double c = 1 / Math.sqrt(t * t + 1);
    double s = t * c;
    for (int k = 0; k < m.length; k++) {
      double kp = m[k][p];
      m[k][p] = c * kp - s * m[k][q];
      m[k][q] = s * kp + c * m[k][q];
    }
    for (int k = 0; k < m.length; k++) {
      double pk = m[p][k];
      m[p][k] = c * pk - s * m[q][k];
      m[q][k] = s * pk + c * m[q][k];
      double kp = v[k][p];
      v[k][p] = c * kp - s * v[k][q];
      v[k][q] = s * kp + c * v[k][q];
    }
  }

  /** Severities that add up to 0 in the part of the table that links jurors. */
  double[] leastSquares() {
    return severities(Double.POSITIVE_INFINITY);
  }

  /** Severities shrunk towards 0; null when they cannot be told apart from errors. */
  double[] restricted() {
    int rank = (int) Arrays.stream(lengths).filter(length -> length > 0).count();
    if (freedom <= rank) {
      return null;
    }
    return severities(squares > 0 ? ratio() : 0);
  }

  private double[] severities(double ratio) {
    double[] severities = new double[jurors];
    for (int a = 0; a < jurors; a++) {
      double part =
          lengths[a] == 0
              ? 0
              : Double.isInfinite(ratio)
                  ? along[a] / lengths[a]
                  : ratio * along[a] / (1 + ratio * lengths[a]);
      for (int j = 0; j < jurors; j++) {
        severities[j] += axes[j][a] * part;
      }
    }
    return severities;
  }

  /** Negative where a greater ratio makes the scores likelier. */
  private double slope(double ratio) {
    double logs = 0;
    double explained = 0;
    double falling = 0;
    for (int a = 0; a < jurors; a++) {
      if (lengths[a] > 0) {
        double shrunk = 1 / (1 + ratio * lengths[a]);
        logs += lengths[a] * shrunk;
        explained += ratio * along[a] * along[a] * shrunk;
        falling += along[a] * along[a] * shrunk * shrunk;
      }
    }
    double left = squares - explained;
    double variance = left > 1e-13 * squares ? left / freedom : 0;
    return logs - falling / variance;
  }

  private double ratio() {
    double low = SMALLEST;
    double tie = NOTHING * freedom;
    if (slope(0) > tie) {
      return 0;
    }
    if (slope(0) >= -tie) {
      low = 1e-4;
      while (low <= 1e4 && slope(low) >= -tie) {
        low *= 2;
      }
      if (low > 1e4) {
        return 0;
      }
    } else if (slope(low) >= 0) {
      return 0;
    }
    if (!(slope(LARGEST) > 0)) {
      return LARGEST;
    }
    double from = Math.log(low);
    double to = Math.log(LARGEST);
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (from + to) / 2;
      if (slope(Math.exp(middle)) < 0) {
        from = middle;
      } else {
        to = middle;
      }
    }
    return Math.exp((from + to) / 2);
  }
}
