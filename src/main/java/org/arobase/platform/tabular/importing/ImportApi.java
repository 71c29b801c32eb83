package org.arobase.platform.tabular.importing;

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
    /** The line is wrong, so nothing of the file is written. */
    REFUSED
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
      @Schema(description = "What is wrong with the line; the pointer names the column.")
          @Nullable List<Violation> violations) {}

  /** The result of an import. */
  @Schema(name = "ImportResult", description = "What an import did, or would do.")
  public record Result(
      @Schema(description = "True when nothing was written.") boolean dryRun,
      @Schema(description = "Number of lines read.") int read,
      int created,
      int changed,
      int unchanged,
      int refused,
      List<LineView> lines) {}
}
