package org.arobase.scoring.bulk;

import java.math.BigDecimal;
import org.arobase.scoring.Adjustment;
import org.arobase.scoring.LevelResult;
import org.arobase.scoring.Panel;
import org.arobase.scoring.Policy;
import org.arobase.scoring.Policy.Levels;
import org.arobase.scoring.decimal.Decimals;
import org.arobase.scoring.severity.Scores;

/** From adjusted scores to levels (scoring/methods.md, section 9). */
final class Levelling {
  final double[] score;
  final int[] level;

  private final Marks marks;
  private final Policy policy;
  private final Scores scores;
  private final Adjustment adjustment;
  private final int[] allowed;
  private final double[] thresholds;

  Levelling(Marks marks, Scores scores, Adjustment adjustment, int[] allowed) {
    this.marks = marks;
    this.policy = marks.rubric.policy;
    this.scores = scores;
    this.adjustment = adjustment;
    this.allowed = allowed;
    thresholds =
        policy.levels().thresholds().stream().mapToDouble(BigDecimal::doubleValue).toArray();
    score = new double[marks.dossiers()];
    level = new int[marks.dossiers()];
  }

  void rate(int number) {
    Rounded arithmetic = new Rounded();
    Rounded.Stage stage = Rounded.Stage.of(policy.rounding().dossier());
    BulkRatings.portion(number, marks.dossiers())
        .forEach(
            d -> {
              if (scores.count(d) < marks.dossier(d).quorum()) {
                score[d] = Double.NaN;
                level[d] = -1;
              } else if (adjustment.score()[d] != scores.mean(d)) {
                set(d, Decimals.ofUnit(adjustment.score()[d]));
              } else {
                rate(d, arithmetic, stage);
              }
            });
  }

  private void rate(int d, Rounded arithmetic, Rounded.Stage stage) {
    arithmetic.begin();
    double rounded = arithmetic.round(scores.mean(d), stage);
    int byScore = 0;
    while (byScore < thresholds.length && reaches(rounded, byScore, arithmetic)) {
      byScore++;
    }
    score[d] = rounded;
    level[d] = level(d, byScore);
    if (arithmetic.isDoubtful()) {
      Panel panel = marks.panel(d);
      set(d, Decimals.mean(panel.present()));
    }
  }

  /** A rounded score that equals a threshold is compared as a decimal. */
  private boolean reaches(double score, int threshold, Rounded arithmetic) {
    Integer digits = policy.rounding().dossier();
    if (digits == null || score != thresholds[threshold]) {
      return arithmetic.reaches(score, thresholds[threshold]);
    }
    BigDecimal decimal = Decimals.round(BigDecimal.valueOf(score), digits);
    return decimal.compareTo(policy.levels().thresholds().get(threshold)) >= 0;
  }

  private void set(int d, BigDecimal adjusted) {
    BigDecimal rounded = Decimals.round(adjusted, policy.rounding().dossier());
    score[d] = rounded.doubleValue();
    level[d] = level(d, LevelResult.byScore(rounded, policy.levels()));
  }

  private int level(int d, int byScore) {
    Levels levels = policy.levels();
    return Math.max(Math.min(byScore, allowed[d]), levels.floor());
  }
}
