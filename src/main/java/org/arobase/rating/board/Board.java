package org.arobase.rating.board;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.arobase.edition.Edition;
import org.arobase.edition.policy.RatingPolicy;
import org.arobase.rating.PanelCache;
import org.arobase.rating.PanelCache.CachedPanel;
import org.arobase.rating.RatingService;
import org.arobase.rating.explanation.RatingApi.Summary;
import org.arobase.scoring.JuryRating;
import org.arobase.scoring.Rating;

/** The board of an edition: the dossiers that the caller may know, rated together. */
@ApplicationScoped
public class Board {
  private final PanelCache cache;

  Board(PanelCache cache) {
    this.cache = cache;
  }

  /**
   * The rows of the board, ordered by the code of the dossier, from one snapshot of the database.
   *
   * @param known whether the caller may know a dossier, by its code
   */
  @Transactional
  public List<Summary> of(int year, Predicate<String> known) {
    Edition edition = Edition.required(year);
    RatingPolicy policy = edition.policy();
    List<CachedPanel> shown =
        cache.panels(edition).stream().filter(d -> known.test(d.panel().dossier())).toList();
    Map<String, Rating> ratings =
        JuryRating.rate(shown.stream().map(CachedPanel::panel).toList(), policy.forEngine())
            .ratings();
    return shown.stream()
        .map(
            d -> {
              Rating rating = ratings.get(d.panel().dossier());
              return Summary.from(d.input(), RatingService.flagged(rating, d.input(), policy));
            })
        .toList();
  }
}
