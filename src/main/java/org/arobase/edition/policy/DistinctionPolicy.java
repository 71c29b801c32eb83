package org.arobase.edition.policy;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * When a distinction is proposed; the jury decides.
 *
 * @param excellenceAfter how many times 5 @ make a Territoire d'excellence numérique, 1 or more
 * @param consecutive whether these must be editions in a row
 * @param excellenceYears for how many years it is, 1 or more
 * @param greenIssue code of the issue that the green @ looks at; null: it is not proposed
 * @param greenMinimum the least score of that issue, 0 to 1
 */
@Schema(
    name = "DistinctionPolicy",
    description =
        "When a distinction is proposed: after how many 5 @, in a row or not, and for how many years;"
            + " and the issue whose score proposes the green @. The jury decides.")
public record DistinctionPolicy(
    @Min(1) int excellenceAfter,
    boolean consecutive,
    @Min(1) @Max(20) int excellenceYears,
    @Nullable String greenIssue,
    @Nullable @Min(0) @Max(1) BigDecimal greenMinimum) {
  /** Where a policy says nothing. */
  public static final DistinctionPolicy DEFAULT = new DistinctionPolicy(6, false, 3, null, null);
}
