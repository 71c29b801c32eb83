package org.arobase.rating.board;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.arobase.access.AccessScope.Limits;
import org.arobase.rating.KeptRatings;
import org.arobase.rating.KeptRatings.Kept;
import org.arobase.rating.RatingVersions.State;
import org.arobase.rating.explanation.RatingApi.Summary;

/** The board of an edition: the dossiers that the caller may know, rated together. */
@ApplicationScoped
public class Board {
  private final KeptRatings ratings;

  /** By identity: rows are kept as long as the ratings that they show. */
  private final Cache<Kept, Rows> memory = Caffeine.newBuilder().weakKeys().build();

  Board(KeptRatings ratings) {
    this.ratings = ratings;
  }

  /**
   * The rows of the board, ordered by the code of the dossier.
   *
   * @param state what they were computed from: equal states have equal rows
   */
  public record Rows(State state, List<Summary> all) {}

  /**
   * The present rows, from one snapshot of the database.
   *
   * @param limits the dossiers that the caller may know
   */
  @Transactional
  public Rows of(int year, Limits limits) {
    Kept kept = ratings.of(year, limits);
    return memory.get(kept, Board::rows);
  }

  private static Rows rows(Kept kept) {
    return new Rows(
        kept.state(),
        kept.ratings().values().stream()
            .map(one -> Summary.from(one.scored().input(), one.rating()))
            .toList());
  }
}
