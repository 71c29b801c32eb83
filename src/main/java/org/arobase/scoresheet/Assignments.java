package org.arobase.scoresheet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import org.arobase.dossier.Dossier;
import org.arobase.identity.Caller;
import org.arobase.identity.Roles;
import org.arobase.jury.Assignment;
import org.arobase.jury.Juror;
import org.arobase.platform.problem.Problem;
import org.arobase.platform.problem.Refusal;

/** Whose sheet an address names, and whether the caller may touch it. */
@ApplicationScoped
class Assignments {
  /** The address of the caller's own sheet. */
  private static final String ME = "me";

  private final Caller caller;

  Assignments(Caller caller) {
    this.caller = caller;
  }

  /** The assignment of a sheet that the caller may read if its state allows. */
  Assignment readable(int year, String code, String juror) {
    if (!caller.is(Roles.PRESIDENT)) {
      return own(year, code, juror);
    }
    return assignment(
        ME.equals(juror) ? me(year, code) : Juror.required(year, juror),
        Dossier.required(year, code));
  }

  /**
   * The inner number of the caller's own assignment, in a transaction of its own: the one that goes
   * on to write must not have read anything before it holds the sheet's lock, or it would see marks
   * older than the lock.
   */
  @Transactional(TxType.REQUIRES_NEW)
  Long ownId(int year, String code, String juror) {
    return own(year, code, juror).id;
  }

  /** The assignment of the caller's own sheet; another juror's is refused, existing or not. */
  private Assignment own(int year, String code, String juror) {
    Juror me = me(year, code);
    if (!ME.equals(juror) && !me.handle.equals(juror)) {
      throw new Refusal(Problem.NOT_YOUR_SHEET);
    }
    return assignment(me, Dossier.required(year, code));
  }

  private Juror me(int year, String code) {
    return Juror.ofUser(year, caller.name())
        .orElseThrow(() -> new Refusal(Problem.NOT_ASSIGNED, code));
  }

  private static Assignment assignment(Juror juror, Dossier dossier) {
    return Assignment.of(juror, dossier)
        .orElseThrow(() -> new Refusal(Problem.NOT_ASSIGNED, dossier.code()));
  }
}
