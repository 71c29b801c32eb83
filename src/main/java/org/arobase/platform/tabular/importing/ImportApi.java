package org.arobase.platform.tabular.importing;

import java.util.List;
import org.arobase.platform.problem.Violation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The records that every import answers with. */
public final class ImportApi {
  private ImportApi() {}

  /** What became of a line. */
  public enum Outcome {
    CREATED,
    CHANGED,
    UNCHANGED,
    /** Something is wrong with it: nothing of the file is written. */
    REFUSED
  }

  /** A line. */
  @Schema(name = "ImportedLine", description = "What became of a line of a file.")
  public record LineView(
      @Schema(
              description =
                  "As a spreadsheet shows it, the header being 1; of JSON the place in the array"
                      + " from 1.",
              examples = "2")
          int line,
      Outcome outcome,
      @Schema(description = "What it is about.", examples = "78138/3") String subject,
      @Schema(description = "What is wrong with it; the pointer names the column.")
          @Nullable List<Violation> violations) {}

  /** An import. */
  @Schema(name = "ImportResult", description = "What an import did, or would do.")
  public record Result(
      @Schema(description = "True: nothing was written.") boolean dryRun,
      @Schema(description = "Lines that were read.") int read,
      int created,
      int changed,
      int unchanged,
      int refused,
      List<LineView> lines) {}
}
