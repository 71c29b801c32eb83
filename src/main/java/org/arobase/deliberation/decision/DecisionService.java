package org.arobase.deliberation.decision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.arobase.access.AccessScope;
import org.arobase.audit.Action;
import org.arobase.audit.WriteDoor;
import org.arobase.deliberation.DeliberationProblem;
import org.arobase.deliberation.DeliberationRule;
import org.arobase.dossier.Dossier;
import org.arobase.edition.Edition;
import org.arobase.identity.Caller;
import org.arobase.platform.database.RetryOnLostRace;
import org.arobase.platform.http.IfMatch;
import org.arobase.platform.problem.Refusal;
import org.arobase.rating.DossierRating;
import org.arobase.rating.RatingService;

/** Takes and countersigns decisions. */
@ApplicationScoped
@RetryOnLostRace
public class DecisionService {
  private final RatingService ratings;
  private final AccessScope scope;
  private final Caller caller;
  private final WriteDoor door;
  private final Clock clock;

  DecisionService(
      RatingService ratings, AccessScope scope, Caller caller, WriteDoor door, Clock clock) {
    this.ratings = ratings;
    this.scope = scope;
    this.door = door;
    this.caller = caller;
    this.clock = clock;
  }

  /**
   * Decides a dossier's level on the present marks.
   *
   * @param ifMatch ETag of the present decision; null for the first one
   * @throws Refusal as {@link #take}; 428 without the ETag of an existing decision, 412 when
   *     somebody decided in between
   */
  @Transactional
  public Decision decide(int year, String code, DecisionApi.New wanted, String ifMatch) {
    Edition.held(year, scope);
    Dossier dossier = Dossier.locked(year, code);
    scope.require(code);
    Optional<Decision> present = Decision.on(dossier);
    IfMatch.requireUnlessFirst(ifMatch, present.map(decision -> decision.version));
    return take(year, dossier, wanted);
  }

  /**
   * Takes the decision on a locked dossier; replaces an earlier one and removes its signature.
   *
   * @throws Refusal 422 without a reason for a level that is doubtful or not the computed one
   */
  @Transactional
  public Decision take(int year, Dossier dossier, DecisionApi.New wanted) {
    DossierRating rating = ratings.one(year, dossier.code(), scope.limits());
    Optional<Decision> present = Decision.on(dossier);
    if (present.isPresent()) {
      return door.change(present.get(), Action.DECIDED, d -> decide(d, wanted, rating));
    }
    Decision first = new Decision();
    first.dossier = dossier;
    decide(first, wanted, rating);
    return door.create(Action.DECIDED, first, null);
  }

  private void decide(Decision decision, DecisionApi.New wanted, DossierRating rating) {
    decision.computedLevel = rating.level();
    decision.awardedLevel = wanted.level();
    decision.probability = rating.probability(wanted.level());
    decision.reason = wanted.reason() == null ? "" : wanted.reason().strip();
    requireReason(decision);
    decision.marksHash = rating.scored().marksHash();
    decision.sheetsHash = rating.scored().sheetsHash();
    decision.decidedBy = caller.name();
    decision.decidedAt = clock.instant();
    decision.signedBy = null;
    decision.signedAt = null;
  }

  private static void requireReason(Decision decision) {
    if (!decision.reason.isEmpty()) {
      return;
    }
    if (!Objects.equals(decision.awardedLevel, decision.computedLevel)) {
      throw Refusal.at("/reason", DeliberationRule.REASON_FOR_OTHER_LEVEL, decision.awardedLevel);
    }
    if (decision.dossier.edition.policy().deliberationRules().isDoubtful(decision.probability)) {
      throw Refusal.at(
          "/reason",
          DeliberationRule.REASON_FOR_DOUBTFUL_LEVEL,
          decision.awardedLevel,
          decision.probability);
    }
  }

  /**
   * Countersigns a decision as it is.
   *
   * @throws Refusal 404 when there is no decision; 409 when the caller took it, or when it is
   *     already signed
   */
  @Transactional
  public Decision sign(int year, String code, String ifMatch) {
    Edition.held(year, scope);
    Dossier dossier = Dossier.locked(year, code);
    scope.require(code);
    Decision decision =
        Decision.on(dossier)
            .orElseThrow(() -> new Refusal(DeliberationProblem.DECISION_NOT_FOUND, code));
    return door.change(decision, ifMatch, Action.SIGNED, this::sign);
  }

  private void sign(Decision decision) {
    if (decision.decidedBy.equals(caller.name())) {
      throw new Refusal(DeliberationProblem.OWN_DECISION, decision.dossier.code());
    }
    if (decision.signedBy != null) {
      throw new Refusal(DeliberationProblem.ALREADY_SIGNED, decision.dossier.code());
    }
    decision.signedBy = caller.name();
    decision.signedAt = clock.instant();
  }
}
