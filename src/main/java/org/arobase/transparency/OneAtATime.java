package org.arobase.transparency;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.arobase.platform.problem.CommonProblem;
import org.arobase.platform.problem.Refusal;

/**
 * Runs work that reads the whole audit record, one request at a time. Anonymous requests have a
 * queue of their own, so that outsiders cannot keep the secretariat from verifying.
 */
@ApplicationScoped
class OneAtATime {
  private static final int LONGEST_WAIT_SECONDS = 5;

  /** Short, because a waiting request holds a thread that the jury needs. */
  private static final int WAIT_OF_ANYONE_SECONDS = 1;

  private final Semaphore ofTheJury = new Semaphore(1, true);
  private final Semaphore ofEveryone = new Semaphore(1, true);

  /**
   * Runs the work of a signed-in caller and returns its result.
   *
   * @throws Refusal 503 when other requests take too long
   */
  <T> T run(Supplier<T> work) {
    return run(work, ofTheJury, LONGEST_WAIT_SECONDS);
  }

  /**
   * Runs the work of a caller without a token and returns its result.
   *
   * @throws Refusal 503 when other requests take too long
   */
  <T> T runForAnyone(Supplier<T> work) {
    return run(work, ofEveryone, WAIT_OF_ANYONE_SECONDS);
  }

  private static <T> T run(Supplier<T> work, Semaphore turn, int seconds) {
    if (!hasTurn(turn, seconds)) {
      throw new Refusal(CommonProblem.UNAVAILABLE);
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
