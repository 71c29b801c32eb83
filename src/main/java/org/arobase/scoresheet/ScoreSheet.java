package org.arobase.scoresheet;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import org.arobase.audit.Recorded;
import org.arobase.dossier.Dossier;
import org.arobase.jury.assignment.Assignment;
import org.arobase.platform.database.Versioned;
import org.arobase.platform.problem.Refusal;

/** The sheet of an assignment. Before its first write it exists only as {@link #blank}. */
@Entity
public class ScoreSheet extends PanacheEntityBase implements Recorded.Part, Versioned {

  /** The state of a sheet; only a SUBMITTED sheet counts in the rating. */
  public enum Status {
    DRAFT,
    SUBMITTED
  }

  /** Database id of the assignment: an assignment has at most one sheet. */
  @Id public Long assignmentId;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  public Status status = Status.DRAFT;

  public Instant submittedAt;

  /** Whether the sheet was reopened: it can then be written in DELIBERATION too. */
  @Column(nullable = false)
  public boolean reopened;

  /** Rises with every write of the sheet. */
  @Version public int version;

  /** The text of the {@link SheetDocument}. */
  @Column(nullable = false, columnDefinition = "longtext")
  private String content = SheetDocument.EMPTY.text();

  /**
   * What is written in the sheet.
   *
   * @throws IllegalArgumentException when somebody has put another text there by SQL
   */
  public SheetDocument document() {
    return SheetDocument.read(content);
  }

  /** Replaces what is written in the sheet. */
  public void write(SheetDocument document) {
    content = document.text();
  }

  /** The stored text of the document. */
  String text() {
    return content;
  }

  /** Whether nothing is written in the sheet. */
  boolean isEmpty() {
    return content.equals(SheetDocument.EMPTY.text());
  }

  /** The sheets of a dossier that count: submitted, of assignments in force. */
  public static List<ScoreSheet> submitted(Dossier dossier) {
    return list(
        "status = ?1 and assignmentId in"
            + " (select a.id from Assignment a where a.dossier = ?2 and a.ended is null)",
        Status.SUBMITTED,
        dossier);
  }

  /** The sheet of an assignment before its first write: version 0. */
  static ScoreSheet blank(Assignment assignment) {
    ScoreSheet blank = new ScoreSheet();
    blank.assignmentId = assignment.id;
    return blank;
  }

  /**
   * Creates the row of a sheet. Of two simultaneous first writes the second waits, then sees the
   * row of the first. (An {@code insert ignore} would take a shared lock on an existing row, and
   * two transactions that share it deadlock.)
   */
  static void createIfMissing(Long assignment) {
    getEntityManager()
        .createNativeQuery(
            "insert into score_sheet (assignment_id, status, content, version)"
                + " values (:id, 'DRAFT', :empty, 0) on duplicate key update version = version")
        .setParameter("id", assignment)
        .setParameter("empty", SheetDocument.EMPTY.text())
        .executeUpdate();
  }

  /**
   * Refuses to change a submitted sheet.
   *
   * @throws Refusal 409 when the sheet is submitted
   */
  void requireDraft() {
    if (status != Status.DRAFT) {
      throw new Refusal(ScoreSheetProblem.SHEET_SUBMITTED);
    }
  }

  @Override
  public int version() {
    return version;
  }
}
