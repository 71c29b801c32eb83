package org.arobase.scoring.severity;

import java.util.function.DoubleUnaryOperator;
import org.ejml.data.DMatrixRMaj;

/**
 * The matrix C of an {@link Overlap} by its eigenvectors, called axes: what a model needs for any
 * ratio θ of the variances. λ are the eigenvalues, 0 or more. q are the projections of the right
 * side r on the axes, 0 where λ is 0.
 */
public interface Axes {
  /** From this many jurors on, an exact decomposition would take seconds: time grows with J³. */
  int MANY = 800;

  /** The axes of an overlap: exact below {@link #MANY} jurors, estimated from there on. */
  static Axes of(Overlap overlap) {
    return overlap.jurors() < MANY ? new ExactAxes(overlap) : new KrylovAxes(overlap);
  }

  /** Σ f(λ) over all axes. */
  double sum(DoubleUnaryOperator f);

  /** Σ f(λ) q². */
  double projected(DoubleUnaryOperator f);

  /** θ (I + θ C)⁻¹ r for θ ≥ 0; C⁺ r for an infinite θ. */
  double[] severities(double ratio);

  /** The number of contrasts of jurors: eigenvalues that are not 0. */
  int rank();

  /** Axes that are accurate near this ratio, which may be infinite. */
  Axes near(double ratio);

  /** θ (I + θ C)⁻¹ for θ ≥ 0; C⁺ for an infinite θ. */
  DMatrixRMaj shrunk(double ratio);

  /**
   * The mean variance of a difference of two severities over that of the best design with as many
   * scores: 1 is ideal (scoring/methods.md, section 14). Jurors without scores do not count. NaN
   * without a contrast, and when only an estimate is available.
   */
  double contrastRatio();
}
