package org.arobase.scoresheet.mailing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.logging.Log;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.arobase.jury.Juror;
import org.arobase.platform.database.ByKey;
import org.arobase.platform.database.Transactions;
import org.arobase.platform.jobs.Progress;
import org.arobase.platform.jobs.Work;
import org.arobase.scoresheet.mailing.Mailed.Key;
import org.arobase.scoresheet.mailing.Mailed.Kind;
import org.arobase.scoresheet.mailing.Mailed.State;

/**
 * Sends mails that wait. Each is claimed in a transaction of its own before it is sent, so that it
 * is sent at most once: of two who send, and of one who dies while it does.
 */
@ApplicationScoped
class MailingWork implements Work {
  private final Mailer mailer;
  private final ObjectMapper json;
  private final Clock clock;

  MailingWork(Mailer mailer, ObjectMapper json, Clock clock) {
    this.mailer = mailer;
    this.json = json;
    this.clock = clock;
  }

  /** Which mails, by the ids of the members. */
  record Parameters(Kind kind, String occasion, List<String> jurors) {}

  /** How many went out. */
  record Sent(int sent, int failed) {}

  @Override
  public String kind() {
    return "MAILING";
  }

  @Override
  public Object run(Order order, Progress progress) {
    Parameters wanted = parameters(order);
    int sent = 0;
    int failed = 0;
    for (String handle : wanted.jurors()) {
      progress.at(sent + failed, wanted.jurors().size());
      Key key =
          Transactions.inNew(
              () ->
                  new Key(
                      order.edition(),
                      Juror.required(order.edition(), handle).id,
                      wanted.kind(),
                      wanted.occasion()));
      if (Transactions.inNew(() -> Mailed.claim(key))) {
        boolean gone = send(key);
        sent += gone ? 1 : 0;
        failed += gone ? 0 : 1;
      }
    }
    progress.at(sent + failed, wanted.jurors().size());
    return new Sent(sent, failed);
  }

  private boolean send(Key key) {
    Mailed mail = Transactions.inNew(() -> ByKey.find(Mailed.class, key).orElseThrow());
    try {
      mailer.send(Mail.withText(mail.address, mail.subject, mail.body));
    } catch (RuntimeException e) {
      // neither address nor text: the log is not for them
      Log.errorf("A mail could not be sent: %s", e.getClass().getName());
      if (Undelivered.isSure(e)) {
        Transactions.inNew(() -> Mailed.end(key, State.FAILED, null));
      }
      return false;
    }
    return Transactions.inNew(() -> Mailed.end(key, State.SENT, clock.instant()));
  }

  /** Whoever ordered it may know how many there were. */
  @Override
  public void requireReadable(Order order) {}

  private Parameters parameters(Order order) {
    try {
      return json.readValue(order.parameters(), Parameters.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Not what was written", e);
    }
  }
}
