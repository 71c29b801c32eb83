package org.arobase.edition.policy;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * When a distinction is proposed; the jury decides.
 *
 * @param excellenceAfter the number of 5 @ labels that make a Territoire d'excellence numérique, 1
 *     or more
 * @param consecutive whether these labels must be from editions in a row
 * @param excellenceYears the number of years for which it is valid, 1 to 20
 * @param greenIssue code of the issue whose score proposes the green @; null: it is not proposed
 * @param greenMinimum the lowest score of that issue, 0 to 1, that proposes it
 */
@Schema(
    name = "DistinctionPolicy",
    description =
        "When a distinction is proposed: after how many 5 @ labels, in a row or not, and for how"
            + " many years; and the issue whose score proposes the green @. The jury decides.")
public record DistinctionPolicy(
    @Min(1) int excellenceAfter,
    boolean consecutive,
    @Min(1) @Max(20) int excellenceYears,
    @Nullable String greenIssue,
    @Nullable @Min(0) @Max(1) BigDecimal greenMinimum) {
  /** Used when a rating policy has no rules on distinctions. */
  public static final DistinctionPolicy DEFAULT = new DistinctionPolicy(6, false, 3, null, null);
}
