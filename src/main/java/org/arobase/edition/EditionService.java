package org.arobase.edition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.arobase.access.AccessRule;
import org.arobase.access.AccessScope;
import org.arobase.access.Phase;
import org.arobase.audit.Action;
import org.arobase.audit.WriteDoor;
import org.arobase.edition.policy.PolicyCheck;
import org.arobase.edition.policy.RatingPolicy;
import org.arobase.framework.Framework;
import org.arobase.identity.Caller;
import org.arobase.platform.database.Locks;
import org.arobase.platform.database.RetryOnLostRace;
import org.arobase.platform.database.Transactions;
import org.arobase.platform.http.IfMatch;
import org.arobase.platform.problem.Refusal;
import org.arobase.platform.problem.Violation;
import org.jspecify.annotations.Nullable;

/** Makes editions and moves them through their phases. */
@ApplicationScoped
@RetryOnLostRace
public class EditionService {
  private final Clock clock;
  private final Instance<PhaseGate> gates;
  private final AccessScope scope;
  private final WriteDoor door;
  private final Caller caller;

  EditionService(
      Clock clock, Instance<PhaseGate> gates, AccessScope scope, WriteDoor door, Caller caller) {
    this.clock = clock;
    this.gates = gates;
    this.scope = scope;
    this.door = door;
    this.caller = caller;
  }

  /**
   * Makes an edition in DRAFT.
   *
   * @throws Refusal 409 when the year or the number is taken, 422 when the framework is unknown or
   *     the policy does not fit it
   */
  @Transactional
  public Edition create(EditionApi.New wanted) {
    Framework framework =
        Locks.shared(Framework.class, wanted.framework())
            .orElseThrow(
                () -> Refusal.at("/framework", EditionRule.UNKNOWN_FRAMEWORK, wanted.framework()));
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
    return door.create(
        edition,
        () ->
            new Refusal(
                EditionProblem.EDITION_EXISTS, String.valueOf(wanted.year()), wanted.number()));
  }

  /**
   * Changes the name and the dates of an edition. The reference date can change only in DRAFT and
   * OPEN.
   *
   * @throws Refusal 404 without such an edition, 409 in another phase, 412 for another version
   */
  @Transactional
  public EditionApi.View change(int year, EditionApi.Change change, String ifMatch) {
    Edition edition =
        door.change(Edition.locked(year, scope), ifMatch, Action.CHANGED, e -> apply(change, e));
    return EditionApi.View.from(edition, caller);
  }

  private static void apply(EditionApi.Change change, Edition edition) {
    if (change.referenceDate() != null) {
      edition.requirePhase(Phase.DRAFT, Phase.OPEN);
      edition.referenceDate = change.referenceDate();
    }
    edition.name = Objects.requireNonNullElse(change.name(), edition.name);
    if (change.evaluationEndsAt() != null) {
      edition.evaluationEndsAt = change.evaluationEndsAt().truncatedTo(ChronoUnit.MICROS);
    }
  }

  /**
   * Replaces the policy of an edition in DRAFT.
   *
   * @throws Refusal 409 in another phase, 412 for another version, 422 when the policy does not fit
   *     the framework
   */
  @Transactional
  public Edition replacePolicy(int year, RatingPolicy policy, String ifMatch) {
    return door.change(
        Edition.locked(year, scope),
        ifMatch,
        Action.CHANGED,
        edition -> {
          Refusal.ofBody(PolicyCheck.violations(policy, edition.framework.document()));
          edition.setPolicy(policy);
        });
  }

  /**
   * Moves an edition one phase forward, or back with a reason. Steps to and from FINALISED and
   * PUBLISHED have operations of their own.
   *
   * @throws Refusal 409 when the step is not allowed or is blocked, 412 for another version, 422
   *     for a step back without a reason
   */
  @Transactional
  public EditionApi.View move(int year, EditionApi.Step step, String ifMatch) {
    Edition edition = Edition.locked(year, scope);
    IfMatch.require(ifMatch, edition.version);
    return moved(edition, step);
  }

  /**
   * Moves an edition as {@link #move} does, and rolls back.
   *
   * @return the edition as it would be
   * @throws Refusal 409 or 422, as {@link #move} does
   */
  public EditionApi.View tryMove(int year, EditionApi.Step step) {
    return Transactions.triedOut(() -> moved(Edition.locked(year, scope), step));
  }

  private EditionApi.View moved(Edition edition, EditionApi.Step step) {
    requireAllowed(edition, step);
    door.requireIntact(edition.year);
    requireUnblocked(edition, step);
    enter(edition, step.to(), step.reason());
    return EditionApi.View.from(edition, caller);
  }

  /**
   * Refuses a step that is blocked.
   *
   * @throws Refusal 409 with everything that blocks it, without naming dossiers that the caller may
   *     not see
   */
  private void requireUnblocked(Edition edition, EditionApi.Step step) {
    Phase to = step.to();
    List<Violation.Draft> blockers =
        asCallerMayKnow(
            gates.stream()
                .flatMap(gate -> gate.blockers(edition, to, step.confirmed()).stream())
                .toList());
    if (!blockers.isEmpty()) {
      throw new Refusal(EditionProblem.PHASE_BLOCKED, blockers, to.name(), blockers.size());
    }
  }

  /**
   * Tells neither how many dossiers block that the caller may not see, nor between which others.
   */
  private List<Violation.Draft> asCallerMayKnow(List<Violation.Draft> blockers) {
    List<Violation.Draft> known = new ArrayList<>(blockers);
    if (known.removeIf(this::isHidden)) {
      known.add(Violation.Draft.at("", AccessRule.HIDDEN_DOSSIER_BLOCKS));
    }
    return known;
  }

  private boolean isHidden(Violation.Draft blocker) {
    Object dossier = blocker.context().get("dossier");
    return dossier != null && !scope.sees((String) dossier);
  }

  /** Enters a phase whose conditions are met; the reason of the last step stays. */
  public void enter(Edition edition, Phase to) {
    enter(edition, to, edition.phaseReason);
  }

  /**
   * Enters a phase whose conditions are met.
   *
   * @param edition locked
   * @param reason why, where somebody said so
   */
  private void enter(Edition edition, Phase to, @Nullable String reason) {
    if (to == Phase.OPEN && edition.framework.frozenAt == null) {
      door.change(edition.framework, Action.CHANGED, f -> f.freeze(clock.instant()));
    }
    door.change(
        edition,
        Action.MOVED,
        moved -> {
          moved.phase = to;
          moved.phaseReason = reason;
          moved.phaseSince = clock.instant();
        });
    gates.forEach(gate -> gate.entered(edition, to));
  }

  private static void requireAllowed(Edition edition, EditionApi.Step step) {
    boolean forward = edition.phase.isBefore(step.to()) && !step.to().atLeast(Phase.FINALISED);
    boolean back = step.to().isBefore(edition.phase) && !edition.phase.atLeast(Phase.FINALISED);
    if (!forward && !back) {
      throw new Refusal(EditionProblem.STEP_NOT_ALLOWED, edition.phase.name(), step.to().name());
    }
    if (back && (step.reason() == null || step.reason().isBlank())) {
      throw Refusal.at("/reason", EditionRule.REASON_REQUIRED);
    }
  }
}
