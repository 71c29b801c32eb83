package org.arobase.scoresheet.mailing;

import org.jspecify.annotations.Nullable;

/**
 * What a mail's template can say.
 *
 * @param edition its name
 * @param sheets left to submit
 * @param marks left to give
 * @param deadline in the reader's language
 * @param link where to go on
 */
public record MailText(
    String name,
    String edition,
    int sheets,
    int marks,
    @Nullable String deadline,
    @Nullable String link) {}
