package org.arobase.rating;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.SortedMap;
import org.arobase.dossier.Dossier;
import org.arobase.platform.canonical.Canonical;
import org.arobase.scoring.Grid;
import org.arobase.scoring.Grid.Cell;
import org.arobase.scoring.Mark;
import org.arobase.scoring.Rating;
import org.arobase.scoring.ScoreBreakdown;
import org.jspecify.annotations.Nullable;

/** A dossier with the rating that the jury's marks give it. */
public record DossierRating(ScoredDossier scored, Rating rating) {

  public Dossier dossier() {
    return scored.input().dossier();
  }

  /** Code of its stratum. */
  public String stratum() {
    return scored.input().stratum();
  }

  /** The initiatives, issues and criteria to mark. */
  public Grid grid() {
    return scored.input().grid();
  }

  /** How many of its jurors are recused from it. */
  public int recused() {
    return scored.input().counts().recused();
  }

  /** The submitted marks by juror. */
  public Map<String, Map<Cell, Mark>> marks() {
    return scored.marks();
  }

  /** Each juror's score with its breakdown. */
  public SortedMap<String, ScoreBreakdown> breakdowns() {
    return scored.breakdowns();
  }

  /** The level from 0 to 5; null when there is no score. */
  public Integer level() {
    return rating.level() == null ? null : rating.level().level();
  }

  private static final int FINAL_DIGITS = 10;

  /** The probability of this level, 0 to 1; null when it cannot be estimated. */
  public @Nullable BigDecimal probability(int level) {
    return rating.certainty() == null ? null : rating.certainty().of(level);
  }

  /** The probability of the dossier's own level; null without a level or an estimate. */
  public @Nullable BigDecimal probability() {
    return level() == null ? null : probability(level());
  }

  /** The score from 0 to 1; null when there is none. */
  public BigDecimal score() {
    return rating.score();
  }

  /** The score rounded to the ten digits that finalisation keeps; null when there is none. */
  public @Nullable BigDecimal finalScore() {
    return score() == null ? null : score().setScale(FINAL_DIGITS, RoundingMode.HALF_UP);
  }

  /** SHA-256 of what was judged and of every submitted mark; see {@link MarksHash}. */
  public String marksHash() {
    return MarksHash.of(dossier().code(), stratum(), dossier().anchor, grid(), marks());
  }

  /**
   * SHA-256 of the sheets that count and of their versions. It changes with every write of such a
   * sheet and reveals no mark.
   */
  public String sheetsHash() {
    return Canonical.hash(Canonical.json(scored.versions()));
  }
}
