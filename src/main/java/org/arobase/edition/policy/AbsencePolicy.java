package org.arobase.edition.policy;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.arobase.edition.policy.RecusalPolicy.Quorum;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How the quorum of a dossier changes when its jurors leave, so that a juror who falls ill does not
 * hold up an edition.
 *
 * @param quorum {@code KEPT}, or {@code REDUCED} to the number of jurors who still read the dossier
 * @param atLeast the lowest quorum after a reduction, 1 or more
 */
@Schema(
    name = "AbsencePolicy",
    description =
        "How the quorum of a dossier changes when its jurors leave: KEPT, or REDUCED to the number"
            + " of jurors who still read it, never below `atLeast`.")
public record AbsencePolicy(@NotNull Quorum quorum, @Min(1) int atLeast) {
  /** Used when a rating policy has no rules on absences. */
  public static final AbsencePolicy DEFAULT = new AbsencePolicy(Quorum.KEPT, 1);

  /**
   * The quorum of a dossier.
   *
   * @param full the quorum before any juror left
   * @param left the number of its jurors who left
   * @param present the number of jurors who still read it
   */
  public int quorum(int full, int left, int present) {
    return left > 0 && quorum == Quorum.REDUCED ? Math.min(full, Math.max(atLeast, present)) : full;
  }
}
