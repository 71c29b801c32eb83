package org.arobase.deliberation.seal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.arobase.access.AccessScope;
import org.arobase.audit.Action;
import org.arobase.audit.WriteDoor;
import org.arobase.deliberation.DeliberationRule;
import org.arobase.deliberation.distinction.Distinction;
import org.arobase.deliberation.distinction.DistinctionService;
import org.arobase.deliberation.outcome.FinalisationStates;
import org.arobase.deliberation.outcome.Outcome;
import org.arobase.deliberation.seal.CorrectionApi.Change;
import org.arobase.edition.Edition;
import org.arobase.identity.Caller;
import org.arobase.jury.JuryRule;
import org.arobase.platform.problem.CommonProblem;
import org.arobase.platform.problem.Refusal;
import org.arobase.platform.problem.Violation.Draft;

/** Corrects published results: seals a new version and leaves earlier ones unchanged. */
@ApplicationScoped
public class Corrections {
  private final Sealing sealing;
  private final DistinctionService distinctions;
  private final AccessScope scope;
  private final Caller caller;
  private final WriteDoor door;
  private final Clock clock;

  Corrections(
      Sealing sealing,
      DistinctionService distinctions,
      AccessScope scope,
      Caller caller,
      WriteDoor door,
      Clock clock) {
    this.sealing = sealing;
    this.distinctions = distinctions;
    this.scope = scope;
    this.caller = caller;
    this.door = door;
    this.clock = clock;
  }

  /**
   * Seals a new version of the results of a locked edition.
   *
   * @throws Refusal 422 for a dossier that is not in the edition, is named twice or does not
   *     change, or for invalid distinctions; 403 for one that the caller is recused from
   */
  @Transactional(TxType.MANDATORY)
  public Seal correct(Edition edition, CorrectionApi.New wanted) {
    Map<String, Outcome> outcomes = Outcome.byCode(edition.year);
    Refusal.ofBody(violations(edition, wanted, outcomes));
    wanted.changes().forEach(change -> scope.require(change.dossier()));
    if (wanted.changes().isEmpty() && scope.isLimited()) {
      // a version without changes is about all dossiers
      throw new Refusal(CommonProblem.FORBIDDEN);
    }
    Seal before = Seal.newest(edition.year).orElseThrow();
    Seal seal = new Seal();
    seal.version = before.version + 1;
    seal.reason = wanted.reason().strip();
    seal.sealedBy = caller.name();
    seal.sealedAt = clock.instant();
    List<Correction> corrections = new ArrayList<>();
    door.write(
        FinalisationStates.of(edition.year),
        Action.CORRECTED,
        () -> {
          for (Change change : wanted.changes()) {
            corrections.add(apply(edition, change, outcomes.get(change.dossier()), seal.version));
          }
          Correction.persist(corrections);
          return FinalisationStates.of(edition.year);
        });
    corrections.sort((a, b) -> a.dossier.code().compareTo(b.dossier.code()));
    return sealing.sealNext(before, seal, corrections);
  }

  private Correction apply(Edition edition, Change change, Outcome outcome, int version) {
    Correction correction = new Correction();
    correction.editionYear = edition.year;
    correction.version = version;
    correction.dossier = outcome.dossier;
    correction.fromLevel = outcome.level;
    correction.toLevel = change.level() == null ? outcome.level : change.level();
    correction.reason = change.reason().strip();
    if (correction.toLevel != correction.fromLevel) {
      outcome.level = correction.toLevel;
      outcome.reason = correction.reason;
    }
    if (change.distinctions() != null) {
      distinctions.correct(edition, outcome.dossier, change.distinctions(), version);
    }
    return correction;
  }

  private static boolean isGreenWithoutAt(Change change, Outcome outcome, Set<String> green) {
    int level = change.level() == null ? outcome.level : change.level();
    boolean isGreen =
        change.distinctions() == null
            ? green.contains(change.dossier())
            : change.distinctions().stream().anyMatch(d -> d.kind() == Distinction.Kind.GREEN_AT);
    return level == 0 && isGreen;
  }

  private List<Draft> violations(
      Edition edition, CorrectionApi.New wanted, Map<String, Outcome> outcomes) {
    List<Draft> found = new ArrayList<>();
    Set<String> named = new HashSet<>();
    Set<String> green = Distinction.greens(edition.year);
    for (int i = 0; i < wanted.changes().size(); i++) {
      Change change = wanted.changes().get(i);
      String at = "/changes/" + i;
      Outcome outcome = outcomes.get(change.dossier());
      if (change.distinctions() != null) {
        found.addAll(
            DistinctionService.violations(edition, change.distinctions(), at + "/distinctions"));
      }
      if (outcome == null) {
        found.add(Draft.at(at + "/dossier", JuryRule.UNKNOWN_DOSSIER, change.dossier()));
      } else if (!named.add(change.dossier())) {
        found.add(Draft.at(at + "/dossier", DeliberationRule.CORRECTED_TWICE, change.dossier()));
      } else if (isNothing(edition, change, outcome)) {
        found.add(Draft.at(at, DeliberationRule.NOTHING_TO_CORRECT, change.dossier()));
      } else if (isGreenWithoutAt(change, outcome, green)) {
        found.add(Draft.at(at, DeliberationRule.GREEN_WITHOUT_AT, outcome.name));
      }
    }
    return found;
  }

  private boolean isNothing(Edition edition, Change change, Outcome outcome) {
    boolean level = change.level() == null || change.level() == outcome.level;
    return level
        && (change.distinctions() == null
            || distinctions.has(edition, outcome.dossier, change.distinctions()));
  }
}
