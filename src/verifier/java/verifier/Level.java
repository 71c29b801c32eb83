package verifier;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * The computed and the sealed result of a dossier; a value is null where there is none.
 *
 * @param score with ten decimals
 * @param level 0 to 5
 */
record Level(
    String code, BigDecimal score, Integer level, BigDecimal sealedScore, Integer sealedLevel) {
  /** Two programs in double precision agree to ten decimals, give or take one in the last. */
  private static final BigDecimal SAME = new BigDecimal("1.1e-10");

  boolean isAsSealed() {
    boolean both = score != null && sealedScore != null;
    return Objects.equals(level, sealedLevel)
        && (both ? score.subtract(sealedScore).abs().compareTo(SAME) <= 0 : score == sealedScore);
  }
}
