package org.arobase.audit;

import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import org.arobase.identity.Caller;
import org.arobase.platform.canonical.Canonical;
import org.arobase.platform.problem.Problem;
import org.arobase.platform.problem.Refusal;
import org.arobase.platform.secrets.ServerKey;
import org.jspecify.annotations.Nullable;

/** Records what happens, in the transaction in which it happens. */
@ApplicationScoped
public class Audit {
  /** The actor of what the server does by itself, such as the first start. */
  static final String SYSTEM = "system";

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int NONCE_BYTES = 32;

  private final Clock clock;
  private final Caller caller;
  private final ServerKey key;

  Audit(Clock clock, Caller caller, ServerKey key) {
    this.clock = clock;
    this.caller = caller;
    this.key = key;
  }

  /** Records an act of the caller. */
  @Transactional(TxType.MANDATORY)
  public void record(Action action, Audited.State after) {
    record(action, after, actor());
  }

  /**
   * Records an act of the caller in the name of somebody else.
   *
   * @param after the subject with its state after the act; only its hash is kept
   */
  @Transactional(TxType.MANDATORY)
  public void record(Action action, Audited.State after, String inTheNameOf) {
    AuditEvent event = new AuditEvent();
    event.recordedAt = clock.instant();
    event.action = action.name();
    event.by(inTheNameOf, actor(), nonce());
    event.kind = after.subject().kind();
    event.subject = after.subject().key();
    event.edition = after.subject().edition();
    event.dossier = after.subject().dossier();
    event.nonce = nonce();
    event.payloadHash = AuditEvent.commitment(event.nonce, Canonical.json(after.content()));
    event.mac = "";
    event.persist();
    // the number is part of what is signed, and the database gives it
    event.sign(key);
  }

  /**
   * Refuses to go on from a state that is not the one that was recorded last. Who changed it by SQL
   * would otherwise see the next event make it good.
   *
   * @throws Refusal 409
   */
  @Transactional(TxType.MANDATORY)
  public void requireRecorded(Audited.State present) {
    if (!isRecorded(present)) {
      throw new Refusal(Problem.RECORD_CONTRADICTED, present.subject().kind());
    }
  }

  /**
   * Refuses to go on as if there was nothing where something was recorded. Who deleted it by SQL
   * would otherwise see the next answer say so.
   *
   * @throws Refusal 409
   */
  @Transactional(TxType.MANDATORY)
  public void requireNothing(Subject subject) {
    if (AuditEvent.last(subject) != null) {
      throw new Refusal(Problem.RECORD_CONTRADICTED, subject.kind());
    }
  }

  /** Whether a state is the one that was recorded last. */
  @Transactional(TxType.MANDATORY)
  public boolean isRecorded(Audited.State present) {
    return isOf(AuditEvent.last(present.subject()), present, key);
  }

  /** Whether this server wrote an event, and of this state. */
  static boolean isOf(@Nullable AuditEvent event, Audited.State state, ServerKey key) {
    return event != null && event.isSigned(key) && event.isOf(Canonical.json(state.content()));
  }

  private String actor() {
    return Arc.container().requestContext().isActive() && !caller.name().isEmpty()
        ? caller.name()
        : SYSTEM;
  }

  private static String nonce() {
    byte[] nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    return HexFormat.of().formatHex(nonce);
  }
}
