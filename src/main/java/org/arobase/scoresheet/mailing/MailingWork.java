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
import org.arobase.platform.secrets.ServerKey;
import org.arobase.scoresheet.mailing.JuryMail.Key;
import org.arobase.scoresheet.mailing.JuryMail.Kind;
import org.arobase.scoresheet.mailing.JuryMail.State;

/**
 * Sends waiting mails. Each is claimed in a transaction of its own before it is sent, so that it is
 * sent at most once, even with two senders or when a sender dies.
 */
@ApplicationScoped
class MailingWork implements Work {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final ReactiveMailer mailer;
  private final Vertx vertx;
  private final Clock clock;
  private final ServerKey server;

  MailingWork(ReactiveMailer mailer, Vertx vertx, Clock clock, ServerKey server) {
    this.server = server;
    this.mailer = mailer;
    this.vertx = vertx;
    this.clock = clock;
  }

  /**
   * The mails to send.
   *
   * @param id id of the order
   * @param jurors ids of the members
   */
  record Parameters(String id, Kind kind, String occasion, List<String> jurors) {}

  /** How many mails were sent, and how many failed. */
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

  /** The key of the mail to a member; empty when the member no longer exists. */
  private static Optional<Key> key(int year, String handle, Parameters wanted) {
    return Juror.ofHandle(year, handle)
        .map(juror -> new Key(year, juror.id, wanted.kind(), wanted.occasion()));
  }

  /** Claims the mail; false when another sender has claimed it. */
  private boolean isClaimed(Key mail) {
    return Transactions.inNew(() -> JuryMail.claim(mail, clock.instant()));
  }

  /**
   * Sends in the event loop of the connection. From any other thread, the greeting of a fast server
   * could arrive before the client listens, and the client would wait for it in vain.
   */
  private boolean send(Key key) {
    JuryMail mail = Transactions.inNew(() -> ByKey.find(JuryMail.class, key).orElseThrow());
    if (!mail.isSigned(server)) {
      Log.error("A mail was changed in the database: it is not sent");
      Transactions.inNew(() -> JuryMail.end(key, State.FAILED, null));
      return false;
    }
    try {
      mailer
          .send(Mail.withText(mail.address, mail.subject, mail.body))
          .runSubscriptionOn(MutinyHelper.executor(vertx.getOrCreateContext()))
          .await()
          .atMost(PATIENCE);
    } catch (RuntimeException e) {
      // the log must not contain addresses or texts
      Log.errorf("A mail could not be sent: %s", e.getClass().getName());
      if (Undelivered.isSure(e)) {
        Transactions.inNew(() -> JuryMail.end(key, State.FAILED, null));
      }
      return false;
    }
    return Transactions.inNew(() -> JuryMail.end(key, State.SENT, clock.instant()));
  }

  /** Refuses nobody: the result has only counts. */
  @Override
  public void requireReadable(Order order) {}
}
