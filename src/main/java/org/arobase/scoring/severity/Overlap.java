package org.arobase.scoring.severity;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.ejml.concurrency.EjmlConcurrency;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

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

  final DMatrixRMaj matrix;
  final double[] right;

  /** Σ (y - mean of its dossier)². */
  final double squares;

  /** Scores less dossiers. */
  final int freedom;

  private static final double ROUNDING = 1e-24;
  private final double total;

  /** Σ log of the number of scores of each dossier. */
  final double logCounts;

  Overlap(Scores scores) {
    int jurors = scores.jurors();
    matrix = new DMatrixRMaj(jurors, jurors);
    right = new double[jurors];
    double sum = 0;
    double logs = 0;
    for (int i = 0; i < scores.dossiers(); i++) {
      if (scores.count(i) > 0) {
        sum += absorb(scores, i);
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

  private double absorb(Scores scores, int dossier) {
    double mean = scores.mean(dossier);
    double share = 1.0 / scores.count(dossier);
    double squared = 0;
    for (int k = scores.begin(dossier); k < scores.end(dossier); k++) {
      int j = scores.juror(k);
      double distance = scores.score(k) - mean;
      squared += distance * distance;
      right[j] += distance;
      matrix.data[j * matrix.numCols + j] += 1;
      for (int other = scores.begin(dossier); other < scores.end(dossier); other++) {
        matrix.data[j * matrix.numCols + scores.juror(other)] -= share;
      }
    }
    return squared;
  }

  /** The matrix in its own axes: what a model needs of it for any ratio of variances. */
  Spectrum spectrum() {
    int n = matrix.numRows;
    EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(n, true, true);
    if (!eigen.decompose(matrix.copy())) {
      throw new IllegalStateException("No eigenvalues of a symmetric matrix");
    }
    double[] values = new double[n];
    DMatrixRMaj vectors = new DMatrixRMaj(n, n);
    double[] projections = new double[n];
    for (int k = 0; k < n; k++) {
      double value = eigen.getEigenvalue(k).getReal();
      // the right side adds up to zero in each part: what is left on its axis is rounding
      boolean zero = value < Spectrum.ZERO;
      values[k] = zero ? 0 : value;
      double[] vector = eigen.getEigenVector(k).data;
      for (int j = 0; j < n; j++) {
        vectors.data[j * n + k] = vector[j];
        projections[k] += zero ? 0 : vector[j] * right[j];
      }
    }
    return new Spectrum(values, vectors, projections);
  }

  /**
   * A symmetric matrix in its axes.
   *
   * @param values eigenvalues, 0 or more
   * @param vectors the axes, a column each
   * @param projections of the right side on each axis
   */
  record Spectrum(double[] values, DMatrixRMaj vectors, double[] projections) {
    /** Below this an eigenvalue is a zero that was computed. */
    private static final double ZERO = 1e-9;

    /** How many contrasts of jurors there are. */
    int rank() {
      return (int) IntStream.range(0, values.length).filter(k -> !isZero(k)).count();
    }

    boolean isZero(int k) {
      return values[k] == 0;
    }

    /** The right side, each of its projections multiplied by a weight. */
    double[] applied(double[] weights) {
      int n = values.length;
      double[] result = new double[n];
      for (int j = 0; j < n; j++) {
        for (int k = 0; k < n; k++) {
          result[j] += vectors.data[j * n + k] * weights[k] * projections[k];
        }
      }
      return result;
    }

    /** The matrix that has these values on the same axes. */
    DMatrixRMaj withValues(double[] others) {
      int n = values.length;
      DMatrixRMaj result = new DMatrixRMaj(n, n);
      double[] scaled = new double[n];
      for (int i = 0; i < n; i++) {
        for (int k = 0; k < n; k++) {
          scaled[k] = vectors.data[i * n + k] * others[k];
        }
        for (int j = 0; j <= i; j++) {
          double sum = 0;
          for (int k = 0; k < n; k++) {
            sum += scaled[k] * vectors.data[j * n + k];
          }
          result.data[i * n + j] = sum;
          result.data[j * n + i] = sum;
        }
      }
      return result;
    }

    /**
     * The mean variance of a difference of two severities over that of the best design with as many
     * scores: 1 is ideal (METHODS, part f). NaN without a contrast. A juror without scores is none.
     */
    double contrastRatio() {
      double trace = 0;
      double inverse = 0;
      for (int k = 0; k < values.length; k++) {
        trace += values[k];
        inverse += isZero(k) ? 0 : 1 / values[k];
      }
      double contrasts = rank();
      return inverse * trace / (contrasts * contrasts);
    }
  }
}
