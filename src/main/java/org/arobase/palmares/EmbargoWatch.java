package org.arobase.palmares;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.arobase.platform.database.Transactions;

/** Publishes the editions whose embargo is over. The edition's lock lets only one server do it. */
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
      // an unreachable database is reported elsewhere
      Log.warnf("Embargoes could not be checked: %s", e.getClass().getSimpleName());
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
