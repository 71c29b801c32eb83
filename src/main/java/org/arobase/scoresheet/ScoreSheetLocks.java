package org.arobase.scoresheet;

import jakarta.enterprise.context.ApplicationScoped;
import org.arobase.access.AccessProblem;
import org.arobase.access.AccessScope;
import org.arobase.access.CallerMembership;
import org.arobase.access.Phase;
import org.arobase.dossier.Dossier;
import org.arobase.edition.Edition;
import org.arobase.jury.Juror;
import org.arobase.jury.assignment.Assignment;
import org.arobase.jury.assignment.Assignment.Purpose;
import org.arobase.platform.database.Transactions;
import org.arobase.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** Finds the sheet that a request names, to read it or to lock it for a write. */
@ApplicationScoped
public class ScoreSheetLocks {
  private static final String ME = "me";

  private final AccessScope scope;
  private final CallerMembership membership;

  ScoreSheetLocks(AccessScope scope, CallerMembership membership) {
    this.scope = scope;
    this.membership = membership;
  }

  /**
   * The assignment in force of this juror ({@code me}: the caller) to this dossier. The guard has
   * already checked the access.
   *
   * @throws Refusal 404 when there is no such assignment in force
   */
  Assignment named(int year, String code, String juror) {
    Assignment assignment = namedEver(year, code, juror);
    if (assignment.ended != null) {
      throw new Refusal(ScoreSheetProblem.NOT_ASSIGNED, code);
    }
    return assignment;
  }

  /**
   * The assignment that an address names, also one that has ended: its submissions are kept.
   *
   * @throws Refusal 404
   */
  public Assignment namedEver(int year, String code, String juror) {
    String handle = ME.equals(juror) ? membership.of(year).handle() : juror;
    Dossier dossier = Dossier.required(year, code);
    return Assignment.everOf(Juror.required(year, String.valueOf(handle)), dossier)
        .orElseThrow(() -> new Refusal(ScoreSheetProblem.NOT_ASSIGNED, code));
  }

  /**
   * The caller's own draft. Locks come before the first plain read, or what is read would be older
   * than they are: edition, assignment, sheet.
   *
   * <p>In DELIBERATION only a sheet that was opened again, or one of a second reading.
   *
   * @throws Refusal 403 when the assignment has ended meanwhile, 409 in another phase
   */
  WritableSheet draft(int year, String code) {
    Edition edition = Edition.held(year, scope);
    WritableSheet sheet = locked(membership.of(year).assigned().get(code), code);
    boolean late = sheet.sheet().reopened || sheet.assignment().purpose == Purpose.SECOND_READING;
    if (!late) {
      edition.requirePhase(Phase.EVALUATION);
    }
    return sheet;
  }

  /** A sheet of any juror that the caller may open again. */
  WritableSheet ofJuror(int year, String code, String juror) {
    Long id = Transactions.inNew(() -> named(year, code, juror).id);
    Edition.held(year, scope);
    Dossier.locked(year, code);
    scope.require(code);
    return locked(id, code);
  }

  /**
   * Locks the sheet of an assignment, and holds the assignment so that it cannot end meanwhile.
   *
   * @throws Refusal 403 when the assignment is not in force, 409 when the sheet contradicts the
   *     audit record
   */
  private static WritableSheet locked(@Nullable Long id, String code) {
    Assignment held = id == null ? null : Assignment.held(id);
    if (held == null || held.ended != null) {
      throw new Refusal(AccessProblem.NOT_YOUR_DOSSIER, code);
    }
    ScoreSheet sheet = ScoreSheet.locked(id);
    return new WritableSheet(Assignment.withDossier(id), sheet);
  }
}
