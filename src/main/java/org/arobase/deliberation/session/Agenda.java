package org.arobase.deliberation.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import org.arobase.access.AccessScope;
import org.arobase.authority.LabelRecord;
import org.arobase.deliberation.decision.Decision;
import org.arobase.deliberation.session.SessionApi.AgendaItem;
import org.arobase.edition.Edition;
import org.arobase.edition.policy.DeliberationPolicy;
import org.arobase.rating.DossierRating;
import org.arobase.rating.RatingService;
import org.jspecify.annotations.Nullable;

/** The agenda of a session: the dossiers to discuss, each with all its reasons. */
@ApplicationScoped
class Agenda {
  private final RatingService ratings;
  private final AccessScope scope;

  Agenda(RatingService ratings, AccessScope scope) {
    this.ratings = ratings;
    this.scope = scope;
  }

  /** The dossiers that the caller may see, by code; decided dossiers stay on the agenda. */
  @Transactional
  List<AgendaItem> of(int year) {
    List<DossierRating> seen = ratings.known(year, scope.limits());
    Map<String, LabelRecord> last =
        LabelRecord.last(year, seen.stream().map(r -> r.dossier().code()).toList());
    Map<Long, Decision> decisions = Decision.all(year);
    DeliberationPolicy policy = Edition.required(year).policy().deliberationRules();
    return seen.stream()
        .map(r -> item(r, last.get(r.dossier().code()), decisions.get(r.dossier().id), policy))
        .filter(item -> !item.grounds().isEmpty())
        .toList();
  }

  private static AgendaItem item(
      DossierRating rating,
      @Nullable LabelRecord last,
      @Nullable Decision decision,
      DeliberationPolicy policy) {
    return new AgendaItem(
        rating.dossier().code(),
        rating.dossier().authority.name,
        AgendaReason.of(
            rating.rating(), rating.probability(), last == null ? null : last.level, policy),
        rating.level(),
        last == null ? null : last.level,
        last == null ? null : last.year,
        decision == null ? null : decision.awardedLevel);
  }
}
