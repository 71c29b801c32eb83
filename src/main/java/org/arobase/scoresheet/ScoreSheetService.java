package org.arobase.scoresheet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.arobase.access.AccessProblem;
import org.arobase.audit.Action;
import org.arobase.audit.WriteDoor;
import org.arobase.identity.Caller;
import org.arobase.identity.Roles;
import org.arobase.jury.assignment.Assignment;
import org.arobase.platform.database.RetryOnLostRace;
import org.arobase.platform.http.IfMatch;
import org.arobase.platform.problem.CommonProblem;
import org.arobase.platform.problem.Refusal;
import org.arobase.platform.problem.Violation.Draft;
import org.arobase.scoresheet.ScoreSheet.Status;
import org.arobase.scoresheet.ScoreSheetApi.Content;
import org.arobase.scoresheet.ScoreSheetApi.Progress;
import org.arobase.scoresheet.ScoreSheetApi.ToSubmit;
import org.arobase.scoresheet.ScoreSheetApi.View;
import org.arobase.scoring.Grid.Cell;

/** Reads, writes and submits score sheets. */
@ApplicationScoped
@RetryOnLostRace
public class ScoreSheetService {
  private final ScoreSheetFinder sheets;
  private final Caller caller;
  private final WriteDoor door;
  private final Clock clock;

  ScoreSheetService(ScoreSheetFinder sheets, Caller caller, WriteDoor door, Clock clock) {
    this.sheets = sheets;
    this.caller = caller;
    this.door = door;
    this.clock = clock;
  }

  /**
   * The caller's own sheet, or another juror's submitted sheet.
   *
   * @throws Refusal 403 when the sheet is another juror's and not submitted
   */
  @Transactional
  public View read(int year, String code, String juror) {
    AssignedSheet seen = sheets.seen(year, code, juror);
    boolean own = seen.assignment().juror.username.equals(caller.name()) && caller.is(Roles.JUROR);
    if (!own && seen.sheet().status != Status.SUBMITTED) {
      throw new Refusal(AccessProblem.NOT_YOUR_SHEET);
    }
    return view(seen);
  }

  /** Replaces everything that the juror wrote. */
  @Transactional
  public View replace(int year, String code, Content content, String ifMatch) {
    return write(year, code, ifMatch, content, false);
  }

  /**
   * Changes only what the content names, for clients that autosave.
   *
   * @throws Refusal 422 when the content is invalid
   */
  @Transactional
  public View change(int year, String code, Content content, String ifMatch) {
    return write(year, code, ifMatch, content, true);
  }

  private View write(
      int year, String code, String ifMatch, Content content, boolean onlyWhatIsNamed) {
    return view(
        door.change(
            sheets.draft(year, code),
            ifMatch,
            Action.CHANGED,
            draft -> {
              draft.sheet().requireDraft();
              Refusal.ofBody(violations(draft.dossier(), content, onlyWhatIsNamed));
              draft.write(
                  before ->
                      onlyWhatIsNamed ? before.changedBy(content) : before.replacedBy(content));
            }));
  }

  /**
   * Reopens a submitted sheet; its submission is kept.
   *
   * @param reason required; shown with the submission
   * @throws Refusal 409 when the sheet is not submitted
   */
  @Transactional
  public View reopen(int year, String code, String juror, String reason, String ifMatch) {
    AssignedSheet named = sheets.ofJuror(year, code, juror);
    if (named.assignment().juror.username.equals(caller.name())) {
      // a chair can have a sheet on the dossier: nobody reopens their own
      throw new Refusal(CommonProblem.FORBIDDEN);
    }
    AssignedSheet reopened =
        door.change(named, ifMatch, Action.REOPENED, ScoreSheetService::reopen);
    Assignment assignment = reopened.assignment();
    Submission last = Submission.last(assignment.id).orElseThrow();
    door.write(
        SheetStates.of(assignment, last),
        Action.REOPENED,
        () -> {
          last.reopenedBy = caller.name();
          last.reopenedAt = clock.instant();
          last.reopenReason = reason;
          return SheetStates.of(assignment, last);
        });
    return view(reopened);
  }

  private static void reopen(AssignedSheet submitted) {
    ScoreSheet sheet = submitted.sheet();
    if (sheet.status != Status.SUBMITTED) {
      throw new Refusal(ScoreSheetProblem.SHEET_NOT_SUBMITTED);
    }
    sheet.status = Status.DRAFT;
    sheet.submittedAt = null;
    sheet.reopened = true;
  }

  /**
   * Submits the caller's draft, in the version that the caller has seen.
   *
   * @throws Refusal 422 when required marks are missing
   */
  @Transactional
  public View submit(int year, String code, String ifMatch) {
    AssignedSheet draft = sheets.draft(year, code);
    IfMatch.require(ifMatch, draft.version());
    return submitted(draft);
  }

  /**
   * Submits several of the caller's drafts, all or none, each in the version that the caller has
   * seen.
   *
   * @return the sheets in the order of the request
   * @throws Refusal 409 in another phase, 422 with everything that is wrong with any of them
   */
  @Transactional
  public List<View> submitAll(int year, List<ToSubmit> wanted) {
    Refusal.ofBody(wrongNames(year, wanted));
    Map<String, AssignedSheet> drafts = new HashMap<>();
    // in one order, so that two requests cannot wait for each other
    wanted.stream()
        .map(ToSubmit::dossier)
        .sorted()
        .forEach(code -> drafts.put(code, sheets.draft(year, code)));
    List<Draft> wrong = new ArrayList<>();
    for (int i = 0; i < wanted.size(); i++) {
      wrong.addAll(faults(wanted.get(i), drafts.get(wanted.get(i).dossier()), "/sheets/" + i));
    }
    Refusal.ofBody(wrong);
    return wanted.stream().map(one -> submitted(drafts.get(one.dossier()))).toList();
  }

  private List<Draft> wrongNames(int year, List<ToSubmit> wanted) {
    List<Draft> wrong = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < wanted.size(); i++) {
      String code = wanted.get(i).dossier();
      String place = "/sheets/" + i + "/dossier";
      if (!seen.add(code)) {
        wrong.add(Draft.at(place, ScoreSheetRule.SHEET_TWICE, code));
      } else if (!sheets.isMine(year, code)) {
        wrong.add(Draft.at(place, ScoreSheetRule.NOT_MINE_TO_SCORE, code));
      }
    }
    return wrong;
  }

  private static List<Draft> faults(ToSubmit wanted, AssignedSheet draft, String place) {
    if (draft.sheet().status == Status.SUBMITTED) {
      return List.of(
          Draft.at(place + "/dossier", ScoreSheetRule.SHEET_IS_SUBMITTED, wanted.dossier()));
    }
    if (!IfMatch.names(wanted.etag(), draft.version())) {
      return List.of(Draft.at(place + "/etag", ScoreSheetRule.SHEET_CHANGED, wanted.dossier()));
    }
    return missing(draft).stream()
        .map(
            cell ->
                Draft.at(
                        place,
                        ScoreSheetRule.MARK_MISSING_IN,
                        wanted.dossier(),
                        cell.initiative(),
                        cell.criterion())
                    .with(
                        Map.of(
                            "dossier",
                            wanted.dossier(),
                            "initiative",
                            cell.initiative(),
                            "criterion",
                            cell.criterion())))
        .toList();
  }

  private View submitted(AssignedSheet draft) {
    AssignedSheet submitted = door.change(draft, Action.SUBMITTED, this::submit);
    Long id = submitted.assignment().id;
    int number = Submission.last(id).map(s -> s.number).orElse(0) + 1;
    Submission submission = new Submission(number, caller.name(), submitted.sheet());
    door.write(
        null,
        Action.CREATED,
        () -> {
          submission.persist();
          return SheetStates.of(submitted.assignment(), submission);
        });
    return view(submitted);
  }

  private void submit(AssignedSheet draft) {
    draft.sheet().requireDraft();
    List<Draft> missing = missing(draft).stream().map(ScoreSheetService::missing).toList();
    if (!missing.isEmpty()) {
      throw new Refusal(ScoreSheetProblem.SHEET_INCOMPLETE, missing, missing.size());
    }
    draft.sheet().status = Status.SUBMITTED;
    draft.sheet().submittedAt = clock.instant();
  }

  private static List<Cell> missing(AssignedSheet draft) {
    Set<Cell> marked = draft.sheet().document().marks().keySet();
    return draft.dossier().required().stream().filter(cell -> !marked.contains(cell)).toList();
  }

  private static List<Draft> violations(
      MarkableDossier markable, Content content, boolean removable) {
    List<Draft> found = new ArrayList<>();
    found.addAll(markable.violations(content.marks(), removable));
    found.addAll(markable.commentViolations(content.comments()));
    return found;
  }

  private static Draft missing(Cell cell) {
    return Draft.at("/marks/-", ScoreSheetRule.MARK_MISSING, cell.initiative(), cell.criterion())
        .with(Map.of("initiative", cell.initiative(), "criterion", cell.criterion()));
  }

  private static View view(AssignedSheet seen) {
    Assignment assignment = seen.assignment();
    ScoreSheet sheet = seen.sheet();
    SheetDocument document = sheet.document();
    List<Cell> required = seen.dossier().required();
    return new View(
        assignment.dossier.edition.year,
        assignment.dossier.code(),
        assignment.juror.handle,
        sheet.status,
        sheet.submittedAt,
        new Progress(required.size(), document.marked(required)),
        document.markEntries(),
        document.commentEntries(),
        document.overall().text(),
        document.overall().audience(),
        sheet.version);
  }
}
