package org.arobase.scoresheet;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.arobase.audit.Recorded;
import org.arobase.platform.canonical.Canonical;
import org.arobase.platform.database.BaseEntity;

/** A submitted version of a sheet; it is kept when the sheet changes later. */
@Entity
public class Submission extends BaseEntity implements Recorded.Part {
  @Column(nullable = false)
  public Long sheetId;

  /** Number among the submissions of the sheet, from 1. */
  @Column(nullable = false)
  public int number;

  @Column(nullable = false)
  public String submittedBy;

  @Column(nullable = false)
  public Instant submittedAt;

  /** The text of the {@link SheetDocument}. */
  @Column(nullable = false, columnDefinition = "longtext")
  String content;

  /** SHA-256 of the content. */
  @Column(nullable = false)
  public String contentHash;

  /** The user who reopened the sheet after this submission; null when nobody did. */
  public String reopenedBy;

  public Instant reopenedAt;

  @Column(columnDefinition = "text")
  public String reopenReason;

  protected Submission() {}

  Submission(int number, String by, ScoreSheet sheet) {
    this.sheetId = sheet.assignmentId;
    this.number = number;
    this.submittedBy = by;
    this.submittedAt = sheet.submittedAt;
    this.content = sheet.text();
    this.contentHash = Canonical.hash(content);
  }

  /** The first submission of a submitted sheet. */
  public static Submission first(ScoreSheet sheet, String by) {
    return new Submission(1, by, sheet);
  }

  /** The submitted content. */
  public SheetDocument document() {
    return SheetDocument.read(content);
  }

  /** A sheet's submissions, oldest first. */
  public static List<Submission> of(Long sheetId) {
    return list("sheetId = ?1 order by number", sheetId);
  }

  /** The last submission of a sheet, if there is one. */
  static Optional<Submission> last(Long sheetId) {
    return find("sheetId = ?1 order by number desc", sheetId).firstResultOptional();
  }
}
