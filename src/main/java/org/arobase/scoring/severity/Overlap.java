package org.arobase.scoring.severity;

import java.util.Arrays;
import org.ejml.concurrency.EjmlConcurrency;
import org.ejml.data.DMatrixRMaj;

/**
 * What jurors' scores tell of their severities, with the dossiers absorbed: the matrix C = R -
 * N'D⁻¹N of jurors against jurors and the right side r = Yj - N'D⁻¹Yd (METHODS, part b). C has an
 * eigenvalue of zero for each connected part.
 */
final class Overlap {
  static {
    // threads of its own would be a surprise in a server, and no sum may depend on their number
    EjmlConcurrency.USE_CONCURRENT = false;
  }

  final double[] right;

  /** Σ (y - mean of its dossier)². */
  final double squares;

  /** Scores less dossiers. */
  final int freedom;

  private static final double ROUNDING = 1e-24;
  private final Scores scores;
  private final double total;

  /** Σ log of the number of scores of each dossier. */
  final double logCounts;

  Overlap(Scores scores) {
    this.scores = scores;
    right = new double[scores.jurors()];
    double sum = 0;
    double logs = 0;
    for (int i = 0; i < scores.dossiers(); i++) {
      if (scores.count(i) > 0) {
        sum += absorb(i);
        logs += StrictMath.log(scores.count(i));
      }
    }
    total = scores.squares();
    squares = orZero(sum);
    if (squares == 0) {
      Arrays.fill(right, 0);
    }
    logCounts = logs;
    freedom = scores.size() - scores.scoredDossiers();
  }

  /** A sum of squares that is not the rounding of equal scores. */
  double orZero(double sum) {
    return sum > ROUNDING * total ? sum : 0;
  }

  private double absorb(int dossier) {
    double mean = scores.mean(dossier);
    double squared = 0;
    for (int k = scores.begin(dossier); k < scores.end(dossier); k++) {
      double distance = scores.score(k) - mean;
      squared += distance * distance;
      right[scores.juror(k)] += distance;
    }
    return squared;
  }

  int jurors() {
    return right.length;
  }

  /** Which jurors are compared: those of the one part that has two or more. */
  boolean[] compared() {
    boolean[] compared = new boolean[right.length];
    for (int i = 0; i < scores.dossiers(); i++) {
      for (int k = scores.begin(i); scores.count(i) > 1 && k < scores.end(i); k++) {
        compared[scores.juror(k)] = true;
      }
    }
    return compared;
  }

  /** C x, without the matrix. */
  double[] times(double[] x) {
    double[] result = new double[x.length];
    for (int i = 0; i < scores.dossiers(); i++) {
      double sum = 0;
      for (int k = scores.begin(i); k < scores.end(i); k++) {
        sum += x[scores.juror(k)];
      }
      double mean = sum / scores.count(i);
      for (int k = scores.begin(i); k < scores.end(i); k++) {
        result[scores.juror(k)] += x[scores.juror(k)] - mean;
      }
    }
    return result;
  }

  /** C. */
  DMatrixRMaj matrix() {
    int n = right.length;
    DMatrixRMaj matrix = new DMatrixRMaj(n, n);
    for (int i = 0; i < scores.dossiers(); i++) {
      double share = 1.0 / scores.count(i);
      for (int k = scores.begin(i); k < scores.end(i); k++) {
        int j = scores.juror(k);
        matrix.data[j * n + j] += 1;
        for (int other = scores.begin(i); other < scores.end(i); other++) {
          matrix.data[j * n + scores.juror(other)] -= share;
        }
      }
    }
    return matrix;
  }
}
