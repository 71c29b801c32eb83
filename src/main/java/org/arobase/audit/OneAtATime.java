package org.arobase.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.arobase.platform.problem.Problem;
import org.arobase.platform.problem.Refusal;

/** Work that reads the whole record: who asks for it often waits, and the others do not. */
@ApplicationScoped
class OneAtATime {
  private static final int LONGEST_WAIT_SECONDS = 5;

  private final Semaphore turn = new Semaphore(1, true);

  /**
   * What the work gives.
   *
   * @throws Refusal 503 when others are before
   */
  <T> T run(Supplier<T> work) {
    if (!hasTurn()) {
      throw new Refusal(Problem.UNAVAILABLE);
    }
    try {
      return work.get();
    } finally {
      turn.release();
    }
  }

  private boolean hasTurn() {
    try {
      return turn.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
