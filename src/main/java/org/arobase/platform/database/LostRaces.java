package org.arobase.platform.database;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/**
 * Tries work again when MariaDB rolled it back in favour of another transaction: nothing was
 * written, and the next try may succeed.
 */
final class LostRaces {
  /** Record changed since last read; lock wait timeout; deadlock. */
  private static final Set<Integer> CODES = Set.of(1020, 1205, 1213);

  private static final int MOST = 3;
  private static final long SHORTEST_WAIT = Duration.ofMillis(20).toNanos();
  private static final long LONGEST_WAIT = Duration.ofMillis(100).toNanos();

  private LostRaces() {}

  interface Work<T, E extends Exception> {
    T run() throws E;
  }

  /** The result of the work, after at most three tries; throws the last error when all fail. */
  static <T, E extends Exception> T retry(Work<T, E> work) throws E {
    for (int left = MOST - 1; ; left--) {
      try {
        return work.run();
      } catch (Exception e) {
        if (left == 0 || !isBrokenForAnother(e)) {
          throw e;
        }
      }
      pause();
    }
  }

  /**
   * Waits for the other transaction to end. InnoDB compares a page's newest change with the oldest
   * transaction that was open when the snapshot was taken, and would find the same change again.
   */
  private static void pause() {
    LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(SHORTEST_WAIT, LONGEST_WAIT));
  }

  private static boolean isBrokenForAnother(Throwable error) {
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && CODES.contains(sql.getErrorCode())) {
        return true;
      }
    }
    return false;
  }
}
