package org.arobase.scoresheet.mailing;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Whether and how this server sends mail. */
@ConfigMapping(prefix = "arobase.mail")
interface MailSettings {
  /** Who the mail is from; without it none is sent. */
  Optional<String> from();

  /** Where jurors go on: a frontend of yours. */
  Optional<String> link();
}
