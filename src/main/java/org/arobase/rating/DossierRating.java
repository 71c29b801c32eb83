package org.arobase.rating;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import org.arobase.dossier.Dossier;
import org.arobase.edition.policy.RatingPolicy;
import org.arobase.scoring.Flag;
import org.arobase.scoring.Grid;
import org.arobase.scoring.JuryRating;
import org.arobase.scoring.Panel;
import org.arobase.scoring.Rating;
import org.jspecify.annotations.Nullable;

/** A dossier with the rating that the jury's marks give it. */
public record DossierRating(ScoredDossier scored, Rating rating) {
  private static final int FINAL_DIGITS = 10;

  /** Rates dossiers together, in the given order. */
  static List<DossierRating> of(List<ScoredDossier> dossiers, RatingPolicy policy) {
    List<Panel> panels = dossiers.stream().map(ScoredDossier::panel).toList();
    Map<String, Rating> ratings = JuryRating.rate(panels, policy.forEngine()).ratings();
    return dossiers.stream()
        .map(d -> new DossierRating(d, flagged(ratings.get(d.code()), d.input(), policy)))
        .toList();
  }

  /** Adds the flags that the engine cannot know: recusals and departures that affect the quorum. */
  private static Rating flagged(Rating rating, RatingInput dossier, RatingPolicy rules) {
    int quorum = dossier.counts().quorum(rules);
    boolean lowered = quorum < rules.quorum();
    boolean missed = rating.level() == null && dossier.sheets().size() < quorum;
    Rating flagged = rating;
    if (dossier.counts().recused() > 0 && (lowered || missed)) {
      flagged = flagged.with(Flag.RECUSED_QUORUM);
    }
    if (dossier.counts().left() > 0 && (lowered || missed)) {
      flagged = flagged.with(Flag.ABSENT_QUORUM);
    }
    return flagged;
  }

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

  /** The level from 0 to 5; null when there is no score. */
  public Integer level() {
    return rating.level() == null ? null : rating.level().level();
  }

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
}
