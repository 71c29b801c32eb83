package org.arobase.edition.policy;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How the jury deliberates.
 *
 * @param quorum the lowest share of the members, 0 to 1, that must attend
 * @param mandatesCount whether a member who gave a mandate counts as attending
 * @param mandatesPerMember the most mandates a member can hold, 0 or more
 * @param castingVote whether the casting vote settles a tie; otherwise a tie rejects
 * @param doubtful a probability, 0 to 1; a decision on a less likely level needs a reason
 * @param doubtfulDecided whether such a level must be decided, even when it stays as computed;
 *     null: no
 * @param gateGap the largest gap in score, 0 to 1, by which a gate is narrowly missed; null: 0.05
 */
@Schema(
    name = "DeliberationPolicy",
    description =
        "How the jury deliberates: the share of its members that must attend, mandates, what a tie"
            + " does, the probability of a level below which a decision needs a reason, whether"
            + " such a level must be decided, and the largest gap by which a gate is narrowly"
            + " missed.")
public record DeliberationPolicy(
    @NotNull @Min(0) @Max(1) BigDecimal quorum,
    boolean mandatesCount,
    @Min(0) int mandatesPerMember,
    boolean castingVote,
    @NotNull @Min(0) @Max(1) BigDecimal doubtful,
    @Nullable Boolean doubtfulDecided,
    @Nullable @Min(0) @Max(1) BigDecimal gateGap) {
  /** Used when a rating policy has no rules on deliberation. */
  public static final DeliberationPolicy DEFAULT =
      new DeliberationPolicy(
          new BigDecimal("0.5"), false, 1, true, new BigDecimal("0.6"), null, null);

  private static final BigDecimal LITTLE = new BigDecimal("0.05");

  /** Whether a doubtful level must be decided. */
  public boolean mustDecideDoubtful() {
    return Boolean.TRUE.equals(doubtfulDecided);
  }

  /** Whether a gate that is missed by this gap in score, 0 to 1, is narrowly missed. */
  public boolean isLittle(BigDecimal missing) {
    return missing.compareTo(gateGap == null ? LITTLE : gateGap) <= 0;
  }

  /**
   * Whether a level needs to be looked at before it is awarded.
   *
   * @param probability of that level, 0 to 1; null: unknown, and not doubtful
   */
  public boolean isDoubtful(@Nullable BigDecimal probability) {
    return probability != null && probability.compareTo(doubtful) < 0;
  }

  /**
   * How many members must attend.
   *
   * @param members the number of members
   */
  public int needed(int members) {
    return quorum
        .multiply(BigDecimal.valueOf(members))
        .setScale(0, RoundingMode.CEILING)
        .intValue();
  }
}
