package org.arobase.scoresheet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.arobase.edition.Edition;
import org.arobase.edition.Phase;
import org.arobase.identity.Caller;
import org.arobase.identity.Roles;
import org.arobase.jury.Assignment;
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
import org.arobase.scoring.Grid.Cell;
import org.arobase.scoring.Mark;

/** Reads, writes and submits score sheets. */
@ApplicationScoped
public class ScoreSheetService {
  private final Assignments assignments;
  private final Caller caller;
  private final Clock clock;

  ScoreSheetService(Assignments assignments, Caller caller, Clock clock) {
    this.assignments = assignments;
    this.caller = caller;
    this.clock = clock;
  }

  /** A sheet: a juror's own, or for the president a submitted one. */
  @Transactional
  public View read(int year, String code, String juror) {
    Assignment assignment = assignments.readable(year, code, juror);
    ScoreSheet sheet = ScoreSheet.seen(assignment);
    boolean own = assignment.juror.username.equals(caller.name()) && caller.is(Roles.JUROR);
    if (!own && sheet.status != Status.SUBMITTED) {
      throw new Refusal(Problem.NOT_YOUR_SHEET);
    }
    return view(assignment, sheet);
  }

  /** Replaces all that a juror wrote. */
  @Transactional
  public View replace(int year, String code, String juror, Content content, String ifMatch) {
    Draftable draft = draft(year, code, juror, ifMatch);
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
  public View change(int year, String code, String juror, Content content, String ifMatch) {
    Draftable draft = draft(year, code, juror, ifMatch);
    Refusal.ofBody(violations(draft.assignment(), content, true));
    if (content.overallComment() != null) {
      draft.sheet().overallComment = content.overallComment();
    }
    return write(draft, content);
  }

  /** Submits a complete sheet, as the caller has seen it. */
  @Transactional
  public View submit(int year, String code, String juror, String ifMatch) {
    Draftable draft = draft(year, code, juror, ifMatch);
    List<Draft> missing =
        new MarkableDossier(draft.assignment().dossier)
            .required().stream()
                .filter(cell -> !draft.marks().containsKey(cell))
                .map(ScoreSheetService::missing)
                .toList();
    if (!missing.isEmpty()) {
      throw new Refusal(Problem.SHEET_INCOMPLETE, missing, missing.size());
    }
    draft.sheet().status = Status.SUBMITTED;
    draft.sheet().submittedAt = clock.instant();
    ScoreSheet.flush();
    return view(draft.assignment(), draft.sheet());
  }

  /** A locked draft with what is in it. */
  private record Draftable(
      Assignment assignment,
      ScoreSheet sheet,
      Map<Cell, SheetMark> marks,
      Map<Integer, SheetComment> comments) {}

  private Draftable draft(int year, String code, String juror, String ifMatch) {
    Long id = assignments.ownId(year, code, juror);
    Edition.held(year).in(Phase.EVALUATION);
    ScoreSheet sheet = ScoreSheet.locked(id);
    Assignment assignment = Assignment.withDossier(id);
    IfMatch.require(ifMatch, sheet.version);
    sheet.requireDraft();
    return new Draftable(
        assignment,
        sheet,
        SheetMark.of(sheet.assignmentId).stream()
            .collect(Collectors.toMap(SheetMark::cell, Function.identity())),
        SheetComment.of(sheet.assignmentId).stream()
            .collect(Collectors.toMap(c -> c.initiative, Function.identity())));
  }

  private static List<Draft> violations(Assignment assignment, Content content, boolean removable) {
    MarkableDossier markable = new MarkableDossier(assignment.dossier);
    List<Draft> found = new ArrayList<>();
    found.addAll(markable.violations(content.marks(), removable));
    found.addAll(markable.commentViolations(content.comments()));
    return found;
  }

  private View write(Draftable draft, Content content) {
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
    ScoreSheet.flush();
    draft.sheet().written();
    return view(draft.assignment(), draft.sheet());
  }

  private static void write(Draftable draft, MarkEntry entry) {
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

  private static View view(Assignment assignment, ScoreSheet sheet) {
    List<SheetMark> marks = SheetMark.of(sheet.assignmentId);
    Set<Cell> cells = marks.stream().map(SheetMark::cell).collect(Collectors.toSet());
    List<Cell> required = new MarkableDossier(assignment.dossier).required();
    int marked = (int) required.stream().filter(cells::contains).count();
    return new View(
        assignment.dossier.edition.year,
        assignment.dossier.code(),
        assignment.juror.handle,
        sheet.status,
        sheet.submittedAt,
        new Progress(required.size(), marked),
        marks.stream().map(MarkEntry::from).toList(),
        SheetComment.of(sheet.assignmentId).stream().map(CommentEntry::from).toList(),
        sheet.overallComment,
        sheet.version);
  }
}
