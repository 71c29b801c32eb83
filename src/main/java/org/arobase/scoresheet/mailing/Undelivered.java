package org.arobase.scoresheet.mailing;

import io.vertx.ext.mail.SMTPException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLHandshakeException;

/**
 * Tells whether a failed mail was certainly not delivered: the server was unreachable or refused
 * it. A mail whose connection broke may have arrived, and is not sent again.
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

  /** The mail client reports a server without encryption only by its message. */
  private static boolean isOfTheHandshake(Throwable error) {
    return String.valueOf(error.getMessage()).contains("STARTTLS");
  }
}
