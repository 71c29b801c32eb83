package org.arobase.platform.problem;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Recognises temporary errors of the database: unreachable, overloaded, or a deadlock. */
final class DatabaseTrouble {
  /**
   * MariaDB error codes: disk full, table full (InnoDB: disk full), error writing a file, out of
   * resources, read-only, shutdown in progress, too many connections (of all, of the user),
   * connection or query killed, statement timed out, errors reading and writing; and after the last
   * retry: record changed, lock wait timeout, deadlock.
   */
  private static final Set<Integer> CODES =
      Set.of(
          1021, 1114, 3, 1041, 1290, 1053, 1040, 1203, 1226, 1927, 1317, 1969, 1026, 1030, 1020,
          1205, 1213);

  /** The SQLSTATE class of a lost connection. */
  private static final String CONNECTION_STATE = "08";

  private DatabaseTrouble() {}

  /** Whether an error, one of its causes or a suppressed one is temporary. */
  static boolean in(@Nullable Throwable error) {
    return error != null
        && (isPassing(error)
            || in(error.getCause())
            || Arrays.stream(error.getSuppressed()).anyMatch(DatabaseTrouble::in));
  }

  private static boolean isPassing(Throwable error) {
    // the pool throws it when no connection becomes free in time
    return error instanceof TimeoutException
        || (error instanceof SQLException sql && isPassing(sql));
  }

  private static boolean isPassing(SQLException error) {
    return error instanceof SQLTransientException
        || error instanceof SQLNonTransientConnectionException
        || error instanceof SQLRecoverableException
        || CODES.contains(error.getErrorCode())
        || isOfThePool(error)
        || (error.getSQLState() != null && error.getSQLState().startsWith(CONNECTION_STATE));
  }

  /** An error of the server has a number; one without number and state comes from the pool. */
  private static boolean isOfThePool(SQLException error) {
    return error.getErrorCode() == 0 && error.getSQLState() == null;
  }
}
