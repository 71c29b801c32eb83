package org.arobase.palmares.pdf;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Times and figures in French, in the time zone of Paris. */
final class French {
  private static final DateTimeFormatter DAY_AND_TIME =
      DateTimeFormatter.ofPattern("d MMMM yyyy 'à' HH 'h' mm", Locale.FRENCH)
          .withZone(ZoneId.of("Europe/Paris"));
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.FRENCH).withZone(ZoneId.of("Europe/Paris"));
  private static final int DIGITS = 3;

  private French() {}

  /** For example « 28 janvier 2020 à 09 h 30 ». */
  static String inFrench(Instant at) {
    return DAY_AND_TIME.format(at);
  }

  /** For example « 28 janvier 2020 ». */
  static String day(Instant at) {
    return DAY.format(at);
  }

  /** A score with three decimals and a comma; a dash for null. */
  static String score(@Nullable String score) {
    if (score == null) {
      return "–";
    }
    return decimal(new BigDecimal(score));
  }

  /** A score with three decimals and a comma. */
  static String decimal(BigDecimal score) {
    return score.setScale(DIGITS, RoundingMode.HALF_UP).toPlainString().replace('.', ',');
  }

  /** The score still missing, rounded up, so that a small gap is not shown as zero. */
  static String missing(BigDecimal score) {
    return score.setScale(DIGITS, RoundingMode.UP).toPlainString().replace('.', ',');
  }

  /** A level; a dash for null. */
  static String level(@Nullable Integer level) {
    return level == null ? "–" : level + " @";
  }
}
