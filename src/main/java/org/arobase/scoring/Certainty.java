package org.arobase.scoring;

import java.math.BigDecimal;
import java.util.List;
import org.arobase.scoring.decimal.Decimals;
import org.arobase.scoring.severity.SeverityFit.Status;
import org.arobase.scoring.uncertainty.LevelProbabilities;
import org.jspecify.annotations.Nullable;

/**
 * The certainty of a dossier's score, by the model of the whole jury.
 *
 * @param severity whether severities were corrected, and if not, why
 * @param adjusted an estimate of the score that all jurors together would have given, not rounded,
 *     0 to 1; the mean when nothing is corrected
 * @param anchoring the part of it that the anchors added; 0 without anchors
 * @param error its standard error; null when no degree of freedom is left
 * @param gain expected rise of the probability of the likeliest level with one more juror; null
 *     without an error
 * @param probabilities P(level) for levels 0 to 5, with gates and floor taken as certain; empty
 *     without an error
 */
public record Certainty(
    Status severity,
    BigDecimal adjusted,
    BigDecimal anchoring,
    @Nullable BigDecimal error,
    @Nullable BigDecimal gain,
    List<BigDecimal> probabilities) {
  private static final BigDecimal NINETY_PERCENT = Decimals.ofDouble(LevelProbabilities.Z_90);

  /** The 90 % interval of the score: lower and upper end, 0 to 1; empty without an error. */
  public List<BigDecimal> interval() {
    if (error == null) {
      return List.of();
    }
    BigDecimal reach = error.multiply(NINETY_PERCENT);
    return List.of(
        adjusted.subtract(reach).max(BigDecimal.ZERO), adjusted.add(reach).min(BigDecimal.ONE));
  }

  /** The probability of a level, 0 to 5; null without an error. */
  public @Nullable BigDecimal of(int level) {
    return probabilities.isEmpty() ? null : probabilities.get(level);
  }
}
