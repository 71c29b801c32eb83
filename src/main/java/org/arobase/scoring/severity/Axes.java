package org.arobase.scoring.severity;

import java.util.function.DoubleUnaryOperator;
import org.ejml.data.DMatrixRMaj;

/**
 * The matrix C of an {@link Overlap} in its own axes: what a model needs of it for any ratio θ of
 * the variances. λ are its eigenvalues, 0 or more, and q the projections of the right side r on its
 * axes, 0 where λ is.
 */
interface Axes {
  /** From so many jurors on, an exact decomposition would take seconds: it grows with J³. */
  int MANY = 800;

  /** Axes of an overlap, exact where they can be had in little time. */
  static Axes of(Overlap overlap) {
    return overlap.jurors() < MANY ? new ExactAxes(overlap) : new KrylovAxes(overlap);
  }

  /** Σ f(λ) over all axes. */
  double sum(DoubleUnaryOperator f);

  /** Σ f(λ) q². */
  double projected(DoubleUnaryOperator f);

  /** θ (I + θ C)⁻¹ r for θ ≥ 0; for an infinite one C⁺ r. */
  double[] severities(double ratio);

  /** How many contrasts of jurors there are: eigenvalues that are not 0. */
  int rank();

  /** Axes that are accurate near this ratio, which may be infinite. */
  Axes near(double ratio);

  /** θ (I + θ C)⁻¹ for θ ≥ 0; for an infinite one C⁺. */
  DMatrixRMaj shrunk(double ratio);

  /**
   * The mean variance of a difference of two severities over that of the best design with as many
   * scores: 1 is ideal (METHODS, part f). NaN without a contrast, and where only an estimate could
   * be given. A juror without scores is none.
   */
  double contrastRatio();
}
