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
import org.arobase.platform.problem.Problem;
import org.arobase.platform.problem.Refusal;

/** The sheet of an assignment. Before its first write it exists only as {@link #blank}. */
@Entity
public class ScoreSheet extends PanacheEntityBase implements PartOfRecorded, Versioned {

  /** Where a sheet stands. */
  public enum Status {
    DRAFT,
    SUBMITTED
  }

  /** The inner number of its assignment: there cannot be two. */
  @Id public Long assignmentId;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  public Status status = Status.DRAFT;

  @Column(nullable = false, columnDefinition = "text")
  public String overallComment = "";

  public Instant submittedAt;

  /** Opened again by the president: it can be written in DELIBERATION too. */
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
   * The sheet of an assignment, made if it is not there yet, and locked: of two first writes at the
   * same time the database makes one wait and then see the other's version. (An {@code insert
   * ignore} would share the lock of a row that is there, and two sharers deadlock.)
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

  /** Refuses to change a sheet that was submitted. */
  void requireDraft() {
    if (status != Status.DRAFT) {
      throw new Refusal(Problem.SHEET_SUBMITTED);
    }
  }

  @Override
  public int version() {
    return version;
  }
}
