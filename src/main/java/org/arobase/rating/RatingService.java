package org.arobase.rating;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.arobase.access.AccessScope.Limits;
import org.arobase.dossier.Dossier;
import org.arobase.edition.Edition;
import org.arobase.edition.policy.RatingPolicy;
import org.arobase.rating.KeptRatings.Kept;

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
  private final PanelCache panels;
  private final KeptRatings kept;

  RatingService(RatingInputs inputs, PanelCache panels, KeptRatings kept) {
    this.inputs = inputs;
    this.panels = panels;
    this.kept = kept;
  }

  /**
   * The rating of a dossier with what it comes from.
   *
   * @param marked its marks and what they give by themselves
   * @param rating together with other dossiers
   */
  public record Explained(MarkedDossier marked, DossierRating rating) {}

  /**
   * The dossiers that a caller may know, by code, fitted together.
   *
   * @param limits the dossiers that the caller may know
   */
  @Transactional
  public List<DossierRating> known(int year, Limits limits) {
    return List.copyOf(kept.of(year, limits).ratings().values());
  }

  /**
   * The dossiers of an edition by code, fitted together, from marks read now: for final results.
   */
  @Transactional
  public List<DossierRating> all(int year) {
    Edition edition = Edition.required(year);
    return DossierRating.of(read(edition), edition.policy());
  }

  /** The dossiers of an edition by code, scored from marks read now. */
  @Transactional
  public List<ScoredDossier> read(Edition edition) {
    return inputs.scored(edition, inputs.of(edition));
  }

  /** The dossiers of an edition by code, read again only where there was an act since. */
  @Transactional
  public List<ScoredDossier> remembered(Edition edition) {
    return panels.all(edition);
  }

  /**
   * Rates dossiers, fitted without those that a caller may not know. These are rated alone and
   * returned too: whoever shows the ratings still leaves them out.
   *
   * @param known whether the caller may know a dossier, by its code
   */
  public List<DossierRating> rate(
      Edition edition, List<ScoredDossier> scored, Predicate<String> known) {
    RatingPolicy policy = edition.policy();
    Map<String, DossierRating> ratings = new HashMap<>();
    DossierRating.of(scored.stream().filter(one -> known.test(one.code())).toList(), policy)
        .forEach(r -> ratings.put(r.scored().code(), r));
    return scored.stream()
        .map(one -> ratings.computeIfAbsent(one.code(), code -> alone(one, policy)))
        .toList();
  }

  private static DossierRating alone(ScoredDossier scored, RatingPolicy policy) {
    return DossierRating.of(List.of(scored), policy).get(0);
  }

  /**
   * The rating of one dossier, together with the others that the caller may know.
   *
   * @param limits the dossiers that the caller may know
   * @throws org.arobase.platform.problem.Refusal 404 when the edition or the dossier does not exist
   */
  @Transactional
  public DossierRating one(int year, String code, Limits limits) {
    DossierRating rating = kept.of(year, limits).ratings().get(code);
    return rating != null ? rating : explained(year, code, limits).rating();
  }

  /**
   * The rating of one dossier, together with the others that the caller may know, and its marks.
   *
   * @param limits the dossiers that the caller may know
   * @throws org.arobase.platform.problem.Refusal 404 when the edition or the dossier does not exist
   */
  @Transactional
  public Explained explained(int year, String code, Limits limits) {
    return explained(Edition.required(year), code, kept.of(year, limits));
  }

  /**
   * The rating of one dossier with its marks.
   *
   * @param among the dossiers with which it is rated; if it is not one of them, it is rated alone
   * @throws org.arobase.platform.problem.Refusal 404 when the dossier does not exist
   */
  @Transactional
  public Explained explained(Edition edition, String code, Kept among) {
    List<Dossier> dossier = List.of(Dossier.required(edition.year, code));
    MarkedDossier marked =
        inputs.marked(edition, inputs.of(edition, dossier), Function.identity()).get(0);
    DossierRating rating = among.ratings().get(code);
    return new Explained(
        marked, rating == null ? alone(inputs.scored(marked), edition.policy()) : rating);
  }
}
