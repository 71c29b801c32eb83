package org.arobase.platform.tabular.importing;

import java.util.Arrays;
import java.util.List;
import org.arobase.platform.problem.Violation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The records that every import answers with. */
public final class ImportApi {
  private ImportApi() {}

  /** The outcome of a line. */
  public enum Outcome {
    CREATED,
    CHANGED,
    UNCHANGED,
    /** The line is right, but another one is wrong, so nothing of the file is written. */
    BLOCKED,
    /** The line is wrong, so nothing of the file is written. */
    REFUSED
  }

  /** A value that a line changes. */
  @Schema(name = "FieldChange", description = "A value that a line changes.")
  public record FieldChange(
      @Schema(description = "Name of the column.", examples = "email") String column,
      @Schema(
              description =
                  "The value before, as the export shows it; absent: empty. Of a long text, the"
                      + " part that differs.")
          @Nullable String before,
      @Schema(description = "The value after, in the same form.") @Nullable String after) {
    private static final int LONGEST = 200;
    private static final int LEAD = 40;

    /** The change of a column between two texts; an empty text is an empty cell. */
    public static FieldChange of(String column, String before, String after) {
      int[] was = before.codePoints().toArray();
      int[] is = after.codePoints().toArray();
      boolean isLong = Math.max(was.length, is.length) > LONGEST;
      int from = isLong ? Math.max(0, Arrays.mismatch(was, is) - LEAD) : 0;
      return new FieldChange(column, part(was, from), part(is, from));
    }

    private static @Nullable String part(int[] text, int from) {
      if (text.length == 0) {
        return null;
      }
      int length = Math.min(text.length - from, LONGEST);
      return (from > 0 ? "…" : "")
          + new String(text, from, length)
          + (from + length < text.length ? "…" : "");
    }
  }

  /** A line and its outcome. */
  @Schema(name = "ImportedLine", description = "A line of a file and its outcome.")
  public record LineView(
      @Schema(
              description =
                  "Line number as a spreadsheet shows it (the header is 1); for JSON, the position"
                      + " in the array, from 1.",
              examples = "2")
          int line,
      Outcome outcome,
      @Schema(description = "What the line is about.", examples = "78138/3") String subject,
      @Schema(
              description =
                  "The values that a line with the outcome CHANGED or BLOCKED changes; told of the"
                      + " first 20,000 such lines.")
          @Nullable List<FieldChange> changes,
      @Schema(description = "What is wrong with the line; the pointer names the column.")
          @Nullable List<Violation> violations) {}

  /** The ETag of what a table names. */
  @Schema(name = "ImportedTag", description = "The ETag of what a table names.")
  public record Tag(
      @Schema(description = "What has this ETag.", examples = "78138") String subject,
      @Schema(description = "What the next change sends as If-Match.", examples = "\"4\"")
          String etag) {}

  /** The result of an import. */
  @Schema(name = "ImportResult", description = "What an import did, or would do.")
  public record Result(
      @Schema(description = "True when nothing was written.") boolean dryRun,
      @Schema(description = "Number of lines read.") int read,
      int created,
      int changed,
      int unchanged,
      @Schema(description = "Lines that are right, but wait until the refused ones are too.")
          int blocked,
      int refused,
      List<LineView> lines,
      @Schema(
              description =
                  "Score sheets only: the ETag of each sheet that the table names. Absent when"
                      + " nothing was written.")
          @Nullable List<Tag> etags) {}
}
