package org.arobase.scoresheet.mailing;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Whether and how this server sends mail. */
@ConfigMapping(prefix = "arobase.mail")
interface MailSettings {
  /** The sender of the mails; without it no mail is sent. */
  Optional<String> from();

  /** Address of the frontend that the mails point to. */
  Optional<String> link();
}
