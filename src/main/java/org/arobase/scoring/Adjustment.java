package org.arobase.scoring;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.arobase.scoring.panel.PanelRule;
import org.arobase.scoring.severity.Components;
import org.arobase.scoring.severity.Scores;
import org.arobase.scoring.severity.SeverityFit;
import org.hipparchus.distribution.continuous.TDistribution;

/**
 * Applies the panel rule to the corrected scores, then the anchors (scoring/methods.md, sections 7
 * and 8).
 *
 * <p>No model can estimate the mean severity of the whole jury: Σ b = 0 is a convention, and
 * absolute levels drift with the jury. Anchors are dossiers that another jury scored before, mixed
 * with the others. The mean by which this jury's scores of the anchors exceed their reference
 * scores is subtracted from every dossier connected with them (mean linking; Kolen and Brennan
 * 2014, chapter 4).
 *
 * <p>The link's error is the standard deviation of those differences over √ of their number, but at
 * least what the anchors' own errors imply; the factor t/z widens it when anchors are few. It is
 * added to each dossier's error as if both were independent. That is slightly too much, because
 * both contain what the whole jury has in common.
 *
 * @param score score of each dossier, not rounded; may lie slightly outside 0 to 1
 * @param unlinked score of each dossier before the anchors apply
 * @param error standard error of each score
 * @param linkError the part of the error that comes from the anchors; more jurors do not reduce it
 * @param refused whether a dossier has too few scores for the panel rule and keeps their mean
 * @param links the shifts by anchors, one for each part of the graph that has enough anchors
 */
public record Adjustment(
    double[] score,
    double[] unlinked,
    double[] error,
    double[] linkError,
    boolean[] refused,
    List<Link> links) {
  /** Fewer anchors do not show how reliable the link is. */
  public static final int FEWEST_ANCHORS = 5;

  private static final double Z_95 = 1.645;

  /**
   * The shift that links one part to another jury.
   *
   * @param anchors numbers of the anchor dossiers
   * @param added amount added to every score of the part
   * @param error standard error of that amount
   */
  public record Link(int[] anchors, double added, double error) {}

  /**
   * Adjusts all dossiers of a jury.
   *
   * @param references reference score by dossier number; NaN for a dossier that is not an anchor
   */
  public static Adjustment of(Scores scores, SeverityFit fit, double[] references, PanelRule rule) {
    int n = scores.dossiers();
    double[] unlinked = fit.dossier().clone();
    Adjustment adjustment =
        new Adjustment(
            unlinked.clone(),
            unlinked,
            fit.dossierError().clone(),
            new double[n],
            new boolean[n],
            new ArrayList<>());
    for (int i = 0; i < n && rule != PanelRule.MEAN; i++) {
      adjustment.apply(rule, scores.less(fit.juror(), i), i);
    }
    if (Arrays.stream(references).anyMatch(reference -> !Double.isNaN(reference))) {
      adjustment.link(scores, references);
    }
    return adjustment;
  }

  private void apply(PanelRule rule, double[] corrected, int dossier) {
    PanelRule.Outcome outcome =
        rule.of(Arrays.stream(corrected).mapToObj(BigDecimal::new).toList());
    if (outcome.value() != null) {
      unlinked[dossier] = outcome.value().doubleValue();
      score[dossier] = unlinked[dossier];
      error[dossier] *= Math.sqrt(rule.varianceRatio());
    } else {
      refused[dossier] = corrected.length > 0;
    }
  }

  /** Links each part by its own anchors: no juror connects it to those of another part. */
  private void link(Scores scores, double[] references) {
    Components parts = Components.of(scores);
    Map<Integer, List<Integer>> anchors = new TreeMap<>();
    for (int i = 0; i < references.length; i++) {
      if (!Double.isNaN(references[i]) && !Double.isNaN(unlinked[i])) {
        anchors.computeIfAbsent(parts.ofDossier(i), part -> new ArrayList<>()).add(i);
      }
    }
    anchors.forEach(
        (part, of) -> {
          if (of.size() >= FEWEST_ANCHORS) {
            Link link = link(of.stream().mapToInt(i -> i).toArray(), references);
            links.add(link);
            for (int i = 0; i < references.length; i++) {
              if (scores.count(i) > 0 && parts.ofDossier(i) == part) {
                shift(i, link);
              }
            }
          }
        });
  }

  private void shift(int dossier, Link link) {
    score[dossier] = unlinked[dossier] + link.added;
    linkError[dossier] = link.error;
    error[dossier] = Math.sqrt(error[dossier] * error[dossier] + link.error * link.error);
  }

  private Link link(int[] anchors, double[] references) {
    int m = anchors.length;
    double sum = 0;
    double own = 0;
    for (int i : anchors) {
      sum += unlinked[i] - references[i];
      own += Double.isNaN(error[i]) ? 0 : error[i] * error[i];
    }
    double mean = sum / m;
    double squares = 0;
    for (int i : anchors) {
      double distance = unlinked[i] - references[i] - mean;
      squares += distance * distance;
    }
    double variance = Math.max(squares / (m - 1) / m, own / m / m);
    double few = new TDistribution(m - 1).inverseCumulativeProbability(.95) / Z_95;
    return new Link(anchors, -mean, few * Math.sqrt(variance));
  }
}
