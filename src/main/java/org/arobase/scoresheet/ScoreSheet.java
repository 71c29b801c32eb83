package org.arobase.scoresheet;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import org.arobase.audit.PartOfRecorded;
import org.arobase.jury.assignment.Assignment;
import org.arobase.platform.database.ByKey;
import org.arobase.platform.database.Locks;
import org.arobase.platform.database.Versioned;
import org.arobase.platform.problem.Refusal;

/** The sheet of an assignment. Before its first write it exists only as {@link #blank}. */
@Entity
public class ScoreSheet extends PanacheEntityBase implements PartOfRecorded, Versioned {

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

  @Column(nullable = false, columnDefinition = "text")
  public String overallComment = "";

  public Instant submittedAt;

  /** Whether the sheet was reopened: it can then be written in DELIBERATION too. */
  @Column(nullable = false)
  public boolean reopened;

  /** Rises with every write of the sheet, its marks or its comments. */
  @Version public int version;

  /** The sheet of an assignment as it is now; version 0 before the first write. */
  static ScoreSheet seen(Assignment assignment) {
    return ByKey.find(ScoreSheet.class, assignment.id).orElseGet(() -> blank(assignment));
  }

  private static ScoreSheet blank(Assignment assignment) {
    ScoreSheet blank = new ScoreSheet();
    blank.assignmentId = assignment.id;
    return blank;
  }

  /**
   * Locks the sheet of an assignment, and creates it first if it does not exist. Of two
   * simultaneous first writes the second waits, then sees the version of the first. (An {@code
   * insert ignore} would take a shared lock on an existing row, and two transactions that share it
   * deadlock.)
   */
  static ScoreSheet locked(Long assignment) {
    getEntityManager()
        .createNativeQuery(
            "insert into score_sheet (assignment_id, status, overall_comment, version)"
                + " values (:id, 'DRAFT', '', 0) on duplicate key update version = version")
        .setParameter("id", assignment)
        .executeUpdate();
    return Locks.exclusive(ScoreSheet.class, assignment).orElseThrow();
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
