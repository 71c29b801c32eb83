package org.arobase.palmares.retention;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.arobase.edition.Edition;
import org.arobase.edition.RetentionPolicy;
import org.arobase.palmares.Publication;
import org.arobase.platform.database.Transactions;

/** Erases what an edition's policy does not keep any longer. */
@ApplicationScoped
public class RetentionWatch {
  private final Erasure erasure;
  private final Clock clock;

  RetentionWatch(Erasure erasure, Clock clock) {
    this.erasure = erasure;
    this.clock = clock;
  }

  @Scheduled(
      every = "{arobase.retention.look-every}",
      delayed = "1m",
      concurrentExecution = ConcurrentExecution.SKIP)
  void look() {
    look(clock.instant());
  }

  /** What is due at a time. */
  void look(Instant now) {
    for (int year : Transactions.inNew(() -> years())) {
      try {
        look(year, now);
      } catch (RuntimeException e) {
        Log.errorf("Edition %d keeps its members' data: %s", year, e.getMessage());
      }
    }
  }

  private static List<Integer> years() {
    return Publication.<Publication>listAll().stream().map(p -> p.editionYear).toList();
  }

  private void look(int year, Instant now) {
    record Due(boolean members, boolean mails) {}
    Due due =
        Transactions.inNew(
            () -> {
              RetentionPolicy policy = Edition.required(year).policy().retentionRules();
              Instant published = Publication.required(year).publishedAt;
              return new Due(
                  !after(published, policy.jurorMonths()).isAfter(now),
                  !after(published, policy.mailMonths()).isAfter(now));
            });
    int members = due.members() ? Transactions.inNew(() -> erasure.eraseAll(year)) : 0;
    int mails = due.mails() ? Transactions.inNew(() -> erasure.eraseMails(year)) : 0;
    if (members + mails > 0) {
      Log.infof("Edition %d: %d members and %d mails erased", year, members, mails);
    }
  }

  private static Instant after(Instant published, int months) {
    return published.atZone(ZoneOffset.UTC).plusMonths(months).toInstant();
  }
}
