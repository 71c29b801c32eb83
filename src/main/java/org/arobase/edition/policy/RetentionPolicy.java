package org.arobase.edition.policy;

import jakarta.validation.constraints.Min;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How long it is known who the members of the jury were, once the palmarès is published.
 *
 * @param jurorMonths after so many months names, users and addresses of members are erased
 * @param mailMonths after so many months the texts and addresses of mails are
 */
@Schema(
    name = "RetentionPolicy",
    description =
        "After how many months from publication the names, users and addresses of the jury's"
            + " members are erased, and the mails to them. Marks stay, under the members' ids.")
public record RetentionPolicy(@Min(0) int jurorMonths, @Min(0) int mailMonths) {
  /** Where a policy says nothing. */
  public static final RetentionPolicy DEFAULT = new RetentionPolicy(24, 12);
}
