package org.arobase.rating.explanation;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Locale;
import org.arobase.access.AccessScope.Limits;
import org.arobase.edition.Edition;
import org.arobase.platform.language.Messages;
import org.arobase.platform.paging.KeptAnswers;
import org.arobase.rating.KeptRatings;
import org.arobase.rating.KeptRatings.Kept;
import org.arobase.rating.RatingService;
import org.arobase.rating.RatingVersions.State;
import org.arobase.rating.explanation.RatingApi.Explanation;
import org.jboss.resteasy.reactive.RestResponse;

/** The explanations of ratings: each is written once for a state of the edition. */
@ApplicationScoped
public class KeptExplanations {
  private final KeptRatings kept;
  private final RatingService ratings;
  private final KeptAnswers<Key> answers;

  KeptExplanations(KeptRatings kept, RatingService ratings, ObjectMapper json) {
    this.kept = kept;
    this.ratings = ratings;
    this.answers = new KeptAnswers<>(json);
  }

  private record Key(State state, String code, Locale language) {}

  /**
   * The explanation of a dossier's present rating.
   *
   * @param limits the dossiers that the caller may know
   * @param language of the texts
   * @throws org.arobase.platform.problem.Refusal 404 when the dossier does not exist
   */
  @Transactional
  public RestResponse<Explanation> of(int year, String code, Limits limits, Locale language) {
    Kept among = kept.of(year, limits);
    return answers.of(
        new Key(among.state(), code, language), () -> explain(year, code, among, language));
  }

  private Explanation explain(int year, String code, Kept among, Locale language) {
    Edition edition = Edition.required(year);
    return new Explanations(edition, Messages.in(language))
        .explain(ratings.explained(edition, code, among));
  }
}
