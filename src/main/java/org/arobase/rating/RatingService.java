package org.arobase.rating;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.arobase.access.AccessScope.Limits;
import org.arobase.dossier.Dossier;
import org.arobase.edition.Edition;
import org.arobase.edition.policy.RatingPolicy;
import org.arobase.scoring.Flag;
import org.arobase.scoring.JuryRating;
import org.arobase.scoring.Panel;
import org.arobase.scoring.Rating;

/**
 * Computes ratings from the submitted marks, in one snapshot of the database; stores none.
 *
 * <p>A juror's severity is estimated from all their dossiers, so a rating depends on the marks of
 * other dossiers. The ratings shown to a caller are computed only from the dossiers that the caller
 * may know.
 */
@ApplicationScoped
public class RatingService {
  private final RatingInputs inputs;
  private final KeptRatings kept;

  RatingService(RatingInputs inputs, KeptRatings kept) {
    this.inputs = inputs;
    this.kept = kept;
  }

  /** The ratings of all dossiers of an edition by code, fitted together: for final results. */
  @Transactional
  public List<DossierRating> all(int year) {
    return all(year, code -> true);
  }

  /**
   * The ratings of all dossiers of an edition by code, fitted without those that a caller may not
   * know. These are rated alone and returned too: whoever shows the ratings still leaves them out.
   *
   * @param known whether the caller may know a dossier, by its code
   */
  @Transactional
  public List<DossierRating> all(int year, Predicate<String> known) {
    Edition edition = Edition.required(year);
    return rate(edition, read(edition), known);
  }

  /** The dossiers of an edition by code with their submitted marks, from one snapshot. */
  @Transactional
  public List<ScoredDossier> read(Edition edition) {
    return inputs.scored(edition, inputs.of(edition, Dossier.all(edition.year)));
  }

  /**
   * Rates dossiers that were read before: who needs two views of one edition reads it once.
   *
   * @param known whether the caller may know a dossier, by its code
   */
  public List<DossierRating> rate(
      Edition edition, List<ScoredDossier> scored, Predicate<String> known) {
    RatingPolicy policy = edition.policy();
    List<Panel> panels =
        scored.stream().map(ScoredDossier::panel).filter(p -> known.test(p.dossier())).toList();
    Map<String, Rating> ratings = JuryRating.rate(panels, policy.forEngine()).ratings();
    return scored.stream()
        .map(
            one -> {
              Rating rating = ratings.get(one.panel().dossier());
              return rated(one, rating == null ? alone(one, policy) : rating, policy);
            })
        .toList();
  }

  private static Rating alone(ScoredDossier scored, RatingPolicy policy) {
    Panel panel = scored.panel();
    return JuryRating.rate(List.of(panel), policy.forEngine()).ratings().get(panel.dossier());
  }

  /**
   * The rating of one dossier, together with the others that the caller may know.
   *
   * @param limits the dossiers that the caller may know
   * @throws org.arobase.platform.problem.Refusal 404 when the edition or the dossier does not exist
   */
  @Transactional
  public DossierRating one(int year, String code, Limits limits) {
    Edition edition = Edition.required(year);
    Dossier dossier = Dossier.required(year, code);
    ScoredDossier scored = inputs.scored(edition, inputs.of(edition, List.of(dossier))).get(0);
    Rating rating = kept.of(year, limits).ratings().get(code);
    RatingPolicy policy = edition.policy();
    return rating == null
        ? rated(scored, alone(scored, policy), policy)
        : new DossierRating(scored, rating);
  }

  private static DossierRating rated(ScoredDossier scored, Rating rating, RatingPolicy policy) {
    return new DossierRating(scored, flagged(rating, scored.input(), policy));
  }

  /** Adds the flags that the engine cannot know: recusals and departures that affect the quorum. */
  public static Rating flagged(Rating rating, RatingInput dossier, RatingPolicy rules) {
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
}
