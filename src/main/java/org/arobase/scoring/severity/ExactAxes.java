package org.arobase.scoring.severity;

import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/** All axes, from one decomposition. */
final class ExactAxes implements Axes {
  /** An eigenvalue below this is zero, up to rounding. */
  static final double ZERO = 1e-9;

  private final double[] values;
  private final DMatrixRMaj vectors;
  private final double[] projections;

  ExactAxes(Overlap overlap) {
    DMatrixRMaj matrix = overlap.matrix();
    int n = matrix.numRows;
    EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(n, true, true);
    if (!eigen.decompose(matrix)) {
      throw new IllegalStateException("No eigenvalues of a symmetric matrix");
    }
    values = new double[n];
    vectors = new DMatrixRMaj(n, n);
    projections = new double[n];
    for (int k = 0; k < n; k++) {
      double value = eigen.getEigenvalue(k).getReal();
      // the right side adds up to zero in each part: any projection on that axis is rounding
      boolean zero = value < ZERO;
      values[k] = zero ? 0 : value;
      double[] vector = eigen.getEigenVector(k).data;
      for (int j = 0; j < n; j++) {
        vectors.data[j * n + k] = vector[j];
        projections[k] += zero ? 0 : vector[j] * overlap.right[j];
      }
    }
  }

  @Override
  public double sum(DoubleUnaryOperator f) {
    double sum = 0;
    for (double value : values) {
      sum += f.applyAsDouble(value);
    }
    return sum;
  }

  @Override
  public double projected(DoubleUnaryOperator f) {
    double sum = 0;
    for (int k = 0; k < values.length; k++) {
      sum += f.applyAsDouble(values[k]) * projections[k] * projections[k];
    }
    return sum;
  }

  @Override
  public double[] severities(double ratio) {
    int n = values.length;
    double[] result = new double[n];
    for (int k = 0; k < n; k++) {
      double weight = shrunk(ratio, values[k]) * projections[k];
      for (int j = 0; j < n; j++) {
        result[j] += vectors.data[j * n + k] * weight;
      }
    }
    return result;
  }

  private static double shrunk(double ratio, double value) {
    return ratio == Double.POSITIVE_INFINITY
        ? value == 0 ? 0 : 1 / value
        : ratio / (1 + ratio * value);
  }

  @Override
  public double contrastRatio() {
    double contrasts = rank();
    double inverse = sum(value -> value == 0 ? 0 : 1 / value);
    return inverse * sum(value -> value) / (contrasts * contrasts);
  }

  @Override
  public int rank() {
    return (int) DoubleStream.of(values).filter(value -> value != 0).count();
  }

  @Override
  public Axes near(double ratio) {
    return this;
  }

  @Override
  public DMatrixRMaj shrunk(double ratio) {
    return with(value -> shrunk(ratio, value));
  }

  private DMatrixRMaj with(DoubleUnaryOperator f) {
    int n = values.length;
    double[] weights = DoubleStream.of(values).map(f).toArray();
    DMatrixRMaj result = new DMatrixRMaj(n, n);
    double[] scaled = new double[n];
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < n; k++) {
        scaled[k] = vectors.data[i * n + k] * weights[k];
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
}
