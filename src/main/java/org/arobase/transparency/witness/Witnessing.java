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
import org.arobase.audit.sealing.AuditLeaf;
import org.arobase.audit.sealing.Checkpoint;
import org.arobase.platform.database.Transactions;
import org.arobase.platform.merkle.MerkleTree;
import org.arobase.transparency.witness.WitnessSettings.Witness;
import org.jspecify.annotations.Nullable;

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

  /** What is sent to a witness. */
  private record Sent(Checkpoint head, String text, String body) {}

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
      return tell(witness, Transactions.inNew(() -> Cosignature.newest(witness.key().name())));
    } catch (IOException | RuntimeException e) {
      // the next run tries again
      Log.warnf("Witness %s did not answer: %s", witness.key().name(), e.getClass().getName());
      return false;
    }
  }

  private boolean tell(Witness witness, long seen) throws IOException {
    Sent sent = Transactions.inNew(() -> sent(seen));
    if (sent == null) {
      return true;
    }
    HttpResponse<String> answer = send(witness, sent.body());
    if (answer.statusCode() == OTHER_SIZE) {
      return again(witness, seen, answer.body().strip());
    }
    if (answer.statusCode() == INCONSISTENT) {
      alarm(witness);
    }
    if (answer.statusCode() != SIGNED) {
      Log.warnf("Witness %s answered %d", witness.key().name(), answer.statusCode());
      return false;
    }
    return isKept(witness, sent, answer.body().strip());
  }

  /** The witness has seen more than is kept here, for example before a backup was restored. */
  private boolean again(Witness witness, long seen, String size) throws IOException {
    long known = size.matches("[0-9]{1,18}") ? Long.parseLong(size) : -1;
    boolean isOurs = known > 0 && Transactions.inNew(() -> isHead(known));
    if (!isOurs || known == seen) {
      alarm(witness);
      return false;
    }
    return tell(witness, known);
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

  private static boolean isKept(Witness witness, Sent sent, String line) {
    if (!witness.key().hasCosigned(sent.text(), line)) {
      Log.warnf("Witness %s sent an invalid signature", witness.key().name());
      return false;
    }
    Transactions.inNew(
        () -> {
          Cosignature.keep(sent.head().size, witness.key().name(), line);
          return null;
        });
    return true;
  }

  /** The newest head for a witness that has seen this size; null when it has seen the newest. */
  private @Nullable Sent sent(long seen) {
    Checkpoint head = Checkpoint.last();
    if (head == null || head.size == seen) {
      return null;
    }
    StringBuilder body = new StringBuilder("old ").append(seen).append('\n');
    if (seen > 0) {
      List<String> leaves = AuditLeaf.hashes(0, head.size);
      new MerkleTree(leaves)
          .consistency(Math.toIntExact(seen))
          .forEach(hash -> body.append(CheckpointNotes.base64(hash)).append('\n'));
    }
    body.append('\n').append(notes.signed(head));
    return new Sent(head, notes.text(head), body.toString());
  }

  private HttpResponse<String> send(Witness witness, String body) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(witness.address().resolve("add-checkpoint"))
            .timeout(PATIENCE)
            .POST(BodyPublishers.ofString(body))
            .build();
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted", e);
    }
  }
}
