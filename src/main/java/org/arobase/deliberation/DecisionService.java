package org.arobase.deliberation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.arobase.audit.Action;
import org.arobase.audit.Audit;
import org.arobase.dossier.Dossier;
import org.arobase.edition.Edition;
import org.arobase.edition.Permit;
import org.arobase.identity.Caller;
import org.arobase.platform.database.Versions;
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
   * @throws Refusal as {@link #take}; 412 and 428 when somebody decided in between
   */
  @Transactional
  public Decision decide(int year, String code, DeliberationApi.New wanted, String ifMatch) {
    permit.held(year);
    Dossier dossier = Dossier.locked(year, code);
    permit.require(code);
    Optional<Decision> present = Decision.on(dossier);
    present.ifPresent(decision -> IfMatch.require(ifMatch, decision.version));
    if (present.isEmpty() && ifMatch != null) {
      throw new Refusal(Problem.PRECONDITION_FAILED);
    }
    return take(year, dossier, wanted);
  }

  /**
   * Takes the decision on a dossier that is locked, whatever was decided before.
   *
   * @throws Refusal 422 without a reason for a level that is not the computed one or is doubtful
   */
  @Transactional
  public Decision take(int year, Dossier dossier, DeliberationApi.New wanted) {
    DossierRating rating = ratings.one(year, dossier.code(), permit::sees);
    Optional<Decision> present = Decision.on(dossier);
    present.map(DecisionStates::of).ifPresent(audit::requireRecorded);
    Decision decision = present.orElseGet(Decision::new);
    decision.dossier = dossier;
    decision.computedLevel = rating.level();
    decision.awardedLevel = wanted.level();
    decision.probability = rating.probability(wanted.level());
    decision.reason = wanted.reason() == null ? "" : wanted.reason().strip();
    requireReason(year, decision);
    decision.marksHash = rating.marksHash();
    decision.sheetsHash = rating.sheetsHash();
    decision.decidedBy = caller.name();
    decision.decidedAt = clock.instant();
    decision.signedBy = null;
    decision.signedAt = null;
    decision.persistAndFlush();
    audit.record(Action.DECIDED, DecisionStates.of(decision));
    return decision;
  }

  private static void requireReason(int year, Decision decision) {
    if (!decision.reason.isEmpty()) {
      return;
    }
    if (!Objects.equals(decision.awardedLevel, decision.computedLevel)) {
      throw Refusal.at("/reason", Rule.REASON_FOR_OTHER_LEVEL, decision.awardedLevel);
    }
    if (Edition.required(year).policy().deliberationRules().isDoubtful(decision.probability)) {
      throw Refusal.at(
          "/reason", Rule.REASON_FOR_DOUBTFUL_LEVEL, decision.awardedLevel, decision.probability);
    }
  }

  /**
   * Another member of the jury stands for a decision as it is.
   *
   * @throws Refusal 409 for who took it, or signed it already
   */
  @Transactional
  public Decision sign(int year, String code, String ifMatch) {
    permit.held(year);
    Dossier dossier = Dossier.locked(year, code);
    permit.require(code);
    Decision decision =
        Decision.on(dossier).orElseThrow(() -> new Refusal(Problem.DECISION_NOT_FOUND, code));
    IfMatch.require(ifMatch, decision.version);
    audit.requireRecorded(DecisionStates.of(decision));
    if (decision.decidedBy.equals(caller.name())) {
      throw new Refusal(Problem.OWN_DECISION, code);
    }
    if (decision.signedBy != null) {
      throw new Refusal(Problem.ALREADY_SIGNED, code);
    }
    decision.signedBy = caller.name();
    decision.signedAt = clock.instant();
    Versions.raise(decision);
    audit.record(Action.SIGNED, DecisionStates.of(decision));
    return decision;
  }
}
