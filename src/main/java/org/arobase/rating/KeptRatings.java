package org.arobase.rating;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.arobase.access.AccessScope.Limits;
import org.arobase.edition.Edition;
import org.arobase.rating.RatingVersions.State;

/**
 * The ratings of editions as callers may know them. They are computed once for each state of an
 * edition and each set of dossiers that a caller may know, however many look.
 */
@ApplicationScoped
public class KeptRatings {
  /** So many dossiers are kept, over all editions and callers. */
  private static final long MOST_DOSSIERS = 200_000;

  private final PanelCache panels;
  private final RatingVersions versions;
  private final Cache<State, Kept> memory =
      Caffeine.newBuilder()
          .maximumWeight(MOST_DOSSIERS)
          .<State, Kept>weigher((state, kept) -> 1 + kept.ratings().size())
          .build();

  KeptRatings(PanelCache panels, RatingVersions versions) {
    this.panels = panels;
    this.versions = versions;
  }

  /**
   * The ratings in one state.
   *
   * @param state what they were computed from
   * @param ratings of the dossiers that the caller may know, by code, fitted together
   */
  public record Kept(State state, SortedMap<String, DossierRating> ratings) {}

  /**
   * The present ratings of an edition; to be called in a transaction.
   *
   * @param limits the dossiers that the caller may know
   */
  public Kept of(int year, Limits limits) {
    State state = versions.state(year, limits);
    return versions.isRaisedHere() ? computed(state) : memory.get(state, this::computed);
  }

  private Kept computed(State state) {
    Edition edition = Edition.required(state.year());
    List<ScoredDossier> shown =
        panels.all(edition).stream().filter(one -> state.limits().allow(one.code())).toList();
    SortedMap<String, DossierRating> ratings = new TreeMap<>();
    DossierRating.of(shown, edition.policy()).forEach(r -> ratings.put(r.scored().code(), r));
    return new Kept(state, Collections.unmodifiableSortedMap(ratings));
  }
}
