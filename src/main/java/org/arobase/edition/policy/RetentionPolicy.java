package org.arobase.edition.policy;

import jakarta.validation.constraints.Min;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How long the identities of the members of the jury are kept after the palmarès is published.
 *
 * @param jurorMonths months until names, user names and addresses of members are erased, 0 or more
 * @param mailMonths months until texts and addresses of mails are erased, 0 or more
 */
@Schema(
    name = "RetentionPolicy",
    description =
        "How many months after publication the names, user names and addresses of the jury's"
            + " members are erased, and the mails to them. Marks stay, under the members' ids.")
public record RetentionPolicy(@Min(0) int jurorMonths, @Min(0) int mailMonths) {
  /** Used when a rating policy has no rules on retention. */
  public static final RetentionPolicy DEFAULT = new RetentionPolicy(24, 12);
}
