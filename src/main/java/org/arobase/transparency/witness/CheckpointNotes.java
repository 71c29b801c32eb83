package org.arobase.transparency.witness;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Base64;
import java.util.HexFormat;
import org.arobase.audit.AuditProblem;
import org.arobase.audit.sealing.Checkpoint;
import org.arobase.palmares.signing.PublicAddress;
import org.arobase.palmares.signing.Signer;
import org.arobase.platform.problem.Refusal;
import org.arobase.platform.secrets.ServerKey;

/** Writes heads of the audit record as signed notes (C2SP tlog-checkpoint). */
@ApplicationScoped
public class CheckpointNotes {
  private final Signer signer;
  private final WitnessSettings witnesses;
  private final ServerKey key;
  private final String origin;

  CheckpointNotes(Signer signer, WitnessSettings witnesses, PublicAddress address, ServerKey key) {
    this.key = key;
    this.signer = signer;
    this.witnesses = witnesses;
    this.origin = address.of("audit").replaceFirst("^[a-z]+://", "");
  }

  /**
   * The newest head, signed by this server and by the witnesses that have seen it.
   *
   * @throws Refusal 404 before the first head; 409 without a usable signing key
   */
  @Transactional
  public String newest() {
    Checkpoint head = Checkpoint.last();
    if (head == null) {
      throw new Refusal(AuditProblem.CHECKPOINT_NOT_FOUND, "0");
    }
    String text = text(head);
    StringBuilder note = new StringBuilder(signed(head));
    Cosignature.of(head.size).stream()
        .filter(signed -> witnesses.hasCosigned(signed, text))
        .forEach(signed -> note.append(signed.line).append('\n'));
    return note.toString();
  }

  /** The key of the record: name, id and key, with plus signs between them. */
  @Transactional
  public String key() {
    return key(signer.signRaw(origin)).text();
  }

  private NoteKey key(Signer.Raw signed) {
    return new NoteKey(origin, NoteKey.LOG, signed.key());
  }

  /**
   * A head with the signature of this server only.
   *
   * @throws Refusal 409 when the head is not as a server with the audit key wrote it
   */
  String signed(Checkpoint head) {
    if (!head.isSigned(key)) {
      Log.errorf("The head of %d events was written by SQL: it is not signed", head.size);
      throw new Refusal(AuditProblem.RECORD_CONTRADICTED, "checkpoint");
    }
    String text = text(head);
    Signer.Raw signed = signer.signRaw(text);
    return text + "\n" + key(signed).line(signed.signature()) + "\n";
  }

  /** The text of a note: origin, size and root. */
  String text(Checkpoint head) {
    return origin + "\n" + head.size + "\n" + base64(head.rootHash) + "\n";
  }

  static String base64(String hex) {
    return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex));
  }
}
