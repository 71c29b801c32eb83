package org.arobase.platform.database;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/**
 * Errors by which MariaDB ends a transaction in favour of another: nothing of it was written, and
 * it may well pass the second time.
 */
final class BrokenForAnother {
  /** Record changed since last read; lock wait timeout; deadlock. */
  private static final Set<Integer> CODES = Set.of(1020, 1205, 1213);

  private static final long SHORTEST_WAIT = Duration.ofMillis(20).toNanos();
  private static final long LONGEST_WAIT = Duration.ofMillis(100).toNanos();

  private BrokenForAnother() {}

  /**
   * Whether one of these is behind an error. If so it waits a moment, so that the other transaction
   * can end: InnoDB compares a page's newest change with the oldest transaction that was open when
   * the snapshot was taken, and would find the same change again.
   */
  static boolean isAndHasPassed(Throwable error) {
    boolean broken = is(error);
    if (broken) {
      LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(SHORTEST_WAIT, LONGEST_WAIT));
    }
    return broken;
  }

  private static boolean is(Throwable error) {
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && CODES.contains(sql.getErrorCode())) {
        return true;
      }
    }
    return false;
  }
}
