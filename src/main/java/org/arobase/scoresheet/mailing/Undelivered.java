package org.arobase.scoresheet.mailing;

import io.vertx.ext.mail.SMTPException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLHandshakeException;

/**
 * Whether a mail that went wrong is surely not delivered: nobody took it, or who took it refused
 * it. One whose connection broke may have arrived, and is not sent again.
 */
final class Undelivered {
  private Undelivered() {}

  static boolean isSure(Throwable error) {
    for (Throwable e = error; e != null; e = e.getCause()) {
      if (e instanceof ConnectException
          || e instanceof NoRouteToHostException
          || e instanceof UnknownHostException
          || e instanceof SSLHandshakeException
          || e instanceof SMTPException
          || isOfTheHandshake(e)) {
        return true;
      }
    }
    return false;
  }

  /** What the mail client says when the server offers no encryption. */
  private static boolean isOfTheHandshake(Throwable error) {
    return String.valueOf(error.getMessage()).contains("STARTTLS");
  }
}
