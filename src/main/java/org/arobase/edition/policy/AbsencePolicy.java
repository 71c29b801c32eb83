package org.arobase.edition.policy;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.arobase.edition.policy.RecusalPolicy.Quorum;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What jurors who leave do to the quorum of the dossiers that they were to read, so that nobody who
 * falls ill holds up an edition.
 *
 * @param quorum {@code REDUCED}: to as many jurors as are left to read the dossier
 * @param atLeast but never below so many
 */
@Schema(
    name = "AbsencePolicy",
    description =
        "What jurors who leave do to the quorum of a dossier: KEPT, or REDUCED to as many as are left"
            + " to read it, never below `atLeast`.")
public record AbsencePolicy(@NotNull Quorum quorum, @Min(1) int atLeast) {
  /** Where a policy says nothing. */
  public static final AbsencePolicy DEFAULT = new AbsencePolicy(Quorum.KEPT, 1);

  /**
   * The quorum of a dossier.
   *
   * @param full before anybody has left
   * @param left how many of its jurors have left
   * @param present how many are to read it still
   */
  public int quorum(int full, int left, int present) {
    return left > 0 && quorum == Quorum.REDUCED ? Math.min(full, Math.max(atLeast, present)) : full;
  }
}
