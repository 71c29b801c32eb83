package org.arobase.scoring;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.arobase.scoring.panel.PanelRule;
import org.arobase.scoring.severity.Scores;
import org.arobase.scoring.severity.SeverityFit;

/**
 * Step 4 after the severities: the panel rule on the corrected scores, and the anchors.
 *
 * <p>What no model can tell is the mean severity of the whole jury: Σ b = 0 is a convention, and
 * absolute levels drift with the jury. Anchors are dossiers that another jury has scored before,
 * put among the others; what this jury gives them beyond their reference scores on average is taken
 * off every dossier (mean linking; Kolen and Brennan 2014, chapter 4). Its error is the standard
 * deviation of those differences over √ of their number.
 *
 * @param score of each dossier, not rounded, perhaps a little beyond 0 or 1
 * @param error standard error of each
 * @param refused whether a dossier has too few scores for the panel rule, and got their mean
 * @param anchoring what the anchors added to every score; 0 without anchors
 * @param anchors numbers of the dossiers that it comes from
 */
public record Adjustment(
    double[] score, double[] error, boolean[] refused, double anchoring, int[] anchors) {
  /** One alone could not tell how far to trust it. */
  public static final int FEWEST_ANCHORS = 2;

  /**
   * Adjusts all dossiers of a jury.
   *
   * @param references the anchors' scores by the numbers of dossiers; NaN of those that are none
   */
  public static Adjustment of(Scores scores, SeverityFit fit, double[] references, PanelRule rule) {
    int n = scores.dossiers();
    Adjustment panel =
        new Adjustment(
            fit.dossier().clone(), fit.dossierError().clone(), new boolean[n], 0, new int[0]);
    if (rule != PanelRule.MEAN) {
      for (int i = 0; i < n; i++) {
        panel.apply(rule, scores.less(fit.juror(), i), i);
      }
    }
    int[] anchors =
        IntStream.range(0, n)
            .filter(i -> !Double.isNaN(references[i]) && !Double.isNaN(panel.score[i]))
            .toArray();
    return anchors.length < FEWEST_ANCHORS ? panel : panel.linked(anchors, references);
  }

  private void apply(PanelRule rule, double[] corrected, int dossier) {
    PanelRule.Outcome outcome =
        rule.of(Arrays.stream(corrected).mapToObj(BigDecimal::new).toList());
    if (outcome.value() != null) {
      score[dossier] = outcome.value().doubleValue();
      error[dossier] *= Math.sqrt(rule.varianceRatio());
    } else {
      refused[dossier] = corrected.length > 0;
    }
  }

  private Adjustment linked(int[] from, double[] references) {
    double[] beyond = new double[from.length];
    double sum = 0;
    for (int k = 0; k < from.length; k++) {
      beyond[k] = score[from[k]] - references[from[k]];
      sum += beyond[k];
    }
    double mean = sum / from.length;
    double squares = 0;
    for (double difference : beyond) {
      squares += (difference - mean) * (difference - mean);
    }
    double variance = squares / (from.length - 1) / from.length;
    double[] shifted = new double[score.length];
    double[] errors = new double[score.length];
    for (int i = 0; i < score.length; i++) {
      shifted[i] = score[i] - mean;
      errors[i] = Math.sqrt(error[i] * error[i] + variance);
    }
    return new Adjustment(shifted, errors, refused, -mean, from);
  }
}
