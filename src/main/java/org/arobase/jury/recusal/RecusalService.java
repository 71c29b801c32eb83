package org.arobase.jury.recusal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.arobase.access.AccessScope;
import org.arobase.access.CallerMembership;
import org.arobase.access.Phase;
import org.arobase.audit.Action;
import org.arobase.audit.WriteDoor;
import org.arobase.authority.AuthorityRule;
import org.arobase.authority.LocalAuthority;
import org.arobase.dossier.Dossier;
import org.arobase.edition.Edition;
import org.arobase.edition.PhaseGate;
import org.arobase.edition.policy.RecusalPolicy;
import org.arobase.identity.Caller;
import org.arobase.identity.Roles;
import org.arobase.jury.Juror;
import org.arobase.jury.JuryProblem;
import org.arobase.jury.Recusal;
import org.arobase.jury.Recusal.Ground;
import org.arobase.jury.assignment.Assignment;
import org.arobase.jury.assignment.Assignment.End;
import org.arobase.jury.assignment.AssignmentService;
import org.arobase.platform.database.RetryOnLostRace;
import org.arobase.platform.database.Transactions;
import org.arobase.platform.problem.CommonProblem;
import org.arobase.platform.problem.Refusal;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** Recuses members of the jury from dossiers that they have a tie to. */
@ApplicationScoped
@RetryOnLostRace
public class RecusalService implements PhaseGate {
  private final AccessScope scope;
  private final Caller caller;
  private final CallerMembership membership;
  private final AssignmentService assignments;
  private final WriteDoor door;
  private final Clock clock;

  RecusalService(
      AccessScope scope,
      Caller caller,
      CallerMembership membership,
      AssignmentService assignments,
      WriteDoor door,
      Clock clock) {
    this.scope = scope;
    this.assignments = assignments;
    this.caller = caller;
    this.membership = membership;
    this.door = door;
    this.clock = clock;
  }

  /**
   * Declares a recusal, by the member or by the secretariat in the member's name.
   *
   * @throws Refusal 403 when others than the secretariat name another member, 404 without such a
   *     member, 409 when there is one in force or in another phase, 422 for an unknown authority
   */
  @Transactional
  public RecusalApi.View declare(int year, RecusalApi.New wanted) {
    Edition.held(year, scope);
    // a decision on a dossier locks its row: a recusal comes before it or after it
    Dossier.lockedIfThere(year, wanted.authority());
    Juror juror = Juror.locked(year, concerned(year, wanted.juror()));
    LocalAuthority authority =
        LocalAuthority.of(wanted.authority())
            .orElseThrow(
                () ->
                    Refusal.at("/authority", AuthorityRule.UNKNOWN_AUTHORITY, wanted.authority()));
    Recusal recusal = recusal(juror, authority, Ground.DECLARED, wanted.reason(), caller.name());
    try {
      door.create(Action.RECUSED, recusal, juror.username);
    } catch (ConstraintViolationException e) {
      throw new Refusal(JuryProblem.RECUSAL_EXISTS, juror.handle, wanted.authority());
    }
    takeEffect(recusal, year);
    return RecusalApi.View.from(recusal);
  }

  /**
   * Lifts a recusal. The assignment that it ended is in force again, with its score sheet, unless
   * the member has left.
   *
   * @throws Refusal 404 without such a recusal in force, 409 in another phase, 412 for another
   *     version
   */
  @Transactional
  public void lift(int year, long id, String reason, String ifMatch) {
    Recusal seen = Transactions.inNew(() -> Recusal.required(year, id));
    Edition edition = Edition.locked(year, scope);
    Dossier.lockedIfThere(year, seen.authority.code);
    Juror.locked(year, seen.juror.handle);
    Recusal recusal = Recusal.locked(id);
    if (!scope.sees(recusal.authority.code)) {
      throw new Refusal(JuryProblem.RECUSAL_NOT_FOUND, String.valueOf(id));
    }
    door.change(
        recusal,
        ifMatch,
        Action.LIFTED,
        r -> {
          r.active = null;
          r.liftedBy = caller.name();
          r.liftedAt = clock.instant();
          r.liftReason = reason;
        });
    End now = recusal.juror.withdrawnAt == null ? null : End.WITHDRAWN;
    assignment(recusal, year, End.RECUSED)
        .ifPresent(
            a -> {
              end(a, now);
              assignments.raiseVersion(edition);
            });
  }

  /**
   * Finds the recusals that are missing by policy, from the affiliations.
   *
   * @param dryRun whether to find them only, without storing them
   * @return those on dossiers that the caller may see
   * @throws Refusal 409 in another phase
   */
  @Transactional
  public List<RecusalApi.Found> detect(int year, boolean dryRun) {
    Edition edition = Edition.locked(year, scope);
    return find(edition).stream()
        .peek(
            found -> {
              if (!dryRun) {
                store(found, edition);
              }
            })
        .filter(found -> scope.sees(found.authority.code))
        .map(RecusalApi.Found::from)
        .toList();
  }

  /** Finds ties when EVALUATION begins, before jurors read. */
  @Override
  public void entered(Edition edition, Phase phase) {
    if (phase == Phase.EVALUATION) {
      find(edition).forEach(found -> store(found, edition));
    }
  }

  /** The missing recusals. A lifted tie is not found again, because somebody decided to lift it. */
  private List<Recusal> find(Edition edition) {
    Set<KnownTie> known = new HashSet<>();
    Recusal.ever(edition.year).forEach(r -> known.add(KnownTie.of(r, r.active == null)));
    List<Juror> affiliated =
        Juror.list(
            "from Juror j join fetch j.affiliation where j.edition = ?1 order by j.handle",
            edition);
    RecusalPolicy policy = edition.policy().recusalRules();
    return Dossier.all(edition.year).stream()
        .flatMap(d -> affiliated.stream().flatMap(j -> tie(j, d, policy).stream()))
        .filter(
            r -> !known.contains(KnownTie.of(r, true)) && !known.contains(KnownTie.of(r, false)))
        .toList();
  }

  /**
   * A tie between a member and an authority that is not to be found again.
   *
   * @param ground the one that was lifted; null: whatever the ground, since a recusal is in force
   */
  private record KnownTie(Long juror, String authority, @Nullable Ground ground) {
    static KnownTie of(Recusal r, boolean lifted) {
      return new KnownTie(r.juror.id, r.authority.code, lifted ? r.ground : null);
    }
  }

  private Optional<Recusal> tie(Juror juror, Dossier dossier, RecusalPolicy policy) {
    return Ties.between(juror.affiliation, dossier.authority, policy)
        .map(ground -> recusal(juror, dossier.authority, ground, "", "policy"));
  }

  /** Stores a recusal from a table. The edition must be locked, and none be in force. */
  public void restore(Juror juror, LocalAuthority authority, Ground ground, String reason) {
    store(recusal(juror, authority, ground, reason, caller.name()), juror.edition);
  }

  private void store(Recusal found, Edition edition) {
    door.create(Action.RECUSED, found, null);
    takeEffect(found, edition.year);
  }

  private Recusal recusal(
      Juror juror, LocalAuthority authority, Ground ground, String reason, String by) {
    Recusal recusal = new Recusal();
    recusal.juror = juror;
    recusal.authority = authority;
    recusal.ground = ground;
    recusal.reason = reason;
    recusal.declaredBy = by;
    recusal.declaredAt = clock.instant();
    return recusal;
  }

  /**
   * The id of the member concerned. Others than the secretariat can name only themselves; otherwise
   * the answer is 403, whether there is such a member or not.
   */
  private String concerned(int year, @Nullable String handle) {
    String own = Objects.requireNonNullElse(membership.of(year).handle(), "");
    String wanted = handle == null ? own : handle;
    if (!wanted.equals(own) && !caller.is(Roles.SECRETARIAT)) {
      throw new Refusal(CommonProblem.FORBIDDEN);
    }
    return wanted;
  }

  private void takeEffect(Recusal recusal, int year) {
    assignment(recusal, year, null).ifPresent(a -> end(a, End.RECUSED));
  }

  private static Optional<Assignment> assignment(Recusal recusal, int year, End ended) {
    return Assignment.of(recusal.juror, ended).stream()
        .filter(a -> a.dossier.code().equals(recusal.authority.code))
        .findFirst();
  }

  private void end(Assignment assignment, End end) {
    door.change(assignment, Action.CHANGED, a -> a.ended = end);
  }
}
