package org.arobase.audit;

import io.quarkus.arc.Arc;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import org.arobase.audit.WriteDoor.Act;
import org.arobase.platform.canonical.Canonical;
import org.arobase.platform.database.Stateless;
import org.arobase.platform.problem.Refusal;
import org.arobase.platform.secrets.ServerKey;
import org.jspecify.annotations.Nullable;

/** Writes and reads the last event of each subject; {@link WriteDoor} decides when. */
@ApplicationScoped
class Audit {
  /** The actor when the server acts by itself, for example at the first start. */
  private static final String SYSTEM = "system";

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int NONCE_BYTES = 32;

  private final Clock clock;
  private final SecurityIdentity identity;
  private final ServerKey key;
  private final Event<Act> acts;

  Audit(Clock clock, SecurityIdentity identity, ServerKey key, Event<Act> acts) {
    this.clock = clock;
    this.identity = identity;
    this.key = key;
    this.acts = acts;
  }

  /**
   * Records an act of the caller in the transaction in which it happens.
   *
   * @param after the subject with its state after the act; only its hash is kept
   * @param inTheNameOf the user in whose name the caller acts; null: the caller's own
   */
  void record(Action action, StateSource.State after, @Nullable String inTheNameOf) {
    AuditEvent event = new AuditEvent();
    event.recordedAt = clock.instant();
    event.action = action.name();
    String actor = actor();
    event.by(inTheNameOf == null ? actor : inTheNameOf, actor, nonce());
    event.kind = after.subject().kind();
    event.subject = after.subject().key();
    event.edition = after.subject().edition();
    event.dossier = after.subject().dossier();
    event.nonce = nonce();
    event.payloadHash = AuditEvent.commitment(event.nonce, Canonical.json(after.content()));
    event.sign(key);
    Stateless.insert(event);
    acts.fire(new Act(action, after.subject()));
  }

  /**
   * Refuses a state that is not the one that was recorded last: an event on top of it would make
   * good what somebody has changed by SQL.
   *
   * @throws Refusal 409
   */
  void requireRecorded(StateSource.State present) {
    if (!isRecorded(present)) {
      throw new Refusal(AuditProblem.RECORD_CONTRADICTED, present.subject().kind());
    }
  }

  /** Whether a state is the last recorded one. */
  boolean isRecorded(StateSource.State present) {
    return isOf(AuditEvent.last(present.subject()), present);
  }

  /** Whether this server wrote the event, and for this state. */
  boolean isOf(@Nullable AuditEvent event, StateSource.State state) {
    return event != null && event.isSigned(key) && event.isOf(Canonical.json(state.content()));
  }

  private String actor() {
    if (!Arc.container().requestContext().isActive() || identity.isAnonymous()) {
      return SYSTEM;
    }
    return identity.getPrincipal().getName().strip();
  }

  private static String nonce() {
    byte[] nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    return HexFormat.of().formatHex(nonce);
  }
}
