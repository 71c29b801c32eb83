package org.arobase.platform.database;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/**
 * Tries work again that MariaDB ended in favour of another transaction: nothing of it was written,
 * and it may well pass the next time.
 */
final class Tries {
  /** Record changed since last read; lock wait timeout; deadlock. */
  private static final Set<Integer> CODES = Set.of(1020, 1205, 1213);

  private static final int MOST = 3;
  private static final long SHORTEST_WAIT = Duration.ofMillis(20).toNanos();
  private static final long LONGEST_WAIT = Duration.ofMillis(100).toNanos();

  private Tries() {}

  /** Work to be tried. */
  interface Work<T, E extends Exception> {
    T run() throws E;
  }

  /** What the work gives, by the third try at most; its last error otherwise. */
  static <T, E extends Exception> T of(Work<T, E> work) throws E {
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
   * Lets the other transaction end: InnoDB compares a page's newest change with the oldest
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
