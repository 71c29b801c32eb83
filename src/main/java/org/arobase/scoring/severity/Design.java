package org.arobase.scoring.severity;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a plan of who scores what lets one know, before anything is scored: whether all jurors can
 * be compared, how well, and how exact the dossiers' scores will be (METHODS, parts b and f).
 */
public final class Design {
  private final Scores scores;
  private final Components parts;
  private @Nullable Axes axes;

  /**
   * A plan.
   *
   * @param dossiers how many there are
   * @param jurors how many there are
   * @param dossier of each assignment, from 0
   * @param juror of each assignment, from 0
   */
  public Design(int dossiers, int jurors, int[] dossier, int[] juror) {
    this.scores = new Scores(dossiers, jurors, dossier, juror, new double[dossier.length]);
    this.parts = Components.of(scores);
  }

  /** Connected parts of the graph of jurors and dossiers; one that no score touches is none. */
  public int parts() {
    return parts.count();
  }

  /** Parts in which jurors can be compared with each other: those of two jurors or more. */
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
   * Standard errors of the dossiers' scores, severities corrected as a random effect; not corrected
   * where jurors cannot all be compared.
   *
   * @param severity standard deviation of the jurors' severities, 0 or more
   * @param residual standard deviation of what is left of a juror's score, above 0
   * @return by dossier; NaN for one without an assignment
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

  /** What parts there are is known without them, and much sooner. */
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
