package org.arobase.scoresheet.mailing;

import java.time.Instant;
import java.util.List;
import org.arobase.jury.Juror;

/**
 * The stored content of a mail to a member of the jury.
 *
 * @param kind for example {@code INVITATION}
 * @param body empty once erased
 */
public record MailErasure(
    String kind, String address, String subject, String body, Instant writtenAt) {

  private static final String NOTHING = "address = '', subject = '', body = ''";

  /** The mails to a member, oldest first. */
  public static List<MailErasure> to(Juror juror) {
    return JuryMail.<JuryMail>list("jurorId = ?1 order by writtenAt", juror.id).stream()
        .map(m -> new MailErasure(m.kind.name(), m.address, m.subject, m.body, m.writtenAt))
        .toList();
  }

  /**
   * Erases addresses and texts of an edition's mails; the record that they were sent stays.
   *
   * @return how many mails were erased
   */
  public static int erase(int year) {
    return JuryMail.update(NOTHING + " where editionYear = ?1 and address <> ''", year);
  }

  /**
   * Erases addresses and texts of the mails to a member.
   *
   * @return how many mails the member has
   */
  public static int erase(Juror juror) {
    return JuryMail.update(NOTHING + " where jurorId = ?1", juror.id);
  }
}
