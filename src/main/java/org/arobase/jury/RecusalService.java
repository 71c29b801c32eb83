package org.arobase.jury;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.arobase.audit.Action;
import org.arobase.audit.Audit;
import org.arobase.authority.LocalAuthority;
import org.arobase.dossier.Dossier;
import org.arobase.edition.Edition;
import org.arobase.edition.Permit;
import org.arobase.edition.Phase;
import org.arobase.edition.PhaseGate;
import org.arobase.edition.RecusalPolicy;
import org.arobase.identity.Caller;
import org.arobase.identity.Roles;
import org.arobase.jury.Assignment.End;
import org.arobase.jury.Recusal.Ground;
import org.arobase.platform.database.Transactions;
import org.arobase.platform.http.IfMatch;
import org.arobase.platform.problem.Problem;
import org.arobase.platform.problem.Refusal;
import org.arobase.platform.problem.Rule;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** Takes members of the jury out of dossiers that they have a tie to. */
@ApplicationScoped
public class RecusalService implements PhaseGate {
  private final Permit permit;
  private final Caller caller;
  private final Standing standing;
  private final AssignmentService assignments;
  private final Audit audit;
  private final Clock clock;

  RecusalService(
      Permit permit,
      Caller caller,
      Standing standing,
      AssignmentService assignments,
      Audit audit,
      Clock clock) {
    this.permit = permit;
    this.assignments = assignments;
    this.caller = caller;
    this.standing = standing;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Declares a recusal: by the member itself, or by the secretariat in its name.
   *
   * @throws Refusal 403 for another member by who is not of the secretariat, 409 when there is one
   */
  @Transactional
  public RecusalApi.View declare(int year, RecusalApi.New wanted) {
    permit.held(year);
    // what is decided on a dossier holds its row: a recusal comes before it or after it
    Dossier.lockedIfThere(year, wanted.authority());
    Juror juror = Juror.locked(year, concerned(year, wanted.juror()));
    LocalAuthority authority =
        LocalAuthority.of(wanted.authority())
            .orElseThrow(
                () -> Refusal.at("/authority", Rule.UNKNOWN_AUTHORITY, wanted.authority()));
    Recusal recusal = recusal(juror, authority, Ground.DECLARED, wanted.reason(), caller.name());
    try {
      recusal.persistAndFlush();
    } catch (ConstraintViolationException e) {
      throw new Refusal(Problem.RECUSAL_EXISTS, juror.handle, wanted.authority());
    }
    takeEffect(recusal, year);
    audit.record(Action.RECUSED, JuryStates.of(recusal), juror.username);
    return RecusalApi.View.from(recusal);
  }

  /** Takes a recusal back: the assignment that it ended is in force again, with its sheet. */
  @Transactional
  public void lift(int year, long id, String reason, String ifMatch) {
    Recusal seen = Transactions.inNew(() -> Recusal.required(year, id));
    Edition edition = permit.locked(year);
    Dossier.lockedIfThere(year, seen.authority.code);
    Juror.locked(year, seen.juror.handle);
    Recusal recusal = Recusal.locked(id);
    if (!permit.sees(recusal.authority.code)) {
      throw new Refusal(Problem.RECUSAL_NOT_FOUND, String.valueOf(id));
    }
    IfMatch.require(ifMatch, recusal.version);
    audit.requireRecorded(JuryStates.of(recusal));
    recusal.active = null;
    recusal.liftedBy = caller.name();
    recusal.liftedAt = clock.instant();
    recusal.liftReason = reason;
    Recusal.flush();
    End now = recusal.juror.withdrawnAt == null ? null : End.WITHDRAWN;
    assignment(recusal, year, End.RECUSED)
        .ifPresent(
            a -> {
              end(a, now);
              assignments.counted(edition);
            });
    audit.record(Action.LIFTED, JuryStates.of(recusal));
  }

  /** The recusals that policy finds by affiliation and that are not there; stores them if asked. */
  @Transactional
  public List<RecusalApi.Found> detect(int year, boolean dryRun) {
    Edition edition = permit.locked(year);
    return find(edition).stream()
        .peek(
            found -> {
              if (!dryRun) {
                store(found, edition);
              }
            })
        .filter(found -> permit.sees(found.authority.code))
        .map(RecusalApi.Found::from)
        .toList();
  }

  /** Jurors begin to read: ties are found before they do. */
  @Override
  public void entered(Edition edition, Phase phase) {
    if (phase == Phase.EVALUATION) {
      find(edition).forEach(found -> store(found, edition));
    }
  }

  /** A tie that was lifted stays so: somebody has decided it. */
  private List<Recusal> find(Edition edition) {
    Set<List<Object>> known = new HashSet<>();
    for (Recusal r : Recusal.ever(edition.year)) {
      known.add(r.active == null ? tie(r, r.ground) : tie(r, Ground.values()));
    }
    List<Juror> affiliated =
        Juror.list(
            "from Juror j join fetch j.affiliation where j.edition = ?1 order by j.handle",
            edition);
    RecusalPolicy policy = edition.policy().recusalRules();
    return Dossier.all(edition.year).stream()
        .flatMap(d -> affiliated.stream().flatMap(j -> tie(j, d, policy).stream()))
        .filter(r -> !known.contains(tie(r, r.ground)) && !known.contains(tie(r, Ground.values())))
        .toList();
  }

  /** A name for the ties of these grounds between a member and an authority. */
  private static List<Object> tie(Recusal recusal, Ground... grounds) {
    return List.of(recusal.juror.id, recusal.authority.code, List.of(grounds));
  }

  private Optional<Recusal> tie(Juror juror, Dossier dossier, RecusalPolicy policy) {
    return Ties.between(juror.affiliation, dossier.authority, policy)
        .map(ground -> recusal(juror, dossier.authority, ground, "", "policy"));
  }

  /**
   * Takes a recusal that somebody has kept elsewhere; the edition is locked.
   *
   * @return false when it is in force already
   */
  public boolean restore(Juror juror, LocalAuthority authority, Ground ground, String reason) {
    boolean known = Recusal.isInForce(juror, authority.code);
    if (!known) {
      store(recusal(juror, authority, ground, reason, caller.name()), juror.edition);
    }
    return !known;
  }

  private void store(Recusal found, Edition edition) {
    found.persistAndFlush();
    takeEffect(found, edition.year);
    audit.record(Action.RECUSED, JuryStates.of(found));
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
   * Others than the secretariat speak for themselves alone, whether there is such a member or not.
   */
  private String concerned(int year, @Nullable String handle) {
    String own = Objects.requireNonNullElse(standing.of(year).handle(), "");
    String wanted = handle == null ? own : handle;
    if (!wanted.equals(own) && !caller.is(Roles.SECRETARIAT)) {
      throw new Refusal(Problem.FORBIDDEN);
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
    assignment.ended = end;
    Assignment.flush();
    audit.record(Action.CHANGED, JuryStates.of(assignment));
  }
}
