package org.arobase.platform.problem;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Errors of the database that pass by themselves: away, too busy, or a deadlock it broke. */
final class DatabaseTrouble {
  /**
   * Of MariaDB: disk full, table full (of InnoDB the same), error writing a file, out of resources,
   * read-only, shutdown in progress, too many connections (of all, of the user), connection or
   * query killed, statement timed out, errors reading and writing; and what was tried in vain:
   * record changed, lock wait timeout, deadlock.
   */
  private static final Set<Integer> CODES =
      Set.of(
          1021, 1114, 3, 1041, 1290, 1053, 1040, 1203, 1226, 1927, 1317, 1969, 1026, 1030, 1020,
          1205, 1213);

  /** What MariaDB calls the state of a lost connection. */
  private static final String CONNECTION_STATE = "08";

  private DatabaseTrouble() {}

  /** Whether one of these is behind an error, or was suppressed by one. */
  static boolean in(@Nullable Throwable error) {
    return error != null
        && (isPassing(error)
            || in(error.getCause())
            || Arrays.stream(error.getSuppressed()).anyMatch(DatabaseTrouble::in));
  }

  private static boolean isPassing(Throwable error) {
    // the pool gives up waiting for a connection by a timeout of its own
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

  /** The server numbers its errors; what has neither number nor state is said by the pool. */
  private static boolean isOfThePool(SQLException error) {
    return error.getErrorCode() == 0 && error.getSQLState() == null;
  }
}
