package org.arobase.platform.jobs;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.arobase.platform.database.ByKey;
import org.arobase.platform.database.Transactions;

/** Stores the progress of a job, at most once a second, and checks whether to stop. */
public final class JobProgress {
  private static final Duration EVERY = Duration.ofSeconds(1);

  private final String job;
  private final Clock clock;
  private Instant told = Instant.EPOCH;
  private long done;
  private long total;

  JobProgress(String job, Clock clock) {
    this.job = job;
    this.clock = clock;
  }

  /** The owner has cancelled the job. */
  public static final class Cancelled extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Cancelled() {
      super("cancelled", null, false, false);
    }
  }

  /**
   * Reports progress.
   *
   * @param done the number of items done
   * @param total the number of all items; 0 when unknown
   * @throws Cancelled when the job must stop
   */
  public void at(long done, long total) {
    this.done = done;
    this.total = total;
    Instant now = clock.instant();
    if (told.plus(EVERY).isAfter(now)) {
      return;
    }
    told = now;
    boolean cancelled =
        Transactions.inNew(
            () -> {
              Job.update(
                  "done = ?1, total = ?2, beatenAt = ?3 where id = ?4", done, total, now, job);
              return ByKey.find(Job.class, job).orElseThrow().cancelled;
            });
    if (cancelled) {
      throw new Cancelled();
    }
  }

  long done() {
    return done;
  }

  long total() {
    return total;
  }
}
