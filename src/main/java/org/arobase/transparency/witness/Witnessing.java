package org.arobase.transparency.witness;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.arobase.audit.sealing.AuditLeaf;
import org.arobase.audit.sealing.Checkpoint;
import org.arobase.platform.database.ByKey;
import org.arobase.platform.database.Transactions;
import org.arobase.platform.merkle.MerkleTree;
import org.arobase.transparency.witness.WitnessSettings.Witness;

/**
 * Sends new heads of the audit record to the witnesses (C2SP tlog-witness), with the proof that
 * nothing they have seen was changed, and keeps their signatures.
 */
@ApplicationScoped
class Witnessing {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int SIGNED = 200;
  private static final int OTHER_SIZE = 409;
  private static final int INCONSISTENT = 422;

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final WitnessSettings settings;
  private final CheckpointNotes notes;

  Witnessing(WitnessSettings settings, CheckpointNotes notes) {
    this.settings = settings;
    this.notes = notes;
  }

  /**
   * What is sent to a witness.
   *
   * @param old the number of events that the witness is believed to have seen
   * @param size the number of events under the head
   * @param text of the head's note
   */
  private record Sent(long old, long size, String text, String body) {}

  @Scheduled(
      every = "{arobase.witness-every}",
      delayed = "10s",
      concurrentExecution = ConcurrentExecution.SKIP)
  void tellAll() {
    settings.all().forEach(this::tell);
  }

  /**
   * Sends the newest head to a witness that has not signed it yet.
   *
   * @return whether the witness has signed the newest head
   */
  boolean tell(Witness witness) {
    try {
      Optional<Sent> sent = Transactions.inNew(() -> unseen(witness));
      return sent.isEmpty() || tell(witness, sent.get(), true);
    } catch (IOException | RuntimeException e) {
      // the next run tries again
      Log.warnf("Witness %s did not answer: %s", witness.key().name(), e.getClass().getName());
      return false;
    }
  }

  /** The newest head for a witness; empty when the witness has signed it, or there is none. */
  private Optional<Sent> unseen(Witness witness) {
    Checkpoint head = Checkpoint.last();
    long seen = seen(witness);
    return head == null || head.size == seen ? Optional.empty() : Optional.of(sent(head, seen));
  }

  /** The size of the newest head that a witness has signed with its present key; 0: none. */
  private long seen(Witness witness) {
    Cosignature newest = Cosignature.newest(witness.key().name());
    Checkpoint head =
        newest == null ? null : ByKey.find(Checkpoint.class, newest.size).orElse(null);
    boolean isValid = head != null && witness.key().hasCosigned(notes.text(head), newest.line);
    return isValid ? head.size : 0;
  }

  /**
   * @param again whether to try once more with the size that the witness has seen
   */
  private boolean tell(Witness witness, Sent sent, boolean again) throws IOException {
    HttpResponse<String> answer = send(witness, sent.body());
    int status = answer.statusCode();
    if (status == SIGNED) {
      return isKept(witness, sent, answer.body());
    }
    if (status == OTHER_SIZE && again) {
      return tellAgain(witness, sent.old(), answer.body().strip());
    }
    if (status == INCONSISTENT) {
      alarm(witness);
    }
    Log.warnf("Witness %s answered %d", witness.key().name(), status);
    return false;
  }

  /** The witness has seen another size: an answer was lost, it is new, or a backup was restored. */
  private boolean tellAgain(Witness witness, long seen, String size) throws IOException {
    long known = size.matches("[0-9]{1,18}") ? Long.parseLong(size) : -1;
    boolean isOurs = known == 0 || Transactions.inNew(() -> isHead(known));
    if (!isOurs || known == seen) {
      alarm(witness);
      return false;
    }
    Log.infof("Witness %s has seen %d events", witness.key().name(), known);
    return tell(witness, Transactions.inNew(() -> sent(Checkpoint.last(), known)), false);
  }

  private static boolean isHead(long size) {
    return Checkpoint.count("size", size) == 1;
  }

  private static void alarm(Witness witness) {
    Log.errorf(
        "Witness %s has seen another history: the audit record was changed or restored. Keep the"
            + " database as it is, and compare it with a backup.",
        witness.key().name());
  }

  /** A witness can sign with several keys: lines by unknown ones are ignored. */
  private static boolean isKept(Witness witness, Sent sent, String lines) {
    Optional<String> line =
        lines.lines().filter(l -> witness.key().hasCosigned(sent.text(), l)).findFirst();
    if (line.isEmpty()) {
      Log.warnf("Witness %s sent no valid signature", witness.key().name());
      return false;
    }
    Transactions.inNew(
        () -> {
          Cosignature.keep(sent.size(), witness.key().name(), line.get());
          return null;
        });
    return true;
  }

  private Sent sent(Checkpoint head, long seen) {
    StringBuilder body = new StringBuilder("old ").append(seen).append('\n');
    if (seen > 0) {
      List<String> leaves = AuditLeaf.hashes(0, head.size);
      new MerkleTree(leaves)
          .consistency(Math.toIntExact(seen))
          .forEach(hash -> body.append(CheckpointNotes.base64(hash)).append('\n'));
    }
    body.append('\n').append(notes.signed(head));
    return new Sent(seen, head.size, notes.text(head), body.toString());
  }

  private HttpResponse<String> send(Witness witness, String body) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(witness.address().resolve("add-checkpoint"))
            .timeout(PATIENCE)
            .POST(BodyPublishers.ofString(body))
            .build();
    // the timeout of a request ends with the headers: a body could trickle for ever
    CompletableFuture<HttpResponse<String>> answer =
        client.sendAsync(request, BodyHandlers.ofString());
    try {
      return answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted", e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException(e);
    } finally {
      answer.cancel(true);
    }
  }
}
