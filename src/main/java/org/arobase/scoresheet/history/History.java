package org.arobase.scoresheet.history;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.arobase.platform.problem.Refusal;
import org.arobase.scoresheet.ScoreSheetApi.MarkChange;
import org.arobase.scoresheet.ScoreSheetApi.SubmissionView;
import org.arobase.scoresheet.ScoreSheetApi.SubmittedSheet;
import org.arobase.scoresheet.ScoreSheetFinder;
import org.arobase.scoresheet.ScoreSheetProblem;
import org.arobase.scoresheet.SheetDocument;
import org.arobase.scoresheet.Submission;
import org.arobase.scoring.Grid.Cell;

/** Reads the submissions of a sheet. */
@ApplicationScoped
class History {
  private final ScoreSheetFinder sheets;

  History(ScoreSheetFinder sheets) {
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
    SheetDocument before = null;
    for (Submission submission : Submission.of(sheets.namedEver(year, code, juror).id)) {
      SheetDocument now = submission.document();
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
    SheetDocument document = found.document();
    return new SubmittedSheet(
        found.number,
        found.submittedAt,
        found.submittedBy,
        document.markEntries(),
        document.commentEntries(),
        document.overall().text(),
        document.overall().audience(),
        found.contentHash);
  }

  private static SubmissionView view(Submission s, SheetDocument before, SheetDocument now) {
    boolean comments =
        !before.comments().equals(now.comments()) || !before.overall().equals(now.overall());
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

  private static List<MarkChange> changes(SheetDocument before, SheetDocument now) {
    SortedSet<Cell> all = new TreeSet<>(before.marks().keySet());
    all.addAll(now.marks().keySet());
    return all.stream()
        .filter(cell -> !Objects.equals(before.marks().get(cell), now.marks().get(cell)))
        .map(cell -> MarkChange.of(cell, before.marks().get(cell), now.marks().get(cell)))
        .toList();
  }
}
