package org.arobase.deliberation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import org.arobase.audit.Action;
import org.arobase.audit.Audit;
import org.arobase.dossier.Dossier;
import org.arobase.edition.Permit;
import org.arobase.identity.Caller;
import org.arobase.platform.http.IfMatch;
import org.arobase.platform.problem.Problem;
import org.arobase.platform.problem.Refusal;
import org.arobase.platform.problem.Rule;
import org.arobase.rating.DossierRating;
import org.arobase.rating.RatingService;

/** Takes decisions. */
@ApplicationScoped
public class DecisionService {
  private final RatingService ratings;
  private final Permit permit;
  private final Caller caller;
  private final Audit audit;
  private final Clock clock;

  DecisionService(RatingService ratings, Permit permit, Caller caller, Audit audit, Clock clock) {
    this.ratings = ratings;
    this.permit = permit;
    this.audit = audit;
    this.caller = caller;
    this.clock = clock;
  }

  /**
   * Decides a dossier's level, on the marks as they are now.
   *
   * @param ifMatch the version of the decision that is there; null for the first one
   * @throws Refusal 422 when the level is not the computed one and no reason is given; 412 and 428
   *     when somebody decided in between
   */
  @Transactional
  public Decision decide(int year, String code, DeliberationApi.New wanted, String ifMatch) {
    permit.held(year);
    Dossier dossier = Dossier.locked(year, code);
    permit.require(code);
    Optional<Decision> present = Decision.on(dossier);
    present.ifPresent(decision -> IfMatch.require(ifMatch, decision.version));
    present.map(DecisionStates::of).ifPresent(audit::requireRecorded);
    if (present.isEmpty() && ifMatch != null) {
      throw new Refusal(Problem.PRECONDITION_FAILED);
    }
    DossierRating rating = ratings.one(year, code, permit::sees);
    String reason = wanted.reason() == null ? "" : wanted.reason().strip();
    if (reason.isEmpty() && !wanted.level().equals(rating.level())) {
      throw Refusal.at("/reason", Rule.REASON_FOR_OTHER_LEVEL, wanted.level());
    }
    return store(present.orElseGet(Decision::new), dossier, rating, wanted.level(), reason);
  }

  private Decision store(
      Decision decision, Dossier dossier, DossierRating rating, int level, String reason) {
    decision.dossier = dossier;
    decision.computedLevel = rating.level();
    decision.awardedLevel = level;
    decision.reason = reason;
    decision.marksHash = rating.marksHash();
    decision.sheetsHash = rating.sheetsHash();
    decision.decidedBy = caller.name();
    decision.decidedAt = clock.instant();
    decision.persistAndFlush();
    audit.record(Action.DECIDED, DecisionStates.of(decision));
    return decision;
  }
}
