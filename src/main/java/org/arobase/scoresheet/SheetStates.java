package org.arobase.scoresheet;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.arobase.audit.StateSource;
import org.arobase.audit.Subject;
import org.arobase.jury.assignment.Assignment;
import org.arobase.platform.canonical.Canonical;
import org.arobase.platform.database.Stateless;
import org.arobase.scoresheet.ScoreSheet.Status;
import org.jspecify.annotations.Nullable;

/** The recorded states of score sheets and of their submissions. */
@ApplicationScoped
class SheetStates implements StateSource {
  private static final String SHEET = "score-sheet";
  private static final String SUBMISSION = "submission";

  /** An outer join: a sheet without an assignment, which only SQL can make, must be noticed. */
  private static final String OF_YEAR =
      " left join fetch a.juror left join fetch a.dossier d left join fetch d.authority"
          + " where (:year is null or d.edition.year = :year)";

  /** The hash stands for the document: it is made from the stored text whenever a state is read. */
  private record SheetContent(
      Status status,
      boolean reopened,
      @Nullable Instant submittedAt,
      int version,
      String contentHash) {}

  private record SubmissionContent(
      String submittedBy,
      Instant submittedAt,
      String content,
      String contentHash,
      @Nullable String reopenedBy,
      @Nullable Instant reopenedAt,
      @Nullable String reopenReason) {}

  /** The present state of a sheet. */
  static State of(Assignment assignment, ScoreSheet sheet) {
    return new State(
        subject(assignment),
        new SheetContent(
            sheet.status,
            sheet.reopened,
            sheet.submittedAt,
            sheet.version,
            Canonical.hash(sheet.text())));
  }

  static State of(Assignment a, Submission s) {
    return new State(
        Subject.ofDossier(
            SUBMISSION, a.dossier.edition.year, a.dossier.code(), a.juror.handle + "/" + s.number),
        new SubmissionContent(
            s.submittedBy,
            s.submittedAt,
            Canonical.hash(s.content),
            s.contentHash,
            s.reopenedBy,
            s.reopenedAt,
            s.reopenReason));
  }

  @Override
  public List<String> kinds() {
    return List.of(SHEET, SUBMISSION);
  }

  @Override
  public void present(@Nullable Integer year, Consumer<State> to) {
    Map<String, Integer> ofYear = Collections.singletonMap("year", year);
    Stateless.pages(
        "select a, s from ScoreSheet s left join Assignment a on a.id = s.assignmentId"
            + OF_YEAR
            + " and s.assignmentId > :after order by s.assignmentId",
        SheetRow.class,
        ofYear,
        row -> row.sheet.assignmentId,
        page -> page.forEach(row -> to.accept(of(row.of, row.sheet))));
    Stateless.pages(
        "select a, s from Submission s left join Assignment a on a.id = s.sheetId"
            + OF_YEAR
            + " and s.id > :after order by s.id",
        SubmissionRow.class,
        ofYear,
        row -> row.submission.id,
        page -> page.forEach(row -> to.accept(of(row.of, row.submission))));
  }

  private record SheetRow(Assignment of, ScoreSheet sheet) {}

  private record SubmissionRow(Assignment of, Submission submission) {}

  private static Subject subject(Assignment a) {
    return Subject.ofDossier(SHEET, a.dossier.edition.year, a.dossier.code(), a.juror.handle);
  }
}
