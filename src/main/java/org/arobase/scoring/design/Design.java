package org.arobase.scoring.design;

import java.util.Arrays;
import org.arobase.scoring.severity.Axes;
import org.arobase.scoring.severity.Components;
import org.arobase.scoring.severity.Corrected;
import org.arobase.scoring.severity.Overlap;
import org.arobase.scoring.severity.Scores;
import org.jspecify.annotations.Nullable;

/**
 * What an assignment plan promises before anything is scored: whether all jurors can be compared,
 * how well, and how exact the dossiers' scores will be (scoring/methods.md, section 14).
 */
public final class Design {
  private final Scores scores;
  private final Components parts;
  private @Nullable Axes axes;

  /**
   * A plan.
   *
   * @param dossiers number of dossiers
   * @param jurors number of jurors
   * @param dossier dossier of each assignment, from 0
   * @param juror juror of each assignment, from 0
   * @throws IllegalArgumentException when a number is out of range
   */
  public Design(int dossiers, int jurors, int[] dossier, int[] juror) {
    this.scores = new Scores(dossiers, jurors, dossier, juror, new double[dossier.length]);
    this.parts = Components.of(scores);
  }

  /**
   * The number of connected parts of the graph of jurors and dossiers, leaving out those without an
   * assignment.
   */
  public int parts() {
    return parts.count();
  }

  /** The number of parts with two jurors or more: there, jurors can be compared. */
  public int comparable() {
    return parts.comparable();
  }

  /** The part of a juror: the number of the first juror in it. */
  public int part(int juror) {
    return parts.ofJuror(juror);
  }

  /**
   * The mean variance of a difference of two severities over that of the best design with as many
   * scores: 1 is ideal. NaN where jurors cannot all be compared, and from 800 jurors on.
   */
  public double contrastRatio() {
    return parts.comparable() == 1 ? axes().contrastRatio() : Double.NaN;
  }

  /**
   * Expected standard errors of the dossiers' scores. Severities are corrected as a random effect,
   * but only when all jurors can be compared.
   *
   * @param severity standard deviation of the jurors' severities, 0 or more
   * @param residual standard deviation of a juror's scores without severity, above 0
   * @return standard error by dossier; NaN for a dossier without an assignment
   */
  public double[] errors(double severity, double residual) {
    if (parts.comparable() != 1) {
      return raw(Math.hypot(severity, residual));
    }
    double ratio = severity * severity / (residual * residual);
    Corrected corrected = new Corrected(scores, new double[scores.jurors()], axes().shrunk(ratio));
    double[] errors = corrected.dossierErrors(residual * residual);
    return withoutEmpty(errors);
  }

  /** Computed only on demand: the parts do not need it and are known much sooner. */
  private Axes axes() {
    if (axes == null) {
      axes = Axes.of(new Overlap(scores));
    }
    return axes;
  }

  private double[] raw(double deviation) {
    double[] errors = new double[scores.dossiers()];
    Arrays.setAll(errors, i -> deviation / Math.sqrt(scores.count(i)));
    return withoutEmpty(errors);
  }

  private double[] withoutEmpty(double[] errors) {
    for (int i = 0; i < errors.length; i++) {
      errors[i] = scores.count(i) == 0 ? Double.NaN : errors[i];
    }
    return errors;
  }
}
