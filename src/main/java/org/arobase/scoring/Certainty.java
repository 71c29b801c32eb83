package org.arobase.scoring;

import java.math.BigDecimal;
import java.util.List;
import org.arobase.scoring.decimal.Decimals;
import org.arobase.scoring.severity.SeverityFit.Status;
import org.arobase.scoring.uncertainty.LevelProbabilities;
import org.jspecify.annotations.Nullable;

/**
 * How sure a dossier's score is, as the model of the whole jury has it.
 *
 * @param severity whether severities were corrected, and if not, why
 * @param adjusted the score as all jurors together would have given it, not rounded, 0 to 1; the
 *     mean where nothing is corrected
 * @param anchoring what the anchors have added to it; 0 without anchors
 * @param error its standard error; null where no degree of freedom is left
 * @param gain what one more juror is expected to add to the probability of the likeliest level;
 *     null without an error
 * @param probabilities P(level) for 0 to 5, gates and floor taken as they are; empty without an
 *     error
 */
public record Certainty(
    Status severity,
    BigDecimal adjusted,
    BigDecimal anchoring,
    @Nullable BigDecimal error,
    @Nullable BigDecimal gain,
    List<BigDecimal> probabilities) {
  private static final BigDecimal NINETY_PERCENT = Decimals.ofDouble(LevelProbabilities.Z_90);

  /**
   * In which the score lies with a probability of 90 %: lower and upper end, 0 to 1; empty without
   * an error.
   */
  public List<BigDecimal> interval() {
    if (error == null) {
      return List.of();
    }
    BigDecimal reach = error.multiply(NINETY_PERCENT);
    return List.of(
        adjusted.subtract(reach).max(BigDecimal.ZERO), adjusted.add(reach).min(BigDecimal.ONE));
  }

  /** P of a level; null without an error. */
  public @Nullable BigDecimal of(int level) {
    return probabilities.isEmpty() ? null : probabilities.get(level);
  }
}
