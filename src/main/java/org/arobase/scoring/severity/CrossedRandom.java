package org.arobase.scoring.severity;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.decomposition.chol.CholeskyDecompositionInner_DDRM;
import org.ejml.dense.row.linsol.chol.LinearSolverChol_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;
import org.hipparchus.analysis.MultivariateFunction;
import org.hipparchus.exception.MathIllegalStateException;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.SimpleValueChecker;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.hipparchus.optim.nonlinear.scalar.noderiv.SimplexOptimizer;

/**
 * Random dossiers and random jurors: y = μ + t + b + e with t ~ N(0, s²_t) and b ~ N(0, s²_b). Its
 * predictions draw a dossier towards the mean, so no published score uses them; the reliability
 * report uses the variances. Variances by REML, with the criterion as lme4 gives it (Bates et al.
 * 2015).
 */
public final class CrossedRandom {
  private static final int MOST_EVALUATIONS = 4_000;
  private static final double PRECISION = 1e-13;
  private static final double ROUNDING = 1e-15;
  private static final double EQUAL = 1e-20;

  /**
   * Logarithm of the smallest ratio: below it the variance is zero. Above its inverse the residual
   * variance is zero.
   */
  private static final double SMALLEST_LOG = -25;

  private final Scores scores;
  private final double total;

  private CrossedRandom(Scores scores) {
    this.scores = scores;
    total = scores.squares();
  }

  /**
   * A fit. Arrays are by dossier number or juror number.
   *
   * @param mean μ
   * @param meanError its standard error
   * @param dossier predictions t, to be added to the mean
   * @param juror predictions b
   * @param dossierVariance s²_t
   * @param jurorVariance s²_b
   * @param residualVariance s²_e
   * @param criterion the REML criterion at its minimum
   */
  public record Fit(
      double mean,
      double meanError,
      double[] dossier,
      double[] juror,
      double dossierVariance,
      double jurorVariance,
      double residualVariance,
      double criterion) {}

  /**
   * Fits the three variances and predicts.
   *
   * @throws IllegalArgumentException with fewer than three scores, when all are equal, or when
   *     nothing is left for the error
   */
  public static Fit fit(Scores scores) {
    CrossedRandom model = new CrossedRandom(scores);
    double mean = 0;
    for (int k = 0; k < scores.size(); k++) {
      mean += scores.score(k) / scores.size();
    }
    double spread = 0;
    for (int k = 0; k < scores.size(); k++) {
      spread += (scores.score(k) - mean) * (scores.score(k) - mean);
    }
    if (scores.size() < 3 || !(spread > EQUAL * model.total)) {
      throw new IllegalArgumentException("Three scores that are not all equal are needed");
    }
    double[] logs = {0, 0};
    for (int again = 0; again < 3; again++) {
      logs = model.minimum(logs);
    }
    Solved solved = model.at(ratio(logs[0]), ratio(logs[1]));
    if (Math.max(logs[0], logs[1]) > -SMALLEST_LOG - 1) {
      throw new IllegalArgumentException("The scores leave nothing for the error");
    }
    return solved.fit();
  }

  private double[] minimum(double[] from) {
    MultivariateFunction criterion = logs -> at(ratio(logs[0]), ratio(logs[1])).criterion();
    try {
      return new SimplexOptimizer(new SimpleValueChecker(PRECISION, PRECISION))
          .optimize(
              new MaxEval(MOST_EVALUATIONS),
              new ObjectiveFunction(criterion),
              GoalType.MINIMIZE,
              new InitialGuess(from),
              new NelderMeadSimplex(2))
          .getPoint();
    } catch (MathIllegalStateException e) {
      throw new IllegalArgumentException("The scores do not tell the variances", e);
    }
  }

  private static double ratio(double log) {
    return log < SMALLEST_LOG ? 0 : StrictMath.exp(Math.min(log, -SMALLEST_LOG));
  }

  private Solved at(double dossierRatio, double jurorRatio) {
    return new Solved(dossierRatio, jurorRatio);
  }

  /** The model at a = s²_t / s²_e and θ = s²_b / s²_e, with the dossiers absorbed. */
  private final class Solved {
    private final double a;
    private final double theta;
    private final double[] g;
    private final double[] r;
    private final double[] kg;
    private final double[] kr;
    private final double logs;
    private final double precision;
    private final double mean;
    private final double variance;

    Solved(double a, double theta) {
      this.a = a;
      this.theta = theta;
      int jurors = scores.jurors();
      DMatrixRMaj k = new DMatrixRMaj(jurors, jurors);
      g = new double[jurors];
      r = new double[jurors];
      double xx = 0;
      double xy = 0;
      double yy = total;
      double sumOfLogs = 0;
      for (int j = 0; j < jurors; j++) {
        k.data[j * jurors + j] = 1;
      }
      for (int i = 0; i < scores.dossiers(); i++) {
        double n = scores.count(i);
        double sum = n == 0 ? 0 : scores.mean(i) * n;
        double share = a / (1 + n * a);
        absorb(i, sum, share, k);
        xx += n / (1 + n * a);
        xy += sum / (1 + n * a);
        yy -= share * sum * sum;
        sumOfLogs += StrictMath.log1p(n * a);
      }
      CholeskyDecompositionInner_DDRM factor = new CholeskyDecompositionInner_DDRM(true);
      LinearSolverDense<DMatrixRMaj> solver = new LinearSolverChol_DDRM(factor);
      if (!solver.setA(k)) {
        throw new IllegalStateException("Not positive definite");
      }
      for (int j = 0; j < jurors; j++) {
        sumOfLogs += 2 * StrictMath.log(factor.getT().data[j * jurors + j]);
      }
      kg = solved(solver, g);
      kr = solved(solver, r);
      precision = xx - theta * dot(g, kg);
      mean = (xy - theta * dot(g, kr)) / precision;
      double squares = yy - theta * dot(r, kr) - mean * mean * precision;
      // a difference of sums of squares is no more exact than its rounding
      variance = Math.max(squares, total * ROUNDING) / (scores.size() - 1);
      logs = sumOfLogs + StrictMath.log(precision);
    }

    private void absorb(int dossier, double sum, double share, DMatrixRMaj k) {
      int jurors = k.numCols;
      double n = scores.count(dossier);
      for (int row = scores.begin(dossier); row < scores.end(dossier); row++) {
        int j = scores.juror(row);
        g[j] += 1 - share * n;
        r[j] += scores.score(row) - share * sum;
        k.data[j * jurors + j] += theta;
        for (int other = scores.begin(dossier); other < scores.end(dossier); other++) {
          k.data[j * jurors + scores.juror(other)] -= theta * share;
        }
      }
    }

    private double[] solved(LinearSolverDense<DMatrixRMaj> solver, double[] right) {
      DMatrixRMaj x = new DMatrixRMaj(right.length, 1);
      solver.solve(DMatrixRMaj.wrap(right.length, 1, right.clone()), x);
      return x.data;
    }

    private double dot(double[] x, double[] y) {
      double sum = 0;
      for (int j = 0; j < x.length; j++) {
        sum += x[j] * y[j];
      }
      return sum;
    }

    double criterion() {
      return (scores.size() - 1) * (1 + StrictMath.log(2 * Math.PI * variance)) + logs;
    }

    Fit fit() {
      double[] juror = new double[g.length];
      for (int j = 0; j < juror.length; j++) {
        juror[j] = theta * (kr[j] - mean * kg[j]);
      }
      double[] dossier = new double[scores.dossiers()];
      for (int i = 0; i < dossier.length; i++) {
        double sum = 0;
        for (int k = scores.begin(i); k < scores.end(i); k++) {
          sum += scores.score(k) - mean - juror[scores.juror(k)];
        }
        dossier[i] = a / (1 + scores.count(i) * a) * sum;
      }
      return new Fit(
          mean,
          Math.sqrt(variance / precision),
          dossier,
          juror,
          a * variance,
          theta * variance,
          variance,
          criterion());
    }
  }
}
