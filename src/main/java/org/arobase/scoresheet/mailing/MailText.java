package org.arobase.scoresheet.mailing;

import org.jspecify.annotations.Nullable;

/**
 * The values that a mail template can use.
 *
 * @param name name of the member
 * @param edition name of the edition
 * @param sheets number of sheets left to submit
 * @param marks number of marks left to give
 * @param deadline when the sheets are due, in the member's language; null when not set
 * @param link address of the frontend; null when not configured
 */
public record MailText(
    String name,
    String edition,
    int sheets,
    int marks,
    @Nullable String deadline,
    @Nullable String link) {}
