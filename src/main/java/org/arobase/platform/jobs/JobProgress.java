package org.arobase.platform.jobs;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.arobase.platform.database.ByKey;
import org.arobase.platform.database.Transactions;

/** Tells the database how far a job is, once a second at most, and hears whether to stop. */
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

  /** Whoever began the job wants it to stop. */
  public static final class Cancelled extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Cancelled() {
      super("cancelled", null, false, false);
    }
  }

  /**
   * So many of so many things are done.
   *
   * @throws Cancelled when the job is to stop
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
