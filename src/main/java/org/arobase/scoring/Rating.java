package org.arobase.scoring;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A dossier's rating from the jury's marks.
 *
 * @param panel its jurors' scores
 * @param mean the mean of the jurors' scores, not rounded; null without a quorum
 * @param score the adjusted score rounded as the policy says, from 0 to 1; null without a quorum
 * @param level the level by thresholds, gates and floor; null without a score
 * @param certainty the certainty of the score; null without a score
 * @param flags points to check
 */
public record Rating(
    Panel panel,
    @Nullable BigDecimal mean,
    @Nullable BigDecimal score,
    @Nullable LevelResult level,
    @Nullable Certainty certainty,
    Set<Flag> flags) {

  /** This rating with one more flag. */
  public Rating with(Flag flag) {
    Set<Flag> more = EnumSet.of(flag);
    more.addAll(flags);
    return new Rating(panel, mean, score, level, certainty, more);
  }
}
