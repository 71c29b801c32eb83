package org.arobase.scoresheet;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.arobase.audit.Audit;
import org.arobase.dossier.Dossier;
import org.arobase.edition.Edition;
import org.arobase.edition.Permit;
import org.arobase.edition.Phase;
import org.arobase.jury.Assignment;
import org.arobase.jury.Assignment.Purpose;
import org.arobase.jury.Juror;
import org.arobase.jury.Standing;
import org.arobase.platform.database.Transactions;
import org.arobase.platform.http.IfMatch;
import org.arobase.platform.problem.Problem;
import org.arobase.platform.problem.Refusal;
import org.arobase.scoresheet.ScoreSheetApi.MarkEntry;
import org.arobase.scoresheet.Submission.Written;
import org.arobase.scoring.Grid.Cell;
import org.jspecify.annotations.Nullable;

/** Finds the sheet that an address names, to read or locked to be written. */
@ApplicationScoped
class Sheets {
  private static final String ME = "me";

  private final Permit permit;
  private final Standing standing;
  private final Audit audit;

  Sheets(Permit permit, Standing standing, Audit audit) {
    this.permit = permit;
    this.standing = standing;
    this.audit = audit;
  }

  /** A locked sheet with what is in it. */
  record Locked(
      Assignment assignment,
      ScoreSheet sheet,
      Map<Cell, SheetMark> marks,
      Map<Integer, SheetComment> comments) {}

  /** The assignment in force that an address names; the guard has let the caller through. */
  Assignment named(int year, String code, String juror) {
    Assignment assignment = everNamed(year, code, juror);
    if (assignment.ended != null) {
      throw new Refusal(Problem.NOT_ASSIGNED, code);
    }
    return assignment;
  }

  /** The same, also when the assignment has ended: its submissions are kept. */
  Assignment everNamed(int year, String code, String juror) {
    String handle = ME.equals(juror) ? standing.of(year).handle() : juror;
    Dossier dossier = Dossier.required(year, code);
    return Assignment.everOf(Juror.required(year, String.valueOf(handle)), dossier)
        .orElseThrow(() -> new Refusal(Problem.NOT_ASSIGNED, code));
  }

  /**
   * The caller's own draft, as it has seen it. Locks come before the first plain read, or what is
   * read would be older than they are: edition, assignment, sheet.
   *
   * <p>In DELIBERATION that is one that was opened again, or of a second reading.
   *
   * @throws Refusal 403 when the assignment has ended meanwhile, 409 in another phase or when it is
   *     submitted, 412 and 428 for another version
   */
  Locked draft(int year, String code, @Nullable String ifMatch) {
    Edition edition = permit.held(year);
    Locked locked = locked(standing.of(year).assigned().get(code), code);
    ScoreSheet sheet = locked.sheet();
    if (!sheet.reopened && locked.assignment().purpose != Purpose.SECOND_READING) {
      edition.in(Phase.EVALUATION);
    }
    IfMatch.require(ifMatch, sheet.version);
    sheet.requireDraft();
    return locked;
  }

  /**
   * A sheet of any juror that the caller may open again, locked; its version is not yet checked.
   */
  Locked submitted(int year, String code, String juror) {
    Long id = Transactions.inNew(() -> named(year, code, juror).id);
    permit.held(year);
    Dossier.locked(year, code);
    permit.require(code);
    return locked(id, code);
  }

  /** The sheet of an assignment, locked with the assignment held. */
  Locked locked(Long id, String code) {
    Assignment held = id == null ? null : Assignment.held(id);
    if (held == null || held.ended != null) {
      throw new Refusal(Problem.NOT_YOUR_DOSSIER, code);
    }
    ScoreSheet sheet = ScoreSheet.locked(id);
    Assignment assignment = Assignment.withDossier(id);
    List<SheetMark> marks = SheetMark.of(id);
    List<SheetComment> comments = SheetComment.of(id);
    if (sheet.version > 0 || !marks.isEmpty() || !comments.isEmpty()) {
      audit.requireRecorded(SheetStates.of(assignment, sheet, Written.of(marks, comments, sheet)));
    }
    return new Locked(
        assignment,
        sheet,
        marks.stream().collect(Collectors.toMap(SheetMark::cell, Function.identity())),
        comments.stream().collect(Collectors.toMap(c -> c.initiative, Function.identity())));
  }

  /** What is written in a sheet. */
  static Written written(ScoreSheet sheet) {
    return Written.of(SheetMark.of(sheet.assignmentId), SheetComment.of(sheet.assignmentId), sheet);
  }

  /** Which cells have a mark. */
  static Set<Cell> cells(List<MarkEntry> marks) {
    return marks.stream()
        .map(m -> new Cell(m.initiative(), m.criterion()))
        .collect(Collectors.toSet());
  }
}
