package org.arobase.scoresheet.mailing;

import io.quarkus.logging.Log;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.vertx.MutinyHelper;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.arobase.jury.Juror;
import org.arobase.platform.database.ByKey;
import org.arobase.platform.database.Transactions;
import org.arobase.platform.jobs.JobProgress;
import org.arobase.platform.jobs.Work;
import org.arobase.scoresheet.mailing.JuryMail.Key;
import org.arobase.scoresheet.mailing.JuryMail.Kind;
import org.arobase.scoresheet.mailing.JuryMail.State;

/**
 * Sends mails that wait. Each is claimed in a transaction of its own before it is sent, so that it
 * is sent at most once: of two who send, and of one who dies while it does.
 */
@ApplicationScoped
class MailingWork implements Work {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final ReactiveMailer mailer;
  private final Vertx vertx;
  private final Clock clock;

  MailingWork(ReactiveMailer mailer, Vertx vertx, Clock clock) {
    this.mailer = mailer;
    this.vertx = vertx;
    this.clock = clock;
  }

  /**
   * Which mails, by the ids of the members.
   *
   * @param id of the order
   */
  record Parameters(String id, Kind kind, String occasion, List<String> jurors) {}

  /** How many went out. */
  record Sent(int sent, int failed) {}

  @Override
  public String kind() {
    return "MAILING";
  }

  @Override
  public Object run(Order order, JobProgress progress) {
    Parameters wanted = order.parameters(Parameters.class);
    int sent = 0;
    int failed = 0;
    for (String handle : wanted.jurors()) {
      progress.at(sent + failed, wanted.jurors().size());
      Optional<Key> mail = Transactions.inNew(() -> key(order.edition(), handle, wanted));
      if (mail.isPresent() && isClaimed(mail.get())) {
        boolean gone = send(mail.get());
        sent += gone ? 1 : 0;
        failed += gone ? 0 : 1;
      }
    }
    progress.at(sent + failed, wanted.jurors().size());
    return new Sent(sent, failed);
  }

  /** The mail of a member who is still there. */
  private static Optional<Key> key(int year, String handle, Parameters wanted) {
    return Juror.ofHandle(year, handle)
        .map(juror -> new Key(year, juror.id, wanted.kind(), wanted.occasion()));
  }

  /** Whether this server is the one to send it. */
  private boolean isClaimed(Key mail) {
    return Transactions.inNew(() -> JuryMail.claim(mail, clock.instant()));
  }

  /**
   * In the event loop that the connection lives in: begun from any other thread, the greeting of a
   * quick server can come before anybody listens, and is waited for in vain.
   */
  private boolean send(Key key) {
    JuryMail mail = Transactions.inNew(() -> ByKey.find(JuryMail.class, key).orElseThrow());
    try {
      mailer
          .send(Mail.withText(mail.address, mail.subject, mail.body))
          .runSubscriptionOn(MutinyHelper.executor(vertx.getOrCreateContext()))
          .await()
          .atMost(PATIENCE);
    } catch (RuntimeException e) {
      // neither address nor text: the log is not for them
      Log.errorf("A mail could not be sent: %s", e.getClass().getName());
      if (Undelivered.isSure(e)) {
        Transactions.inNew(() -> JuryMail.end(key, State.FAILED, null));
      }
      return false;
    }
    return Transactions.inNew(() -> JuryMail.end(key, State.SENT, clock.instant()));
  }

  /** Whoever ordered it may know how many there were. */
  @Override
  public void requireReadable(Order order) {}
}
