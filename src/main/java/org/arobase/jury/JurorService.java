package org.arobase.jury;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import org.arobase.audit.Action;
import org.arobase.audit.Audit;
import org.arobase.authority.LocalAuthority;
import org.arobase.edition.Edition;
import org.arobase.edition.Permit;
import org.arobase.jury.Assignment.End;
import org.arobase.jury.Juror.Office;
import org.arobase.platform.database.Versions;
import org.arobase.platform.http.IfMatch;
import org.arobase.platform.problem.Problem;
import org.arobase.platform.problem.Refusal;
import org.arobase.platform.problem.Rule;

/** Changes members of the jury. */
@ApplicationScoped
public class JurorService {
  private final Permit permit;
  private final RecusalService recusals;
  private final Audit audit;
  private final Clock clock;

  JurorService(Permit permit, RecusalService recusals, Audit audit, Clock clock) {
    this.permit = permit;
    this.recusals = recusals;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Says what authority a member works for or is elected in; in EVALUATION ties are found at once.
   */
  @Transactional
  public JuryApi.JurorView change(int year, String handle, JuryApi.Change change, String ifMatch) {
    Edition edition = permit.held(year);
    Juror juror = Juror.locked(year, handle);
    IfMatch.require(ifMatch, juror.version);
    audit.requireRecorded(JuryStates.of(juror));
    juror.affiliation = change.affiliation() == null ? null : authority(change.affiliation());
    Versions.raise(juror);
    audit.record(Action.CHANGED, JuryStates.of(juror));
    recusals.entered(edition, edition.phase);
    return JuryApi.JurorView.from(juror);
  }

  /**
   * Takes a member out of the jury: its assignments end, and its sheets count no more.
   *
   * @return the codes of the dossiers that it was to score
   * @throws Refusal 409 when it has left already
   */
  @Transactional
  public List<String> withdraw(int year, String handle, String reason, String ifMatch) {
    permit.held(year);
    Juror juror = Juror.locked(year, handle);
    IfMatch.require(ifMatch, juror.version);
    if (juror.office != Office.MEMBER) {
      throw new Refusal(Problem.JUROR_HOLDS_OFFICE, handle);
    }
    if (juror.withdrawnAt != null) {
      throw new Refusal(Problem.JUROR_WITHDRAWN, handle);
    }
    audit.requireRecorded(JuryStates.of(juror));
    juror.withdrawnAt = clock.instant();
    juror.withdrawalReason = reason;
    List<Assignment> ended = Assignment.of(juror, null);
    ended.forEach(assignment -> assignment.ended = End.WITHDRAWN);
    Juror.flush();
    audit.record(Action.WITHDRAWN, JuryStates.of(juror), juror.username);
    ended.forEach(assignment -> audit.record(Action.CHANGED, JuryStates.of(assignment)));
    return ended.stream().map(a -> a.dossier.code()).toList();
  }

  private static LocalAuthority authority(String code) {
    return LocalAuthority.of(code)
        .orElseThrow(() -> Refusal.at("/affiliation", Rule.UNKNOWN_AUTHORITY, code));
  }
}
