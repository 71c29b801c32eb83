package org.arobase.scoring.severity;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * Functions of a symmetric matrix C on a start vector s, without the axes of C: Σ weight f(node) is
 * s'f(C)s, and {@link #applied} is f(C)s (Golub and Meurant 2010, chapter 4). Exact when the
 * remaining vector becomes zero; otherwise the accuracy depends on the number of steps.
 */
final class Lanczos {
  final double[] nodes;
  final double[] weights;

  private final double length;
  private final List<double[]> basis = new ArrayList<>();
  private final List<Double> diagonal = new ArrayList<>();
  private final List<Double> beside = new ArrayList<>();
  private final DMatrixRMaj vectors;

  /**
   * @param times multiplies the matrix by a vector
   * @param start s
   * @param steps the largest number of steps
   * @param residual relative residual of C x = s at which to stop
   */
  Lanczos(UnaryOperator<double[]> times, double[] start, int steps, double residual) {
    length = Math.sqrt(dot(start, start));
    if (length > 0) {
      run(times, start, steps, residual);
    }
    int m = basis.size();
    nodes = new double[m];
    weights = new double[m];
    vectors = new DMatrixRMaj(m, m);
    if (m > 0) {
      decompose();
    }
  }

  private void run(UnaryOperator<double[]> times, double[] start, int steps, double residual) {
    double[] next = scaled(start, 1 / length);
    double pivot = 0;
    double unsolved = 1;
    while (basis.size() < steps && unsolved > residual) {
      basis.add(next);
      double[] image = times.apply(next);
      double along = dot(image, next);
      // the pivots of the small matrix give the residual of conjugate gradients
      double coupling = beside.isEmpty() ? 0 : beside.get(beside.size() - 1);
      pivot = along - (pivot == 0 ? 0 : coupling * coupling / pivot);
      diagonal.add(along);
      // twice is enough to keep the basis orthogonal (Parlett 1998)
      orthogonalise(image);
      orthogonalise(image);
      double left = Math.sqrt(dot(image, image));
      beside.add(left);
      unsolved = left == 0 ? 0 : unsolved * left / Math.abs(pivot);
      next = left > 0 ? scaled(image, 1 / left) : image;
    }
  }

  private void orthogonalise(double[] vector) {
    for (double[] other : basis) {
      double along = dot(vector, other);
      for (int j = 0; j < vector.length; j++) {
        vector[j] -= along * other[j];
      }
    }
  }

  private void decompose() {
    int m = basis.size();
    DMatrixRMaj small = new DMatrixRMaj(m, m);
    for (int k = 0; k < m; k++) {
      small.set(k, k, diagonal.get(k));
      if (k + 1 < m) {
        small.set(k, k + 1, beside.get(k));
        small.set(k + 1, k, beside.get(k));
      }
    }
    EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(m, true, true);
    if (!eigen.decompose(small)) {
      throw new IllegalStateException("No eigenvalues of a symmetric matrix");
    }
    for (int k = 0; k < m; k++) {
      double value = eigen.getEigenvalue(k).getReal();
      nodes[k] = value < ExactAxes.ZERO ? 0 : value;
      for (int j = 0; j < m; j++) {
        vectors.set(j, k, eigen.getEigenVector(k).get(j));
      }
      double first = vectors.get(0, k) * length;
      weights[k] = first * first;
    }
  }

  /** f(C) s. */
  double[] applied(DoubleUnaryOperator f, int size) {
    double[] result = new double[size];
    for (int step = 0; step < basis.size(); step++) {
      double part = 0;
      for (int k = 0; k < nodes.length; k++) {
        part += vectors.get(step, k) * f.applyAsDouble(nodes[k]) * vectors.get(0, k) * length;
      }
      double[] direction = basis.get(step);
      for (int j = 0; j < size; j++) {
        result[j] += part * direction[j];
      }
    }
    return result;
  }

  private static double[] scaled(double[] vector, double factor) {
    double[] scaled = new double[vector.length];
    for (int j = 0; j < scaled.length; j++) {
      scaled[j] = vector[j] * factor;
    }
    return scaled;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      sum += a[j] * b[j];
    }
    return sum;
  }
}
