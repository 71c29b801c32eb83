package org.arobase.scoresheet.history;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.arobase.platform.problem.Refusal;
import org.arobase.scoresheet.ScoreSheetApi.MarkChange;
import org.arobase.scoresheet.ScoreSheetApi.MarkEntry;
import org.arobase.scoresheet.ScoreSheetApi.SubmissionView;
import org.arobase.scoresheet.ScoreSheetApi.SubmittedSheet;
import org.arobase.scoresheet.ScoreSheetLocks;
import org.arobase.scoresheet.ScoreSheetProblem;
import org.arobase.scoresheet.Submission;
import org.arobase.scoresheet.Submission.Written;
import org.arobase.scoring.Grid.Cell;

/** Reads the submissions of a sheet. */
@ApplicationScoped
class History {
  private final ScoreSheetLocks sheets;

  History(ScoreSheetLocks sheets) {
    this.sheets = sheets;
  }

  /**
   * All submissions of a sheet, oldest first, each with its changes since the previous one.
   *
   * @throws Refusal 404 when the dossier, the juror or the assignment does not exist
   */
  @Transactional
  public List<SubmissionView> of(int year, String code, String juror) {
    List<SubmissionView> told = new ArrayList<>();
    Written before = null;
    for (Submission submission : Submission.of(sheets.namedEver(year, code, juror).id)) {
      Written now = submission.written();
      told.add(view(submission, before == null ? now : before, now));
      before = now;
    }
    return told;
  }

  /**
   * One submission in full.
   *
   * @throws Refusal 404 when the sheet has no submission with this number
   */
  @Transactional
  public SubmittedSheet one(int year, String code, String juror, int number) {
    Submission found =
        Submission.of(sheets.namedEver(year, code, juror).id).stream()
            .filter(s -> s.number == number)
            .findFirst()
            .orElseThrow(() -> new Refusal(ScoreSheetProblem.SUBMISSION_NOT_FOUND, number));
    Written written = found.written();
    return new SubmittedSheet(
        found.number,
        found.submittedAt,
        found.submittedBy,
        written.marks(),
        written.comments(),
        written.overallComment(),
        found.contentHash);
  }

  private static SubmissionView view(Submission s, Written before, Written now) {
    boolean comments =
        !before.comments().equals(now.comments())
            || !before.overallComment().equals(now.overallComment());
    return new SubmissionView(
        s.number,
        s.submittedAt,
        s.submittedBy,
        s.contentHash,
        changes(before, now),
        comments,
        s.reopenedAt,
        s.reopenedBy,
        s.reopenReason);
  }

  private static List<MarkChange> changes(Written before, Written now) {
    Map<Cell, MarkEntry> old = byCell(before);
    Map<Cell, MarkEntry> fresh = byCell(now);
    Map<Cell, MarkEntry> all = new TreeMap<>();
    all.putAll(old);
    all.putAll(fresh);
    return all.keySet().stream()
        .filter(cell -> !Objects.equals(old.get(cell), fresh.get(cell)))
        .map(
            cell ->
                new MarkChange(cell.initiative(), cell.criterion(), old.get(cell), fresh.get(cell)))
        .toList();
  }

  private static Map<Cell, MarkEntry> byCell(Written written) {
    Map<Cell, MarkEntry> byCell = new TreeMap<>();
    written.marks().forEach(m -> byCell.put(new Cell(m.initiative(), m.criterion()), m));
    return byCell;
  }
}
