package org.arobase.scoresheet;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.arobase.audit.StateSource;
import org.arobase.audit.Subject;
import org.arobase.jury.assignment.Assignment;
import org.arobase.platform.canonical.Canonical;
import org.arobase.scoresheet.ScoreSheet.Status;
import org.jspecify.annotations.Nullable;

/** The recorded states of score sheets and of their submissions. */
@ApplicationScoped
class SheetStates implements StateSource {
  private static final String SHEET = "score-sheet";
  private static final String SUBMISSION = "submission";
  private static final String OF_SHEETS =
      "(?1 is null or sheetId in"
          + " (select a.id from Assignment a where a.dossier.edition.year = ?1)) ";

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
  public List<State> present(@Nullable Integer year) {
    Map<Long, Assignment> assignments =
        Assignment.ever(year).stream().collect(Collectors.toMap(a -> a.id, a -> a));
    Stream<State> sheets =
        ScoreSheet.<ScoreSheet>list(OF_SHEETS.replace("sheetId", "assignmentId"), year).stream()
            .map(s -> of(assignments.get(s.assignmentId), s));
    Stream<State> submissions =
        Submission.<Submission>list(OF_SHEETS, year).stream()
            .map(s -> of(assignments.get(s.sheetId), s));
    return Stream.concat(sheets, submissions).toList();
  }

  private static Subject subject(Assignment a) {
    return Subject.ofDossier(SHEET, a.dossier.edition.year, a.dossier.code(), a.juror.handle);
  }
}
