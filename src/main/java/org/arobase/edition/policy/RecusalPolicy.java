package org.arobase.edition.policy;

import jakarta.validation.constraints.NotNull;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Which ties recuse a member of the jury automatically, and how a recusal changes the quorum.
 *
 * @param automatic ties found from the member's affiliation; the member's own authority always
 *     recuses
 * @param quorum how the quorum of a dossier changes when jurors are recused from it
 */
@Schema(name = "RecusalPolicy", description = "Ties that recuse automatically, and the quorum.")
public record RecusalPolicy(
    @NotNull @Schema(description = "Ties besides the member's own authority, which always recuses.")
        Set<@NotNull Tie> automatic,
    @NotNull Quorum quorum) {

  /** A tie between a member's affiliation and a dossier's authority. */
  public enum Tie {
    /** The same EPCI, or one is the EPCI of the other. */
    INTERMUNICIPALITY,
    /** The same département. */
    DEPARTMENT
  }

  /** How the quorum changes. */
  public enum Quorum {
    /** The quorum stays: the dossier needs other jurors. */
    KEPT,
    /** Each recused juror lowers the quorum by one, never below one. */
    REDUCED
  }

  /** Used when a rating policy has no rules on recusals. */
  public static final RecusalPolicy DEFAULT = new RecusalPolicy(Set.of(), Quorum.KEPT);

  /**
   * The quorum of a dossier.
   *
   * @param full the quorum without recusals
   * @param recused the number of its jurors who are recused from it
   */
  public int quorum(int full, int recused) {
    return quorum == Quorum.REDUCED ? Math.max(1, full - recused) : full;
  }
}
