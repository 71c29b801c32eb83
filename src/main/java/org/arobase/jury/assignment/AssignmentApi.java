package org.arobase.jury.assignment;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.arobase.jury.assignment.Assignment.Purpose;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The records of the assignments' API. */
public final class AssignmentApi {
  private static final int MOST = 20_000;

  private AssignmentApi() {}

  /** A dossier that a juror is to score. */
  @Schema(name = "Assignment", description = "A dossier that a juror is to score.")
  public record Entry(
      @NotBlank @Schema(description = "Code of the dossier.", examples = "78138") String dossier,
      @NotBlank @Schema(description = "Id of the juror.", examples = "juror1") String juror,
      @Schema(description = "Absent: the ordinary reading.") @Nullable Purpose purpose,
      @Schema(description = "True: a plan leaves it as it is. Absent: a plan can move it.")
          @Nullable Boolean pinned) {

    /** An assignment as the API shows it. */
    public static Entry from(Assignment a) {
      return new Entry(a.dossier.code(), a.juror.handle, a.purpose, a.pinned ? true : null);
    }

    boolean isPinned() {
      return Boolean.TRUE.equals(pinned);
    }
  }

  /** All assignments of an edition. */
  @Schema(name = "Assignments", description = "All assignments of an edition.")
  public record All(@NotNull @Size(max = MOST) List<@NotNull @Valid Entry> assignments) {}

  /** What was done with an assignment. */
  public enum Outcome {
    CREATED,
    CHANGED,
    UNCHANGED,
    REMOVED
  }

  /** An assignment and what was done with it. */
  @Schema(name = "AssignmentOutcome", description = "An assignment and what was done with it.")
  public record Line(
      @Schema(description = "Code of the dossier.", examples = "78138") String dossier,
      @Schema(description = "Id of the juror.", examples = "juror1") String juror,
      Outcome outcome) {}

  /** What replacing the assignments did, or would do. */
  @Schema(name = "AssignmentsResult", description = "What replacing the assignments did.")
  public record Result(
      @Schema(description = "True: nothing was written.") boolean dryRun, List<Line> lines) {}
}
