package org.arobase.scoring.severity;

import java.util.Arrays;
import org.ejml.concurrency.EjmlConcurrency;
import org.ejml.data.DMatrixRMaj;

/**
 * The equations for the jurors' severities, with the dossiers absorbed: the matrix C = R - N'D⁻¹N
 * of jurors against jurors and the right side r = Yj - N'D⁻¹Yd (scoring/methods.md, section 5). C
 * has an eigenvalue of zero for each connected part.
 */
public final class Overlap {
  static {
    // a library must not start threads in a server, and no sum may depend on their number
    EjmlConcurrency.USE_CONCURRENT = false;
  }

  final double[] right;

  /** Σ (y - mean of its dossier)². */
  final double squares;

  /** Number of scores less number of dossiers that have one. */
  final int freedom;

  private static final double ROUNDING = 1e-24;
  private final Scores scores;
  private final double total;

  /** Σ log of the number of scores of each dossier. */
  final double logCounts;

  public Overlap(Scores scores) {
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

  /** The sum of squares, or 0 when it is only the rounding of equal scores. */
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

  /** Whether each juror is compared: whether they share a dossier with another juror. */
  boolean[] compared() {
    boolean[] compared = new boolean[right.length];
    for (int i = 0; i < scores.dossiers(); i++) {
      for (int k = scores.begin(i); scores.count(i) > 1 && k < scores.end(i); k++) {
        compared[scores.juror(k)] = true;
      }
    }
    return compared;
  }

  /** C x, without building the matrix. */
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

  /** The matrix C. */
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
