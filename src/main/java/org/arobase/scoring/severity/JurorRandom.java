package org.arobase.scoring.severity;

import java.util.function.Function;
import org.arobase.scoring.severity.SeverityFit.Status;
import org.hipparchus.analysis.UnivariateFunction;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;
import org.jspecify.annotations.Nullable;

/**
 * Random jurors and fixed dossiers: b ~ N(0, s²_b), e ~ N(0, s²_e). With the dossiers absorbed and
 * C in its axes, the REML criterion of the ratio θ = s²_b / s²_e is a sum over the axes:
 *
 * <pre>(n - p)(1 + log 2π s²_e) + Σ log n_i + Σ log(1 + θ λ_k),
 * s²_e = (S - Σ θ q_k² / (1 + θ λ_k)) / (n - p)</pre>
 *
 * where q are the projections of r (Bates et al. 2015; scoring/methods.md, section 5). Severities
 * are θ (I + θ C)⁻¹ r.
 */
public final class JurorRandom {
  private static final double SMALLEST = 1e-10;
  private static final double LARGEST = 1e10;
  private static final double LEVEL = 1e-9;
  private static final double FIRST_LOOK = 1e-4;
  private static final double LAST_LOOK = 1e4;
  private static final double ACCURACY = 1e-13;
  private static final double ROUNDING = 1e-13;
  private static final int MOST_STEPS = 500;
  private static final int MOST_REFINEMENTS = 4;

  /**
   * Two ratios whose relative difference is at most this are equal: a ratio is known to a hundredth
   * at best.
   */
  static final double CLOSE = 2e-3;

  private final Scores scores;
  private final Overlap overlap;
  private Axes axes;

  private JurorRandom(Scores scores, Function<Overlap, Axes> how) {
    this.scores = scores;
    this.overlap = new Overlap(scores);
    this.axes = how.apply(overlap);
  }

  /** Estimates both variances by REML. */
  static SeverityFit fit(Scores scores) {
    return fit(scores, Axes::of);
  }

  static SeverityFit fit(Scores scores, Function<Overlap, Axes> how) {
    Status why = refused(scores);
    if (why != null) {
      return RawMeans.fit(scores, SeverityModel.REML, why);
    }
    JurorRandom model = new JurorRandom(scores, how);
    if (!model.isIdentified()) {
      return RawMeans.fit(scores, SeverityModel.REML, Status.NOT_IDENTIFIED);
    }
    return model.at(model.overlap.squares > 0 ? model.settledRatio() : 0);
  }

  /**
   * Severities as best linear unbiased predictions for a known ratio of variances (Henderson 1975;
   * Robinson 1991).
   *
   * @param ratio s²_b / s²_e, 0 or more
   */
  public static SeverityFit withRatio(Scores scores, double ratio) {
    Status why = refused(scores);
    if (why != null) {
      return RawMeans.fit(scores, SeverityModel.REML, why);
    }
    JurorRandom model = new JurorRandom(scores, Axes::of);
    model.axes = model.axes.near(ratio);
    return model.at(ratio);
  }

  private static @Nullable Status refused(Scores scores) {
    int parts = Components.of(scores).comparable();
    return parts == 1 ? null : parts > 1 ? Status.DISCONNECTED : Status.NOT_IDENTIFIED;
  }

  /**
   * Whether the scores separate severities from errors. With as many contrasts of jurors as degrees
   * of freedom, for example with one dossier or a tree, the criterion is flat, and rounding would
   * choose the ratio.
   */
  private boolean isIdentified() {
    return overlap.freedom > axes.rank();
  }

  private SeverityFit at(double theta) {
    double variance = variance(theta);
    double[] juror = axes.severities(theta);
    return new Corrected(scores, juror, axes.shrunk(theta))
        .fit(
            SeverityModel.REML, axes.contrastRatio(), variance, theta * variance, criterion(theta));
  }

  private double variance(double theta) {
    double explained = axes.projected(value -> theta / (1 + theta * value));
    double left = overlap.squares - explained;
    // a smaller difference is only rounding and must not be taken for an error
    return left > ROUNDING * overlap.squares ? left / overlap.freedom : 0;
  }

  private double criterion(double theta) {
    double logs = axes.sum(value -> StrictMath.log1p(theta * value));
    return overlap.freedom * (1 + StrictMath.log(2 * Math.PI * variance(theta)))
        + overlap.logCounts
        + logs;
  }

  /** The derivative of the criterion by θ: below 0 where a larger θ lowers the criterion. */
  private double gradient(double theta) {
    double squares =
        axes.projected(
            value -> {
              double shrunk = 1 / (1 + theta * value);
              return shrunk * shrunk;
            });
    double logs = axes.sum(value -> value / (1 + theta * value));
    return logs - squares / variance(theta);
  }

  /** The ratio, computed with axes that are accurate near it. */
  private double settledRatio() {
    double theta = ratio();
    for (int step = 0; step < MOST_REFINEMENTS; step++) {
      Axes finer = axes.near(theta);
      if (finer == axes) {
        return theta;
      }
      axes = finer;
      double before = theta;
      theta = ratio();
      if (Math.abs(theta / before - 1) <= CLOSE) {
        return theta;
      }
    }
    return theta;
  }

  /** 0 is a valid ratio at the boundary, not a failure: nothing is corrected then. */
  private double ratio() {
    double low = rising();
    if (low == 0) {
      return 0;
    }
    UnivariateFunction ofLog = log -> gradient(StrictMath.exp(log));
    double high = StrictMath.log(LARGEST);
    if (!(ofLog.value(high) > 0)) {
      return LARGEST;
    }
    double root =
        new BracketingNthOrderBrentSolver(ACCURACY, ACCURACY, ACCURACY, 5)
            .solve(MOST_STEPS, ofLog, StrictMath.log(low), high);
    return StrictMath.exp(root);
  }

  /**
   * A ratio at which the criterion falls; 0 when it rises from the boundary on. When no juror
   * deviates from the mean in more than one dossier, the criterion is flat at the boundary and
   * falls only further on, so the last bits at the boundary must not decide.
   */
  private double rising() {
    double tie = LEVEL * overlap.freedom;
    double boundary = gradient(0);
    if (boundary > tie) {
      return 0;
    }
    if (boundary < -tie) {
      return gradient(SMALLEST) < 0 ? SMALLEST : 0;
    }
    for (double ratio = FIRST_LOOK; ratio <= LAST_LOOK; ratio *= 2) {
      if (gradient(ratio) < -tie) {
        return ratio;
      }
    }
    return 0;
  }
}
