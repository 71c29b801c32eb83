package verifier;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * What the marks give a dossier, beside what was sealed; null where there is none.
 *
 * @param score with ten digits
 * @param level 0 to 5
 */
record Level(
    String code, BigDecimal score, Integer level, BigDecimal sealedScore, Integer sealedLevel) {
  /** Two programs in double precision agree to the last of ten digits, give or take one. */
  private static final BigDecimal SAME = new BigDecimal("1.1e-10");

  boolean isAsSealed() {
    boolean both = score != null && sealedScore != null;
    return Objects.equals(level, sealedLevel)
        && (both ? score.subtract(sealedScore).abs().compareTo(SAME) <= 0 : score == sealedScore);
  }
}
