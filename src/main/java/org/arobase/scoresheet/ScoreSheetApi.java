package org.arobase.scoresheet;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.arobase.platform.http.AnswerHeaders;
import org.arobase.platform.http.HasETag;
import org.arobase.platform.language.Typed;
import org.arobase.scoresheet.ScoreSheet.Status;
import org.arobase.scoresheet.SheetDocument.Audience;
import org.arobase.scoresheet.SheetDocument.Comment;
import org.arobase.scoring.Grid.Cell;
import org.arobase.scoring.Mark;
import org.arobase.scoring.Mark.State;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The records of the score sheets' API. */
public final class ScoreSheetApi {
  public static final int LONGEST_COMMENT = 10_000;
  public static final int LONGEST_OVERALL = 20_000;
  private static final int MOST_AT_ONCE = 200;

  private static final String AUDIENCE =
      "Who reads the comment: JURY, or AUTHORITY for the letter to the authority too. Absent in a"
          + " body: JURY.";

  private ScoreSheetApi() {}

  /** A mark in a sheet. */
  @Schema(
      name = "Mark",
      description =
          "A mark: a value on the criterion's scale, or a state that explains why there is no"
              + " value. In a PATCH, an entry with neither removes the mark.")
  public record MarkEntry(
      @Schema(description = "Number of the initiative.", examples = "1") int initiative,
      @NotBlank @Schema(description = "Code of the criterion.", examples = "utility")
          String criterion,
      @Schema(description = "On the criterion's scale; absent with a state other than MARKED.")
          @Nullable BigDecimal value,
      @Schema(description = "Absent means MARKED when there is a value.") @Nullable State state) {
    /** The place of the mark in the sheet. */
    @JsonIgnore
    @Schema(hidden = true)
    public Cell cell() {
      return new Cell(initiative, criterion);
    }

    /** Whether it has neither value nor state: in a change it takes the mark away. */
    @JsonIgnore
    @Schema(hidden = true)
    public boolean isEmpty() {
      return value == null && state == null;
    }

    /** The mark; only of an entry that is not empty. */
    Mark mark() {
      return value != null ? Mark.of(value) : new Mark(state, null);
    }

    static MarkEntry from(Cell cell, Mark mark) {
      State state = mark.state() == State.MARKED ? null : mark.state();
      return new MarkEntry(cell.initiative(), cell.criterion(), mark.value(), state);
    }
  }

  /** A comment on an initiative. */
  @Schema(name = "Comment", description = "A juror's comment on an initiative.")
  public record CommentEntry(
      @Schema(description = "Number of the initiative.", examples = "1") int initiative,
      @NotNull @Size(max = LONGEST_COMMENT) @Pattern(regexp = Typed.PRINTABLE) String text,
      @Schema(description = AUDIENCE) @Nullable Audience audience) {
    public CommentEntry {
      text = Typed.lines(text);
    }

    Comment comment() {
      return Comment.of(text, audience);
    }
  }

  /** The content of a sheet; other properties of a GET answer are accepted and ignored. */
  @Schema(
      name = "ScoreSheetContent",
      additionalProperties = Schema.True.class,
      description =
          "The content that a juror writes. PUT replaces all of it; PATCH changes the marks and"
              + " comments that it names, and the overall comment if there is one. An empty text"
              + " removes a comment. The other"
              + " properties of a GET answer are ignored, so that a client can send the answer"
              + " back.")
  @JsonIgnoreProperties({"edition", "dossier", "juror", "status", "submittedAt", "progress"})
  public record Content(
      @Nullable @Size(max = 20_000) List<@NotNull @Valid MarkEntry> marks,
      @Nullable @Size(max = 1_000) List<@NotNull @Valid CommentEntry> comments,
      @Nullable @Size(max = LONGEST_OVERALL) @Pattern(regexp = Typed.PRINTABLE)
          String overallComment,
      @Schema(description = AUDIENCE) @Nullable Audience overallAudience) {
    public Content {
      overallComment = Typed.lines(overallComment);
      marks = marks == null ? List.of() : marks;
      comments = comments == null ? List.of() : comments;
    }
  }

  /** The reason for reopening a sheet. */
  @Schema(name = "Reopening", description = "The reason for reopening a sheet.")
  public record Reopening(@NotBlank @Size(max = 2000) String reason) {}

  /** A sheet to submit. */
  @Schema(name = "SheetToSubmit", description = "A score sheet to submit.")
  public record ToSubmit(
      @NotBlank @Size(max = 9) @Schema(description = "Code of the dossier.", examples = "78138")
          String dossier,
      @NotBlank
          @Size(max = 40)
          @Schema(description = "ETag of the sheet as its author has seen it.", examples = "\"4\"")
          String etag) {}

  /** Sheets to submit, all or none. */
  @Schema(name = "SheetsToSubmit", description = "The caller's score sheets to submit.")
  public record AllToSubmit(
      @NotEmpty @Size(max = MOST_AT_ONCE) List<@NotNull @Valid ToSubmit> sheets) {}

  /** A sheet that was submitted. */
  @Schema(name = "SheetSubmitted", description = "A score sheet that was submitted.")
  public record Submitted(
      @Schema(description = "Code of the dossier.", examples = "78138") String dossier,
      Instant submittedAt,
      @Schema(description = "The new ETag of the sheet.", examples = "\"5\"") String etag) {
    /** What the answer says of a sheet. */
    public static Submitted of(View sheet) {
      return new Submitted(sheet.dossier(), sheet.submittedAt(), AnswerHeaders.etag(sheet));
    }
  }

  /** The sheets that were submitted, in the order of the request. */
  @Schema(name = "SheetsSubmitted", description = "The score sheets that were submitted.")
  public record AllSubmitted(List<Submitted> sheets) {}

  /** A mark that differs between two submissions. */
  @Schema(name = "MarkChange", description = "A mark that differs between two submissions.")
  public record MarkChange(
      @Schema(description = "Number of the initiative.", examples = "1") int initiative,
      @Schema(description = "Code of the criterion.", examples = "utility") String criterion,
      @Schema(description = "The mark before; absent when there was none.")
          @Nullable MarkEntry before,
      @Schema(description = "The mark after; absent when it was removed.")
          @Nullable MarkEntry after) {

    /** The change of a cell; null: no mark. */
    public static MarkChange of(Cell cell, @Nullable Mark before, @Nullable Mark after) {
      return new MarkChange(
          cell.initiative(), cell.criterion(), entry(cell, before), entry(cell, after));
    }

    private static @Nullable MarkEntry entry(Cell cell, @Nullable Mark mark) {
      return mark == null ? null : MarkEntry.from(cell, mark);
    }
  }

  /** A submission of a sheet. */
  @Schema(name = "Submission", description = "A submitted version of a sheet.")
  public record SubmissionView(
      @Schema(description = "From 1.", examples = "1") int number,
      Instant submittedAt,
      @Schema(examples = "juror1") String submittedBy,
      @Schema(description = "SHA-256 of the submitted content.") String contentHash,
      @Schema(
              description =
                  "The marks that differ from the previous submission; empty for the first.")
          List<MarkChange> changes,
      @Schema(description = "Whether comments differ from the previous submission.")
          boolean commentsChanged,
      @Nullable Instant reopenedAt,
      @Nullable String reopenedBy,
      @Nullable String reopenReason) {}

  /** A submission with its full content. */
  @Schema(name = "SubmittedSheet", description = "A submitted version of a sheet, in full.")
  public record SubmittedSheet(
      @Schema(description = "From 1.", examples = "1") int number,
      Instant submittedAt,
      @Schema(examples = "juror1") String submittedBy,
      List<MarkEntry> marks,
      List<CommentEntry> comments,
      String overallComment,
      @Schema(description = AUDIENCE) Audience overallAudience,
      @Schema(description = "SHA-256 of the submitted content.") String contentHash)
      implements HasETag {
    @Override
    public String tag() {
      return contentHash;
    }
  }

  /** The progress of a sheet. */
  @Schema(name = "SheetProgress", description = "How many of the required marks a sheet has.")
  public record Progress(
      @Schema(description = "Marks that the sheet needs to be submitted.") int required,
      @Schema(description = "Required marks that are given.") int marked) {}

  /** A sheet. */
  @Schema(name = "ScoreSheet", description = "A juror's sheet on a dossier.")
  public record View(
      @Schema(examples = "2020") int edition,
      @Schema(description = "Code of the dossier.", examples = "78138") String dossier,
      @Schema(description = "Id of the juror.", examples = "juror1") String juror,
      Status status,
      @Nullable Instant submittedAt,
      Progress progress,
      List<MarkEntry> marks,
      List<CommentEntry> comments,
      String overallComment,
      @Schema(description = AUDIENCE) Audience overallAudience,
      @Schema(hidden = true) @JsonIgnore int version)
      implements HasETag {
    @Override
    public String tag() {
      return String.valueOf(version);
    }
  }

  /** A dossier in a juror's worklist. */
  @Schema(name = "WorklistEntry", description = "A dossier that the juror is to score.")
  public record WorklistEntry(
      @Schema(description = "Code of the dossier.", examples = "78138") String dossier,
      @Schema(examples = "Chanteloup-les-Vignes") String name,
      @Schema(description = "Number of the département.", examples = "78") String department,
      @Schema(description = "Inhabitants.") int population,
      @Schema(description = "Code of its stratum.") String stratum,
      Status status,
      Progress progress) {}
}
