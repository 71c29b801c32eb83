package org.arobase.scoring;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the jury's marks give a dossier.
 *
 * @param panel its jurors' scores
 * @param mean the mean of the jurors' scores, not rounded; null when the quorum is not reached
 * @param score the adjusted mean rounded as policy says, from 0 to 1; null without quorum
 * @param level thresholds, gates and floor; null when there is no score
 * @param certainty what the model of the whole jury says of it; null when there is no score
 * @param flags what to look at
 */
public record Rating(
    Panel panel,
    @Nullable BigDecimal mean,
    @Nullable BigDecimal score,
    @Nullable LevelResult level,
    @Nullable Certainty certainty,
    Set<Flag> flags) {

  /** The same with one flag more. */
  public Rating with(Flag flag) {
    Set<Flag> more = EnumSet.of(flag);
    more.addAll(flags);
    return new Rating(panel, mean, score, level, certainty, more);
  }
}
