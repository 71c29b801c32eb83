package org.arobase.platform.problem;

import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;

/** Errors of the database that pass by themselves: away, too busy, or a deadlock it broke. */
final class DatabaseTrouble {
  private DatabaseTrouble() {}

  /** Whether one of these is behind an error. */
  static boolean in(Throwable error) {
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLTransientException
          || cause instanceof SQLNonTransientConnectionException
          || cause instanceof SQLRecoverableException) {
        return true;
      }
    }
    return false;
  }
}
