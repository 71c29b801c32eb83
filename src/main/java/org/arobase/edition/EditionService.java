package org.arobase.edition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.arobase.audit.Action;
import org.arobase.audit.Audit;
import org.arobase.audit.Verifier;
import org.arobase.framework.Framework;
import org.arobase.framework.FrameworkStates;
import org.arobase.identity.Caller;
import org.arobase.platform.database.ByKey;
import org.arobase.platform.database.Transactions;
import org.arobase.platform.database.Versions;
import org.arobase.platform.http.IfMatch;
import org.arobase.platform.problem.Problem;
import org.arobase.platform.problem.Refusal;
import org.arobase.platform.problem.Rule;
import org.arobase.platform.problem.Violation;
import org.hibernate.exception.ConstraintViolationException;

/** Makes editions and moves them through their phases. */
@ApplicationScoped
public class EditionService {
  private final Clock clock;
  private final Instance<PhaseGate> gates;
  private final Permit permit;
  private final Audit audit;
  private final Verifier verifier;
  private final Caller caller;

  EditionService(
      Clock clock,
      Instance<PhaseGate> gates,
      Permit permit,
      Audit audit,
      Verifier verifier,
      Caller caller) {
    this.clock = clock;
    this.gates = gates;
    this.permit = permit;
    this.audit = audit;
    this.verifier = verifier;
    this.caller = caller;
  }

  /**
   * Makes an edition in DRAFT.
   *
   * @throws Refusal 409 when the year or the number is taken, 422 when policy and framework do not
   *     fit each other
   */
  @Transactional
  public Edition create(EditionApi.New wanted) {
    Framework framework =
        ByKey.find(Framework.class, wanted.framework(), LockModeType.PESSIMISTIC_READ)
            .orElseThrow(
                () -> Refusal.at("/framework", Rule.UNKNOWN_FRAMEWORK, wanted.framework()));
    Refusal.ofBody(
        PolicyCheck.violations(wanted.policy(), framework.document()).stream()
            .map(
                v -> Violation.Draft.at("/policy" + v.pointer(), v.rule(), v.arguments().toArray()))
            .toList());
    Edition edition = new Edition();
    edition.year = wanted.year();
    edition.number = wanted.number();
    edition.name = wanted.name();
    edition.framework = framework;
    edition.referenceDate = wanted.referenceDate();
    edition.setPolicy(wanted.policy());
    try {
      edition.persistAndFlush();
    } catch (ConstraintViolationException e) {
      // the keys decide, so that two at once cannot both pass a check
      throw new Refusal(Problem.EDITION_EXISTS, String.valueOf(wanted.year()), wanted.number());
    }
    audit.record(Action.CREATED, EditionStates.of(edition));
    return edition;
  }

  /** Changes the name and the days of an edition; what initiatives are judged on, until OPEN. */
  @Transactional
  public EditionApi.View change(int year, EditionApi.Change change, String ifMatch) {
    Edition edition = permit.locked(year);
    IfMatch.require(ifMatch, edition.version);
    audit.requireRecorded(EditionStates.of(edition));
    if (change.referenceDate() != null) {
      edition.in(Phase.DRAFT, Phase.OPEN);
      edition.referenceDate = change.referenceDate();
    }
    edition.name = Objects.requireNonNullElse(change.name(), edition.name);
    if (change.evaluationEndsAt() != null) {
      edition.evaluationEndsAt = change.evaluationEndsAt().truncatedTo(ChronoUnit.MICROS);
    }
    Versions.raise(edition);
    audit.record(Action.CHANGED, EditionStates.of(edition));
    return EditionApi.View.from(edition, caller);
  }

  /** Replaces the policy of an edition in DRAFT. */
  @Transactional
  public Edition replacePolicy(int year, RatingPolicy policy, String ifMatch) {
    Edition edition = permit.locked(year);
    IfMatch.require(ifMatch, edition.version);
    Refusal.ofBody(PolicyCheck.violations(policy, edition.framework.document()));
    audit.requireRecorded(EditionStates.of(edition));
    edition.setPolicy(policy);
    Versions.raise(edition);
    audit.record(Action.CHANGED, EditionStates.of(edition));
    return edition;
  }

  /**
   * Moves an edition one step, forward or (with a reason, before FINALISED) back. FINALISED and
   * PUBLISHED have acts of their own.
   */
  @Transactional
  public EditionApi.View move(int year, EditionApi.Step step, String ifMatch) {
    Edition edition = permit.locked(year);
    IfMatch.require(ifMatch, edition.version);
    return moved(edition, step);
  }

  /** What the step would do: it is done, looked at, and undone. */
  public EditionApi.View tryMove(int year, EditionApi.Step step) {
    return Transactions.triedOut(() -> moved(permit.locked(year), step));
  }

  private EditionApi.View moved(Edition edition, EditionApi.Step step) {
    requireAllowed(edition, step);
    verifier.requireRecorded(edition.year);
    requireUnblocked(edition, step.to());
    edition.phaseReason = step.reason();
    enter(edition, step.to());
    return EditionApi.View.from(edition, caller);
  }

  /** Lists everything that blocks the step, or lets it through. */
  public void requireUnblocked(Edition edition, Phase to) {
    List<Violation.Draft> blockers =
        gates.stream()
            .flatMap(gate -> gate.blockers(edition, to).stream())
            .map(this::asCallerMayKnow)
            .toList();
    if (!blockers.isEmpty()) {
      throw new Refusal(Problem.PHASE_BLOCKED, blockers, to.name(), blockers.size());
    }
  }

  private Violation.Draft asCallerMayKnow(Violation.Draft blocker) {
    Object dossier = blocker.context().get("dossier");
    return dossier == null || permit.sees((String) dossier)
        ? blocker
        : Violation.Draft.at("", Rule.HIDDEN_DOSSIER_BLOCKS);
  }

  /** Enters a phase whose conditions are met. */
  public void enter(Edition edition, Phase to) {
    edition.phase = to;
    edition.phaseSince = clock.instant();
    if (to == Phase.OPEN && edition.framework.freeze(clock.instant())) {
      audit.record(Action.CHANGED, FrameworkStates.of(edition.framework));
    }
    Edition.flush();
    audit.record(Action.MOVED, EditionStates.of(edition));
    gates.forEach(gate -> gate.entered(edition, to));
  }

  private static void requireAllowed(Edition edition, EditionApi.Step step) {
    boolean forward = edition.phase.isBefore(step.to()) && !step.to().atLeast(Phase.FINALISED);
    boolean back = step.to().isBefore(edition.phase) && !edition.phase.atLeast(Phase.FINALISED);
    if (!forward && !back) {
      throw new Refusal(Problem.STEP_NOT_ALLOWED, edition.phase.name(), step.to().name());
    }
    if (back && (step.reason() == null || step.reason().isBlank())) {
      throw Refusal.at("/reason", Rule.REASON_REQUIRED);
    }
  }
}
