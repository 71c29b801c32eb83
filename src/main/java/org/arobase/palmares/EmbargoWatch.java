package org.arobase.palmares;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.arobase.platform.database.Transactions;

/**
 * Publishes what is to be published by now. Of several servers the edition's lock lets one do it.
 */
@ApplicationScoped
class EmbargoWatch {
  private final PublicationService publications;
  private final Clock clock;

  EmbargoWatch(PublicationService publications, Clock clock) {
    this.publications = publications;
    this.clock = clock;
  }

  @Scheduled(
      every = "{arobase.embargo.look-every}",
      delayed = "10s",
      concurrentExecution = ConcurrentExecution.SKIP)
  void look() {
    List<Integer> over;
    try {
      over = Transactions.inNew(() -> Embargo.over(clock.instant()));
    } catch (RuntimeException e) {
      // a database that is away says so elsewhere
      Log.warnf("Embargoes were not looked at: %s", e.getClass().getSimpleName());
      return;
    }
    for (int year : over) {
      try {
        Transactions.inNew(() -> publications.publishWhenOver(year));
      } catch (RuntimeException e) {
        Log.errorf("Edition %d is not published: %s", year, e.getMessage());
      }
    }
  }
}
