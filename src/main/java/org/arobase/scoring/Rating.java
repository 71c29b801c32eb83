package org.arobase.scoring;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What the jury's marks give a dossier.
 *
 * @param mean the mean of the jurors' scores, not rounded; null when the quorum is not reached
 * @param score the mean rounded as policy says, from 0 to 1; null when the quorum is not reached
 * @param level thresholds, gates and floor; null when there is no score
 * @param jurors each juror's breakdown
 * @param issues the mean of the jurors' scores of each issue that has one
 * @param flags what to look at
 */
public record Rating(
    @Nullable BigDecimal mean,
    @Nullable BigDecimal score,
    @Nullable LevelResult level,
    SortedMap<String, ScoreBreakdown> jurors,
    Map<String, BigDecimal> issues,
    Set<Flag> flags) {

  /** The same with one flag more. */
  public Rating with(Flag flag) {
    Set<Flag> more = EnumSet.of(flag);
    more.addAll(flags);
    return new Rating(mean, score, level, jurors, issues, more);
  }
}
