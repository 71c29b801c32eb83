package org.arobase.scoring;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.arobase.scoring.Policy.Levels;
import org.arobase.scoring.decimal.Decimals;
import org.arobase.scoring.severity.Scores;
import org.arobase.scoring.severity.SeverityFit;
import org.arobase.scoring.severity.SeverityFit.Status;
import org.arobase.scoring.uncertainty.LevelProbabilities;
import org.arobase.scoring.uncertainty.OneMoreJuror;

/**
 * Rates all dossiers of a jury together (scoring/methods.md, sections 5 to 9). A juror's severity
 * shows only in comparison with other jurors, so no dossier can be corrected alone.
 */
public final class JuryRating {
  private final Policy policy;
  private final List<Panel> panels;
  private final List<String> jurors;
  private final Scores scores;
  private final SeverityFit fit;
  private final Adjustment adjustment;

  private JuryRating(List<Panel> panels, Policy policy) {
    this.policy = policy;
    this.panels = panels.stream().sorted(Comparator.comparing(Panel::dossier)).toList();
    SortedSet<String> names = new TreeSet<>();
    panels.forEach(p -> p.scores().forEach((juror, score) -> names.add(juror)));
    this.jurors = List.copyOf(names);
    this.scores = table();
    this.fit = policy.severity().fit(scores);
    this.adjustment =
        Adjustment.of(
            scores,
            fit,
            this.panels.stream().mapToDouble(Panel::reference).toArray(),
            policy.panel());
  }

  /**
   * The ratings of a jury with the results they come from.
   *
   * @param scores the jurors' scores as a table
   * @param fit the fitted severity model; its numbers are positions in the two lists
   * @param adjustment the adjustment by the panel rule and the anchors
   * @param jurors ids in alphabetical order
   * @param dossiers names in alphabetical order
   * @param ratings by the dossier's name
   */
  public record Result(
      Scores scores,
      SeverityFit fit,
      Adjustment adjustment,
      List<String> jurors,
      List<String> dossiers,
      SortedMap<String, Rating> ratings) {}

  /** Rates all dossiers of a jury; the order of the panels makes no difference. */
  public static Result rate(List<Panel> panels, Policy policy) {
    JuryRating jury = new JuryRating(panels, policy);
    SortedMap<String, Rating> ratings = new TreeMap<>();
    for (int i = 0; i < jury.panels.size(); i++) {
      ratings.put(jury.panels.get(i).dossier(), jury.rating(i));
    }
    return new Result(
        jury.scores,
        jury.fit,
        jury.adjustment,
        jury.jurors,
        jury.panels.stream().map(Panel::dossier).toList(),
        ratings);
  }

  private Scores table() {
    Map<String, Integer> numbers = new HashMap<>();
    jurors.forEach(juror -> numbers.put(juror, numbers.size()));
    int rows = panels.stream().mapToInt(p -> p.present().size()).sum();
    int[] dossier = new int[rows];
    int[] juror = new int[rows];
    double[] score = new double[rows];
    int next = 0;
    for (int i = 0; i < panels.size(); i++) {
      for (Map.Entry<String, BigDecimal> given : panels.get(i).scores().entrySet()) {
        if (given.getValue() != null) {
          dossier[next] = i;
          juror[next] = numbers.get(given.getKey());
          score[next++] = given.getValue().doubleValue();
        }
      }
    }
    return new Scores(panels.size(), jurors.size(), dossier, juror, score);
  }

  private Rating rating(int i) {
    Panel panel = panels.get(i);
    Set<Flag> flags = flags(panel);
    if (!panel.hasQuorum()) {
      return new Rating(panel, null, null, null, null, flags);
    }
    BigDecimal mean = Decimals.mean(panel.present());
    boolean moved = adjustment.score()[i] != scores.mean(i);
    BigDecimal adjusted = moved ? Decimals.ofUnit(adjustment.score()[i]) : mean;
    BigDecimal score = Decimals.round(adjusted, policy.rounding().dossier());
    LevelResult level = LevelResult.of(score, panel.issues(), policy.levels());
    double error = adjustment.error()[i];
    if (adjustment.refused()[i]) {
      flags.add(Flag.PANEL_TOO_SMALL);
    }
    if (isBorderline(adjusted, error)) {
      flags.add(Flag.BORDERLINE);
    }
    Certainty certainty =
        new Certainty(
            fit.status(),
            adjusted,
            anchoring(i, adjusted),
            decimal(error),
            gain(i, adjusted),
            probabilities(adjusted, error, level));
    return new Rating(panel, mean, score, level, certainty, flags);
  }

  private static BigDecimal decimal(double value) {
    return Double.isNaN(value) ? null : Decimals.ofDouble(value);
  }

  private boolean isBorderline(BigDecimal adjusted, double error) {
    return !Double.isNaN(error)
        && LevelProbabilities.isBorderline(adjusted.doubleValue(), error, cuts());
  }

  private BigDecimal gain(int i, BigDecimal adjusted) {
    double error = adjustment.error()[i];
    if (Double.isNaN(error)) {
      return null;
    }
    double fixed = adjustment.linkError()[i];
    double own = Math.sqrt(Math.max(0, error * error - fixed * fixed));
    return probability(
        OneMoreJuror.gain(adjusted.doubleValue(), own, fixed, fit.residualVariance(), cuts()));
  }

  /** The part of the adjusted score that the anchors added, after clipping to 0 to 1. */
  private BigDecimal anchoring(int i, BigDecimal adjusted) {
    return adjustment.score()[i] == adjustment.unlinked()[i]
        ? BigDecimal.ZERO
        : adjusted.subtract(Decimals.ofUnit(adjustment.unlinked()[i]));
  }

  private static BigDecimal probability(double p) {
    return new BigDecimal(p).setScale(6, RoundingMode.HALF_UP);
  }

  /**
   * The thresholds lowered by half a unit of the last digit, because a score that rounds up reaches
   * a threshold.
   */
  private double[] cuts() {
    Integer digits = policy.rounding().dossier();
    double half = digits == null ? 0 : 0.5 * StrictMath.pow(10, -digits);
    return policy.levels().thresholds().stream().mapToDouble(t -> t.doubleValue() - half).toArray();
  }

  /** Probabilities by the thresholds alone, moved to the levels that gates and floor allow. */
  private List<BigDecimal> probabilities(BigDecimal adjusted, double error, LevelResult level) {
    if (Double.isNaN(error)) {
      return List.of();
    }
    Levels levels = policy.levels();
    double[] byScore = LevelProbabilities.of(adjusted.doubleValue(), error, cuts());
    double[] possible = new double[byScore.length];
    int most =
        level.gates().stream()
            .filter(gate -> !gate.passed())
            .mapToInt(gate -> gate.gate().level() - 1)
            .reduce(byScore.length - 1, Math::min);
    for (int l = 0; l < byScore.length; l++) {
      possible[Math.max(Math.min(l, most), levels.floor())] += byScore[l];
    }
    return Arrays.stream(possible).mapToObj(JuryRating::probability).toList();
  }

  private Set<Flag> flags(Panel panel) {
    Set<Flag> flags = EnumSet.noneOf(Flag.class);
    List<BigDecimal> scores = panel.present();
    if (scores.size() < Math.max(panel.expected(), panel.quorum())) {
      flags.add(Flag.INCOMPLETE);
    }
    if (scores.size() > 1
        && Collections.max(scores).subtract(Collections.min(scores)).compareTo(policy.divergence())
            > 0) {
      flags.add(Flag.DIVERGENT);
    }
    if (fit.status() == Status.DISCONNECTED) {
      flags.add(Flag.DISCONNECTED);
    }
    return flags;
  }
}
