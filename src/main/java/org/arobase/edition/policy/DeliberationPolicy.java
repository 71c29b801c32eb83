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
 * @param quorum the least share of the members, 0 to 1, that must attend
 * @param mandatesCount whether a member who has given a mandate attends
 * @param mandatesPerMember how many mandates a member can hold, 0 or more
 * @param castingVote whether a tie is settled by who presides; otherwise it rejects
 * @param doubtful a decision on a level less likely than this, 0 to 1, needs a reason
 * @param doubtfulDecided whether somebody must decide such a level, also where it stays as
 *     computed; null: nobody must
 * @param gateGap how much of a score, 0 to 1, a gate is missed by little; null: 0.05
 */
@Schema(
    name = "DeliberationPolicy",
    description =
        "How the jury deliberates: the share of its members that must attend, mandates, what a tie"
            + " does, from what probability of a level on a decision needs no reason, whether a level"
            + " below it must be decided, and by how much a gate is missed by little.")
public record DeliberationPolicy(
    @NotNull @Min(0) @Max(1) BigDecimal quorum,
    boolean mandatesCount,
    @Min(0) int mandatesPerMember,
    boolean castingVote,
    @NotNull @Min(0) @Max(1) BigDecimal doubtful,
    @Nullable Boolean doubtfulDecided,
    @Nullable @Min(0) @Max(1) BigDecimal gateGap) {
  /** Where a policy says nothing. */
  public static final DeliberationPolicy DEFAULT =
      new DeliberationPolicy(
          new BigDecimal("0.5"), false, 1, true, new BigDecimal("0.6"), null, null);

  private static final BigDecimal LITTLE = new BigDecimal("0.05");

  /** Whether somebody must decide a doubtful level. */
  public boolean mustDecideDoubtful() {
    return Boolean.TRUE.equals(doubtfulDecided);
  }

  /** Whether a gate is missed by little, by so much of a score. */
  public boolean isLittle(BigDecimal missing) {
    return missing.compareTo(gateGap == null ? LITTLE : gateGap) <= 0;
  }

  /**
   * Whether a level needs to be looked at before it is awarded.
   *
   * @param probability of that level; null where nobody can say, which is not doubted
   */
  public boolean isDoubtful(@Nullable BigDecimal probability) {
    return probability != null && probability.compareTo(doubtful) < 0;
  }

  /**
   * How many must attend.
   *
   * @param members how many there are
   */
  public int needed(int members) {
    return quorum
        .multiply(BigDecimal.valueOf(members))
        .setScale(0, RoundingMode.CEILING)
        .intValue();
  }
}
