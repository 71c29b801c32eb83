package org.arobase.scoresheet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.arobase.audit.Action;
import org.arobase.audit.Audit;
import org.arobase.identity.Caller;
import org.arobase.identity.Roles;
import org.arobase.jury.Assignment;
import org.arobase.platform.database.Versions;
import org.arobase.platform.http.IfMatch;
import org.arobase.platform.problem.Problem;
import org.arobase.platform.problem.Refusal;
import org.arobase.platform.problem.Rule;
import org.arobase.platform.problem.Violation.Draft;
import org.arobase.scoresheet.ScoreSheet.Status;
import org.arobase.scoresheet.ScoreSheetApi.CommentEntry;
import org.arobase.scoresheet.ScoreSheetApi.Content;
import org.arobase.scoresheet.ScoreSheetApi.MarkEntry;
import org.arobase.scoresheet.ScoreSheetApi.Progress;
import org.arobase.scoresheet.ScoreSheetApi.View;
import org.arobase.scoresheet.Sheets.Locked;
import org.arobase.scoresheet.Submission.Written;
import org.arobase.scoring.Grid.Cell;
import org.arobase.scoring.Mark;

/** Reads, writes and submits score sheets. */
@ApplicationScoped
public class ScoreSheetService {
  private final Sheets sheets;
  private final Caller caller;
  private final Audit audit;
  private final Clock clock;

  ScoreSheetService(Sheets sheets, Caller caller, Audit audit, Clock clock) {
    this.sheets = sheets;
    this.caller = caller;
    this.audit = audit;
    this.clock = clock;
  }

  /** A sheet: a juror's own, or for the others who may a submitted one. */
  @Transactional
  public View read(int year, String code, String juror) {
    Assignment assignment = sheets.named(year, code, juror);
    ScoreSheet sheet = ScoreSheet.seen(assignment);
    boolean own = assignment.juror.username.equals(caller.name()) && caller.is(Roles.JUROR);
    if (!own && sheet.status != Status.SUBMITTED) {
      throw new Refusal(Problem.NOT_YOUR_SHEET);
    }
    return view(assignment, sheet, Sheets.written(sheet));
  }

  /** Replaces all that a juror wrote. */
  @Transactional
  public View replace(int year, String code, Content content, String ifMatch) {
    Locked draft = sheets.draft(year, code, ifMatch);
    Refusal.ofBody(violations(draft.assignment(), content, false));
    Map<Cell, MarkEntry> wanted = byCell(content.marks());
    for (SheetMark mark : draft.marks().values()) {
      if (!wanted.containsKey(mark.cell())) {
        mark.delete();
      }
    }
    Set<Integer> commented =
        content.comments().stream().map(CommentEntry::initiative).collect(Collectors.toSet());
    for (SheetComment comment : draft.comments().values()) {
      if (!commented.contains(comment.initiative)) {
        comment.delete();
      }
    }
    draft.sheet().overallComment = content.overallComment() == null ? "" : content.overallComment();
    return write(draft, content);
  }

  /** Changes what the content names and leaves the rest, for a client that saves as it goes. */
  @Transactional
  public View change(int year, String code, Content content, String ifMatch) {
    Locked draft = sheets.draft(year, code, ifMatch);
    Refusal.ofBody(violations(draft.assignment(), content, true));
    if (content.overallComment() != null) {
      draft.sheet().overallComment = content.overallComment();
    }
    return write(draft, content);
  }

  /**
   * Opens a submitted sheet again; what was submitted is kept.
   *
   * @param reason required; it is shown with the submission
   */
  @Transactional
  public View reopen(int year, String code, String juror, String reason, String ifMatch) {
    Locked locked = sheets.submitted(year, code, juror);
    ScoreSheet sheet = locked.sheet();
    IfMatch.require(ifMatch, sheet.version);
    if (sheet.status != Status.SUBMITTED) {
      throw new Refusal(Problem.SHEET_NOT_SUBMITTED);
    }
    Optional<Submission> kept = Submission.last(sheet.assignmentId);
    kept.map(s -> SheetStates.of(locked.assignment(), s)).ifPresent(audit::requireRecorded);
    Submission last = kept.orElseGet(() -> unkept(locked.assignment(), sheet));
    last.reopenedBy = caller.name();
    last.reopenedAt = clock.instant();
    last.reopenReason = reason;
    sheet.status = Status.DRAFT;
    sheet.submittedAt = null;
    sheet.reopened = true;
    ScoreSheet.flush();
    Written written = Sheets.written(sheet);
    audit.record(Action.REOPENED, SheetStates.of(locked.assignment(), sheet, written));
    audit.record(Action.REOPENED, SheetStates.of(locked.assignment(), last));
    return view(locked.assignment(), sheet, written);
  }

  /** Submits a complete sheet, as the caller has seen it. */
  @Transactional
  public View submit(int year, String code, String ifMatch) {
    Locked draft = sheets.draft(year, code, ifMatch);
    List<Draft> missing =
        new MarkableDossier(draft.assignment().dossier)
            .required().stream()
                .filter(cell -> !draft.marks().containsKey(cell))
                .map(ScoreSheetService::missing)
                .toList();
    if (!missing.isEmpty()) {
      throw new Refusal(Problem.SHEET_INCOMPLETE, missing, missing.size());
    }
    ScoreSheet sheet = draft.sheet();
    sheet.status = Status.SUBMITTED;
    sheet.submittedAt = clock.instant();
    int number = Submission.last(sheet.assignmentId).map(s -> s.number).orElse(0) + 1;
    Written written = Sheets.written(sheet);
    Submission submission = new Submission(sheet, number, caller.name(), written);
    submission.persistAndFlush();
    audit.record(Action.SUBMITTED, SheetStates.of(draft.assignment(), sheet, written));
    audit.record(Action.CREATED, SheetStates.of(draft.assignment(), submission));
    return view(draft.assignment(), sheet, written);
  }

  /** What was submitted before submissions were kept, or made with the demonstration edition. */
  private static Submission unkept(Assignment assignment, ScoreSheet sheet) {
    Submission found = new Submission(sheet, 1, assignment.juror.username, Sheets.written(sheet));
    found.persist();
    return found;
  }

  private static List<Draft> violations(Assignment assignment, Content content, boolean removable) {
    MarkableDossier markable = new MarkableDossier(assignment.dossier);
    List<Draft> found = new ArrayList<>();
    found.addAll(markable.violations(content.marks(), removable));
    found.addAll(markable.commentViolations(content.comments()));
    return found;
  }

  private View write(Locked draft, Content content) {
    for (MarkEntry entry : content.marks()) {
      write(draft, entry);
    }
    for (CommentEntry entry : content.comments()) {
      SheetComment stored = draft.comments().get(entry.initiative());
      if (stored == null) {
        new SheetComment(draft.sheet().assignmentId, entry.initiative(), entry.text()).persist();
      } else {
        stored.body = entry.text();
      }
    }
    Versions.raise(draft.sheet());
    Written written = Sheets.written(draft.sheet());
    audit.record(Action.CHANGED, SheetStates.of(draft.assignment(), draft.sheet(), written));
    return view(draft.assignment(), draft.sheet(), written);
  }

  private static void write(Locked draft, MarkEntry entry) {
    Cell cell = new Cell(entry.initiative(), entry.criterion());
    SheetMark stored = draft.marks().get(cell);
    if (entry.value() == null && entry.state() == null) {
      if (stored != null) {
        stored.delete();
      }
      return;
    }
    Mark mark = entry.value() != null ? Mark.of(entry.value()) : new Mark(entry.state(), null);
    if (stored == null) {
      new SheetMark(draft.sheet().assignmentId, cell, mark).persist();
    } else {
      stored.set(mark);
    }
  }

  private static Map<Cell, MarkEntry> byCell(List<MarkEntry> marks) {
    Map<Cell, MarkEntry> byCell = new HashMap<>();
    marks.forEach(m -> byCell.put(new Cell(m.initiative(), m.criterion()), m));
    return byCell;
  }

  private static Draft missing(Cell cell) {
    return Draft.at("/marks/-", Rule.MARK_MISSING, cell.initiative(), cell.criterion())
        .with(Map.of("initiative", cell.initiative(), "criterion", cell.criterion()));
  }

  private static View view(Assignment assignment, ScoreSheet sheet, Written written) {
    Set<Cell> cells = Sheets.cells(written.marks());
    List<Cell> required = new MarkableDossier(assignment.dossier).required();
    int marked = (int) required.stream().filter(cells::contains).count();
    return new View(
        assignment.dossier.edition.year,
        assignment.dossier.code(),
        assignment.juror.handle,
        sheet.status,
        sheet.submittedAt,
        new Progress(required.size(), marked),
        written.marks(),
        written.comments(),
        written.overallComment(),
        sheet.version);
  }
}
