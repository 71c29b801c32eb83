package org.arobase.deliberation.finalisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.arobase.access.AccessRule;
import org.arobase.access.AccessScope;
import org.arobase.access.Phase;
import org.arobase.audit.Action;
import org.arobase.audit.WriteDoor;
import org.arobase.authority.LabelRecord;
import org.arobase.deliberation.DeliberationProblem;
import org.arobase.deliberation.DeliberationRule;
import org.arobase.deliberation.decision.Decision;
import org.arobase.deliberation.decision.DecisionApi.OutcomeView;
import org.arobase.deliberation.decision.DecisionApi.Result;
import org.arobase.deliberation.distinction.Distinction;
import org.arobase.deliberation.outcome.Finalisation;
import org.arobase.deliberation.outcome.FinalisationStates;
import org.arobase.deliberation.outcome.Outcome;
import org.arobase.deliberation.seal.Seal;
import org.arobase.deliberation.seal.Sealing;
import org.arobase.deliberation.session.DeliberationSession;
import org.arobase.edition.Edition;
import org.arobase.edition.EditionService;
import org.arobase.edition.policy.DeliberationPolicy;
import org.arobase.identity.Caller;
import org.arobase.jury.Recusals;
import org.arobase.platform.database.RetryOnLostRace;
import org.arobase.platform.http.IfMatch;
import org.arobase.platform.language.CallerLanguage;
import org.arobase.platform.language.Messages;
import org.arobase.platform.problem.Refusal;
import org.arobase.platform.problem.Violation.Draft;
import org.arobase.rating.DossierRating;
import org.arobase.rating.FewerSheets;
import org.arobase.rating.RatingService;
import org.arobase.rating.ScoredDossier;
import org.arobase.scoring.Scoring;
import org.jspecify.annotations.Nullable;

/**
 * Makes the levels final: the decided ones, and elsewhere the computed ones. Callers learn nothing
 * about dossiers that they are recused from, except that one is not ready.
 */
@ApplicationScoped
@RetryOnLostRace
public class FinalisationService {
  private final RatingService ratings;
  private final Sealing sealing;
  private final EditionService editions;
  private final AccessScope scope;
  private final WriteDoor door;
  private final Caller caller;
  private final CallerLanguage language;
  private final Clock clock;

  FinalisationService(
      RatingService ratings,
      Sealing sealing,
      EditionService editions,
      AccessScope scope,
      WriteDoor door,
      Caller caller,
      CallerLanguage language,
      Clock clock) {
    this.ratings = ratings;
    this.sealing = sealing;
    this.editions = editions;
    this.scope = scope;
    this.door = door;
    this.caller = caller;
    this.language = language;
    this.clock = clock;
  }

  /** Shows what finalisation would do and what blocks it; writes nothing. */
  @Transactional
  public Result tryOut(int year, Set<String> confirmed) {
    Edition edition = Edition.held(year, scope);
    List<Award> awards =
        awards(edition, ratings.rate(edition, ratings.remembered(edition), scope::sees));
    return result(edition, awards, blockers(edition, awards, awards, confirmed), awards, null);
  }

  /**
   * Finalises an edition, all dossiers or none.
   *
   * @param confirmed codes of the dossiers that may be judged on fewer sheets than were assigned
   * @throws Refusal 409 listing everything that blocks it; 412 or 428 for a wrong or missing ETag
   */
  @Transactional
  public Result finalise(int year, Set<String> confirmed, String ifMatch) {
    Edition edition = Edition.locked(year, scope);
    IfMatch.require(ifMatch, edition.version);
    door.requireIntact(year);
    door.requireRecorded(edition.framework.recorded());
    List<ScoredDossier> scored = ratings.read(edition);
    List<DossierRating> rated = ratings.rate(edition, scored, code -> true);
    List<Award> awards = awards(edition, rated);
    // doubts that depend on marks hidden from the caller would reveal something about them
    List<Award> known =
        scope.seesAll() ? awards : awards(edition, ratings.rate(edition, scored, scope::sees));
    List<Draft> blockers = blockers(edition, awards, known, confirmed);
    if (!blockers.isEmpty()) {
      throw new Refusal(DeliberationProblem.FINALISATION_BLOCKED, blockers, blockers.size());
    }
    Seal seal = store(edition, awards);
    editions.enter(edition, Phase.FINALISED);
    return result(edition, awards, blockers, known, seal);
  }

  private List<Award> awards(Edition edition, List<DossierRating> rated) {
    int year = edition.year;
    Map<Long, Decision> decisions = Decision.all(year);
    Recusals recusals = Recusals.of(year);
    Set<String> forVice = scope.withoutPresident(year);
    Map<Long, List<Distinction>> distinctions = Distinction.all(year);
    return rated.stream()
        .map(
            r -> {
              String code = r.dossier().code();
              Set<String> recused = recusals.users(code);
              boolean distinguished =
                  distinctions.getOrDefault(r.dossier().id, List.of()).stream()
                      .anyMatch(d -> recused.contains(d.decidedBy));
              return Award.of(
                  r, decisions.get(r.dossier().id), recused, distinguished, forVice.contains(code));
            })
        .toList();
  }

  private boolean sees(Award award) {
    return scope.sees(award.rating().dossier().code());
  }

  private List<Draft> blockers(
      Edition edition, List<Award> awards, List<Award> known, Set<String> confirmed) {
    List<Draft> blockers = new ArrayList<>();
    if (DeliberationSession.anyOpen(edition.year)) {
      blockers.add(Draft.at("", DeliberationRule.SESSION_OPEN));
    }
    awards.stream().filter(this::sees).forEach(award -> blockers.addAll(award.blockers()));
    blockers.addAll(
        FewerSheets.unconfirmed(
            awards.stream().filter(this::sees).map(award -> award.rating().scored()).toList(),
            confirmed));
    if (edition.policy().deliberationRules().mustDecideDoubtful()) {
      doubtful(edition, known)
          .forEach(a -> blockers.add(a.blocker(DeliberationRule.DOUBTFUL_UNDECIDED)));
    }
    Set<String> green = Distinction.greens(edition.year);
    awards.stream()
        .filter(award -> sees(award) && Objects.equals(award.level(), 0))
        .filter(award -> green.contains(award.rating().dossier().code()))
        .forEach(award -> blockers.add(award.blocker(DeliberationRule.GREEN_WITHOUT_AT)));
    // neither how many there are, nor between which others
    if (awards.stream().anyMatch(award -> !sees(award) && !award.blockers().isEmpty())) {
      blockers.add(Draft.at("", AccessRule.HIDDEN_DOSSIER_BLOCKS));
    }
    return blockers;
  }

  private List<Award> doubtful(Edition edition, List<Award> known) {
    DeliberationPolicy policy = edition.policy().deliberationRules();
    return known.stream().filter(award -> sees(award) && award.isDoubtful(policy)).toList();
  }

  private Seal store(Edition edition, List<Award> awards) {
    Finalisation finalisation = new Finalisation();
    finalisation.editionYear = edition.year;
    finalisation.finalisedAt = clock.instant();
    finalisation.finalisedBy = caller.name();
    finalisation.engine = Scoring.ENGINE;
    finalisation.frameworkHash = edition.framework.contentHash;
    finalisation.policyHash = edition.policyHash;
    finalisation.marksHash = marksHash(awards);
    List<Outcome> outcomes = awards.stream().map(FinalisationService::outcome).toList();
    door.write(
        null,
        Action.FINALISED,
        () -> {
          finalisation.persist();
          Outcome.persist(outcomes);
          return FinalisationStates.of(finalisation, outcomes);
        });
    return sealing.sealFirst(
        edition,
        awards.stream().map(Award::rating).toList(),
        finalisation.finalisedBy,
        finalisation.finalisedAt);
  }

  private static Outcome outcome(Award award) {
    DossierRating rating = award.rating();
    Outcome outcome = Outcome.of(rating.dossier());
    outcome.score = rating.finalScore();
    outcome.computedLevel = rating.level();
    outcome.level = award.level();
    outcome.reason = award.reason();
    outcome.marksHash = award.marksHash();
    return outcome;
  }

  private static String marksHash(List<Award> awards) {
    return Sealing.marksHash(awards.stream().map(Award::rating).toList());
  }

  private Result result(
      Edition edition,
      List<Award> awards,
      List<Draft> blockers,
      List<Award> known,
      @Nullable Seal seal) {
    Messages messages = Messages.in(language.locale());
    List<Award> seen = awards.stream().filter(this::sees).toList();
    Map<String, LabelRecord> last =
        LabelRecord.last(
            edition.year, seen.stream().map(a -> a.rating().dossier().code()).toList());
    List<OutcomeView> outcomes = seen.stream().map(award -> view(award, last)).toList();
    Map<String, Integer> distribution = new TreeMap<>();
    outcomes.stream()
        .filter(o -> o.level() != null)
        .forEach(o -> distribution.merge(o.level().toString(), 1, Integer::sum));
    return new Result(
        edition.year,
        seal == null,
        blockers.stream().map(blocker -> blocker.in(messages)).toList(),
        distribution,
        codes(outcomes, o -> !Objects.equals(o.level(), o.computedLevel())),
        codes(outcomes, o -> o.change() != null && o.change() > 0),
        codes(outcomes, o -> o.change() != null && o.change() < 0),
        doubtful(edition, known).stream().map(a -> a.rating().dossier().code()).toList(),
        outcomes,
        Scoring.ENGINE,
        edition.framework.contentHash,
        edition.policyHash,
        seen.size() == awards.size() ? marksHash(awards) : null,
        seal == null ? null : seal.contentHash);
  }

  private static List<String> codes(List<OutcomeView> outcomes, Predicate<OutcomeView> which) {
    return outcomes.stream()
        .filter(o -> o.level() != null)
        .filter(which)
        .map(OutcomeView::dossier)
        .toList();
  }

  private static OutcomeView view(Award award, Map<String, LabelRecord> labels) {
    LabelRecord last = labels.get(award.rating().dossier().code());
    return new OutcomeView(
        award.rating().dossier().code(),
        award.rating().dossier().authority.name,
        award.rating().level(),
        award.level(),
        last == null ? null : last.level,
        last == null ? null : last.year,
        last == null || award.level() == null ? null : award.level() - last.level,
        award.decided(),
        award.reason());
  }
}
