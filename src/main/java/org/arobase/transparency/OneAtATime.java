package org.arobase.transparency;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.arobase.platform.problem.Problem;
import org.arobase.platform.problem.Refusal;

/**
 * Work that reads the whole record: who asks for it often waits, and the others do not. What
 * everyone may ask for has a turn of its own, so that nobody outside can keep the secretariat from
 * verifying.
 */
@ApplicationScoped
class OneAtATime {
  private static final int LONGEST_WAIT_SECONDS = 5;

  /** Who waits holds a thread that the jury needs. */
  private static final int WAIT_OF_ANYONE_SECONDS = 1;

  private final Semaphore ofTheJury = new Semaphore(1, true);
  private final Semaphore ofEveryone = new Semaphore(1, true);

  /**
   * What the work gives.
   *
   * @throws Refusal 503 when others are before
   */
  <T> T run(Supplier<T> work) {
    return run(work, ofTheJury, LONGEST_WAIT_SECONDS);
  }

  /** The same for somebody without a token. */
  <T> T runForAnyone(Supplier<T> work) {
    return run(work, ofEveryone, WAIT_OF_ANYONE_SECONDS);
  }

  private static <T> T run(Supplier<T> work, Semaphore turn, int seconds) {
    if (!hasTurn(turn, seconds)) {
      throw new Refusal(Problem.UNAVAILABLE);
    }
    try {
      return work.get();
    } finally {
      turn.release();
    }
  }

  private static boolean hasTurn(Semaphore turn, int seconds) {
    try {
      return turn.tryAcquire(seconds, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
