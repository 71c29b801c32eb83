package org.arobase.scoresheet;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.arobase.audit.PartOfRecorded;
import org.arobase.platform.canonical.Canonical;
import org.arobase.platform.database.BaseEntity;
import org.arobase.scoresheet.ScoreSheetApi.CommentEntry;
import org.arobase.scoresheet.ScoreSheetApi.MarkEntry;

/** A submitted version of a sheet; it is kept when the sheet changes later. */
@Entity
public class Submission extends BaseEntity implements PartOfRecorded {
  @Column(nullable = false)
  public Long sheetId;

  /** Number among the submissions of the sheet, from 1. */
  @Column(nullable = false)
  public int number;

  @Column(nullable = false)
  public String submittedBy;

  @Column(nullable = false)
  public Instant submittedAt;

  /** Canonical JSON of {@link Written}. */
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

  /** The content of a juror's sheet. */
  public record Written(List<MarkEntry> marks, List<CommentEntry> comments, String overallComment) {
    public static Written of(List<SheetMark> marks, List<SheetComment> comments, ScoreSheet sheet) {
      return new Written(
          marks.stream().map(MarkEntry::from).toList(),
          comments.stream().map(CommentEntry::from).toList(),
          sheet.overallComment);
    }
  }

  protected Submission() {}

  Submission(Long sheetId, int number, String by, Instant at, Written written) {
    this.sheetId = sheetId;
    this.number = number;
    this.submittedBy = by;
    this.submittedAt = at;
    this.content = Canonical.json(written);
    this.contentHash = Canonical.hash(content);
  }

  /** The first submission of a sheet that has these marks and no comment on an initiative. */
  public static Submission of(ScoreSheet sheet, String by, List<SheetMark> marks) {
    List<SheetMark> sorted = new ArrayList<>(marks);
    sorted.sort(Comparator.comparing(SheetMark::cell));
    Written written = Written.of(sorted, List.of(), sheet);
    return new Submission(sheet.assignmentId, 1, by, sheet.submittedAt, written);
  }

  /** The submitted content. */
  public Written written() {
    return Canonical.read(content, Written.class);
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
