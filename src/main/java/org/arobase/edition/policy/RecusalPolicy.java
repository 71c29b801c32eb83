package org.arobase.edition.policy;

import jakarta.validation.constraints.NotNull;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Which ties recuse a member of the jury by themselves, and what a recusal does to the quorum.
 *
 * @param automatic ties found by the member's affiliation; its own authority always is one
 * @param quorum what the quorum of a dossier becomes when jurors are recused from it
 */
@Schema(name = "RecusalPolicy", description = "Ties that recuse by themselves, and the quorum.")
public record RecusalPolicy(
    @NotNull @Schema(description = "Ties beside the member's own authority, which always recuses.")
        Set<@NotNull Tie> automatic,
    @NotNull Quorum quorum) {

  /** A tie between a member's affiliation and a dossier's authority. */
  public enum Tie {
    /** The same EPCI, or one is the EPCI of the other. */
    INTERMUNICIPALITY,
    /** The same département. */
    DEPARTMENT
  }

  /** What the quorum becomes. */
  public enum Quorum {
    /** It stays: the dossier needs other jurors. */
    KEPT,
    /** Each recused juror lowers it by one, never below one. */
    REDUCED
  }

  /** Where a policy says nothing. */
  public static final RecusalPolicy DEFAULT = new RecusalPolicy(Set.of(), Quorum.KEPT);

  /** The quorum of a dossier from which so many of its jurors are recused. */
  public int quorum(int full, int recused) {
    return quorum == Quorum.REDUCED ? Math.max(1, full - recused) : full;
  }
}
