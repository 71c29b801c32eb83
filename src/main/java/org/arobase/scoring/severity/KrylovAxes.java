package org.arobase.scoring.severity;

import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * Axes of very many jurors, by their moments. Results on the right side are as exact as a solution
 * by conjugate gradients. A sum over all axes is first estimated from seeded random vectors
 * (stochastic Lanczos quadrature: Ubaru, Chen and Saad 2017). {@link #near} then corrects it near
 * the resulting ratio, by the traces of one exact inverse. That inverse also gives the standard
 * errors at any ratio as close as {@link JurorRandom#CLOSE}.
 */
final class KrylovAxes implements Axes {
  private static final int PROBES = 24;
  private static final int PROBE_STEPS = 40;
  private static final int MOST_STEPS = 300;
  private static final double SOLVED = 1e-13;
  private static final double ESTIMATED = 1e-6;
  private static final long SEED = 20200204;

  private final Overlap overlap;
  private final boolean[] compared;
  private final int members;
  private final Lanczos right;
  private final double[] nodes;
  private final double[] weights;
  private final double at;
  private final DMatrixRMaj inverse;

  KrylovAxes(Overlap overlap) {
    this.overlap = overlap;
    compared = overlap.compared();
    members = (int) IntStream.range(0, compared.length).filter(j -> compared[j]).count();
    right = new Lanczos(overlap::times, overlap.right, MOST_STEPS, SOLVED);
    Random random = new Random(SEED);
    Lanczos[] probes = new Lanczos[PROBES];
    for (int p = 0; p < PROBES; p++) {
      probes[p] = new Lanczos(overlap::times, probe(random), PROBE_STEPS, ESTIMATED);
    }
    nodes = Arrays.stream(probes).flatMapToDouble(p -> DoubleStream.of(p.nodes)).toArray();
    weights =
        Arrays.stream(probes)
            .flatMapToDouble(p -> DoubleStream.of(p.weights).map(w -> w / PROBES))
            .toArray();
    at = Double.NaN;
    inverse = null;
  }

  private KrylovAxes(KrylovAxes rough, double ratio) {
    overlap = rough.overlap;
    compared = rough.compared;
    members = rough.members;
    right = rough.right;
    nodes = rough.nodes;
    at = ratio;
    inverse = rough.invert(ratio);
    weights = Double.isInfinite(ratio) ? rough.weights : rough.corrected(inverse, ratio);
  }

  /** +1 or -1 for each juror, less their mean, as the axis of eigenvalue 0 is not a contrast. */
  private double[] probe(Random random) {
    double[] probe = new double[compared.length];
    double sum = 0;
    for (int j = 0; j < probe.length; j++) {
      probe[j] = compared[j] ? random.nextBoolean() ? 1 : -1 : 0;
      sum += probe[j];
    }
    for (int j = 0; j < probe.length; j++) {
      probe[j] -= compared[j] ? sum / members : 0;
    }
    return probe;
  }

  /**
   * The number of axes with eigenvalue 0: one for the compared part and one for each juror outside
   * it.
   */
  private int zeros() {
    return compared.length - rank();
  }

  @Override
  public int rank() {
    return members - 1;
  }

  @Override
  public double sum(DoubleUnaryOperator f) {
    return zeros() * f.applyAsDouble(0) + weighted(nodes, weights, f);
  }

  @Override
  public double projected(DoubleUnaryOperator f) {
    return weighted(right.nodes, right.weights, f);
  }

  private static double weighted(double[] nodes, double[] weights, DoubleUnaryOperator f) {
    double sum = 0;
    for (int k = 0; k < nodes.length; k++) {
      sum += weights[k] * f.applyAsDouble(nodes[k]);
    }
    return sum;
  }

  @Override
  public double[] severities(double ratio) {
    if (ratio != Double.POSITIVE_INFINITY) {
      return right.applied(value -> ratio / (1 + ratio * value), compared.length);
    }
    // without shrinkage a badly connected jury would take far too many steps
    DMatrixRMaj result = new DMatrixRMaj(compared.length, 1);
    CommonOps_DDRM.mult(shrunk(ratio), DMatrixRMaj.wrap(compared.length, 1, overlap.right), result);
    return result.data;
  }

  /** Exact or NaN: an estimate misses the few axes that connect a badly connected jury. */
  @Override
  public double contrastRatio() {
    if (at != Double.POSITIVE_INFINITY) {
      return Double.NaN;
    }
    double trace = 0;
    for (int j = 0; j < compared.length; j++) {
      trace += inverse.get(j, j);
    }
    double contrasts = rank();
    return trace * overlap.freedom / (contrasts * contrasts);
  }

  @Override
  public Axes near(double ratio) {
    return ratio > 0 ? new KrylovAxes(this, ratio) : this;
  }

  @Override
  public DMatrixRMaj shrunk(double ratio) {
    if (ratio == 0) {
      return new DMatrixRMaj(compared.length, compared.length);
    }
    boolean known = ratio == at || Math.abs(ratio / at - 1) <= JurorRandom.CLOSE;
    return known ? inverse : invert(ratio);
  }

  /**
   * (I / θ + C)⁻¹. For an infinite θ it is C⁺: the eigenvalues 0 are set to 1, and these axes are
   * subtracted after the inversion.
   */
  private DMatrixRMaj invert(double ratio) {
    boolean infinite = ratio == Double.POSITIVE_INFINITY;
    DMatrixRMaj matrix = overlap.matrix();
    add(matrix, infinite ? 1 : 0, infinite ? 0 : 1 / ratio);
    int n = matrix.numRows;
    LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.symmPosDef(n);
    DMatrixRMaj result = new DMatrixRMaj(n, n);
    if (!solver.setA(matrix)) {
      throw new IllegalStateException("The jurors are connected, and their matrix is singular");
    }
    solver.invert(result);
    add(result, infinite ? -1 : 0, 0);
    return result;
  }

  private void add(DMatrixRMaj matrix, double zeroAxes, double diagonal) {
    int n = matrix.numRows;
    for (int i = 0; i < n; i++) {
      matrix.data[i * n + i] += diagonal + (compared[i] ? 0 : zeroAxes);
      for (int j = 0; j < n && zeroAxes != 0; j++) {
        matrix.data[i * n + j] += compared[i] && compared[j] ? zeroAxes / members : 0;
      }
    }
  }

  /**
   * Multiplies the weights by a parabola in u = 1 / (1 + θ λ), so that Σ 1, Σ u and Σ u² are exact:
   * they are the rank and the traces of the inverse and of its square.
   */
  private double[] corrected(DMatrixRMaj exact, double ratio) {
    double trace = 0;
    double squares = 0;
    for (int i = 0; i < exact.numRows; i++) {
      trace += exact.data[i * exact.numCols + i] / ratio;
    }
    for (double value : exact.data) {
      squares += value / ratio * (value / ratio);
    }
    DMatrixRMaj wanted = new DMatrixRMaj(3, 1, true, rank(), trace - zeros(), squares - zeros());
    double[] powers = new double[5];
    for (int p = 0; p < 5; p++) {
      int power = p;
      powers[p] = weighted(nodes, weights, v -> StrictMath.pow(1 / (1 + ratio * v), power));
    }
    DMatrixRMaj parabola = parabola(powers, wanted);
    double[] result = new double[weights.length];
    for (int k = 0; k < result.length; k++) {
      double u = 1 / (1 + ratio * nodes[k]);
      result[k] = weights[k] * (parabola.get(0) + u * (parabola.get(1) + u * parabola.get(2)));
    }
    return result;
  }

  private static DMatrixRMaj parabola(double[] powers, DMatrixRMaj wanted) {
    DMatrixRMaj system = new DMatrixRMaj(3, 3);
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 3; column++) {
        system.set(row, column, powers[row + column]);
      }
    }
    DMatrixRMaj solution = new DMatrixRMaj(3, 1);
    LinearSolverDense<DMatrixRMaj> solver =
        LinearSolverFactory_DDRM.leastSquaresQrPivot(true, false);
    solver.setA(system);
    solver.solve(wanted, solution);
    return solution;
  }
}
