package org.arobase.palmares.pdf;

import com.openhtmltopdf.util.Diagnostic;
import com.openhtmltopdf.util.XRLog;
import com.openhtmltopdf.util.XRLogger;
import java.util.logging.Level;
import org.jboss.logging.Logger;

/** Sends the renderer's log to the application's log; it never holds content of a page. */
final class PdfLog implements XRLogger {
  private static final Logger LOG = Logger.getLogger("arobase.pdf");

  private PdfLog() {}

  static void install() {
    XRLog.setLoggerImpl(new PdfLog());
  }

  @Override
  public void log(String where, Level level, String message) {
    LOG.debugf("%s: %s", where, message);
  }

  @Override
  public void log(String where, Level level, String message, Throwable thrown) {
    LOG.debugf(thrown, "%s: %s", where, message);
  }

  @Override
  public void setLevel(String logger, Level level) {
    // the log level comes from the application's configuration
  }

  @Override
  public boolean isLogLevelEnabled(Diagnostic diagnostic) {
    return LOG.isDebugEnabled();
  }
}
