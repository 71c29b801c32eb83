package org.arobase.scoring.panel;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.arobase.scoring.decimal.Decimals;

/**
 * Trimmed and winsorised mean of a sample with their variances (NAG Library, g07ddf).
 *
 * @param k number of values removed at each end
 * @param trimmed the mean of the rest
 * @param winsorised the mean after each removed value is replaced by the nearest value that was
 *     kept
 * @param varianceTrimmed estimated variance of the trimmed mean
 * @param varianceWinsorised estimated variance of the winsorised mean
 */
public record Trimming(
    int k,
    BigDecimal trimmed,
    BigDecimal winsorised,
    BigDecimal varianceTrimmed,
    BigDecimal varianceWinsorised) {

  /**
   * Removes the integer part of alpha·n values at each end.
   *
   * @param sample one value or more
   * @param alpha 0 or more, below 0.5
   * @throws IllegalArgumentException when no value is left, or alpha is negative
   */
  public static Trimming of(List<BigDecimal> sample, BigDecimal alpha) {
    int n = sample.size();
    int k = alpha.multiply(BigDecimal.valueOf(n)).intValue();
    if (n == 0 || alpha.signum() < 0 || n <= 2 * k) {
      throw new IllegalArgumentException("Nothing is left of " + n + " values");
    }
    List<BigDecimal> sorted = sample.stream().sorted().toList();
    List<BigDecimal> kept = sorted.subList(k, n - k);
    List<BigDecimal> replaced = new ArrayList<>(kept);
    replaced.addAll(Collections.nCopies(k, kept.get(0)));
    replaced.addAll(Collections.nCopies(k, kept.get(kept.size() - 1)));
    BigDecimal trimmed = Decimals.mean(kept);
    BigDecimal winsorised = Decimals.mean(replaced);
    return new Trimming(
        k, trimmed, winsorised, variance(replaced, trimmed), variance(replaced, winsorised));
  }

  /** Σ (x - centre)² / n² over the winsorised sample. */
  private static BigDecimal variance(List<BigDecimal> replaced, BigDecimal centre) {
    BigDecimal squares =
        Decimals.sum(replaced.stream().map(x -> x.subtract(centre).pow(2)).toList());
    return Decimals.divide(squares, BigDecimal.valueOf(replaced.size()).pow(2));
  }
}
