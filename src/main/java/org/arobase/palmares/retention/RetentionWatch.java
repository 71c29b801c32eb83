package org.arobase.palmares.retention;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.arobase.edition.Edition;
import org.arobase.edition.policy.RetentionPolicy;
import org.arobase.palmares.Publication;
import org.arobase.platform.database.Transactions;
import org.arobase.scoresheet.mailing.MailErasure;

/** Erases personal data when the edition's policy no longer keeps them. */
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

  /** Erases all data that are due at a time. */
  void look(Instant now) {
    for (Publication published : Transactions.inNew(() -> Publication.<Publication>listAll())) {
      try {
        look(published, now);
      } catch (RuntimeException e) {
        Log.errorf("Edition %d: erasure failed: %s", published.editionYear, e.getMessage());
      }
    }
  }

  private void look(Publication published, Instant now) {
    int year = published.editionYear;
    RetentionPolicy policy =
        Transactions.inNew(() -> Edition.required(year).policy().retentionRules());
    boolean membersDue = isOver(published, policy.jurorMonths(), now);
    boolean mailsDue = isOver(published, policy.mailMonths(), now);
    int members = membersDue ? Transactions.inNew(() -> erasure.eraseAll(year)) : 0;
    int mails = mailsDue ? Transactions.inNew(() -> MailErasure.erase(year)) : 0;
    if (members + mails > 0) {
      Log.infof("Edition %d: %d members and %d mails erased", year, members, mails);
    }
  }

  private static boolean isOver(Publication published, int months, Instant now) {
    Instant end = published.publishedAt.atZone(ZoneOffset.UTC).plusMonths(months).toInstant();
    return !end.isAfter(now);
  }
}
