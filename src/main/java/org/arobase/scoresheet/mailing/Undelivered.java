package org.arobase.scoresheet.mailing;

import io.vertx.ext.mail.SMTPException;
import java.net.ConnectException;
import java.net.UnknownHostException;

/**
 * Whether a mail that went wrong is surely not delivered: nobody took it, or who took it refused
 * it. One whose connection broke may have arrived, and is not sent again.
 */
final class Undelivered {
  private Undelivered() {}

  static boolean isSure(Throwable error) {
    for (Throwable e = error; e != null; e = e.getCause()) {
      if (e instanceof ConnectException
          || e instanceof UnknownHostException
          || e instanceof SMTPException) {
        return true;
      }
    }
    return false;
  }
}
