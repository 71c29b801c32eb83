package org.arobase.palmares.signing;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.arobase.audit.Action;
import org.arobase.audit.WriteDoor;
import org.arobase.identity.Caller;
import org.arobase.platform.database.ByKey;
import org.arobase.platform.database.RetryOnLostRace;
import org.arobase.platform.problem.Refusal;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;

/**
 * Signs with the key derived from this server's secret. A new secret gives a new key: the old key
 * is retired, and its signatures stay valid until somebody revokes it.
 */
@ApplicationScoped
@RetryOnLostRace
public class Signer {
  private final Optional<OctetKeyPairJsonWebKey> key;
  private final PublicAddress address;
  private final WriteDoor door;
  private final Caller caller;
  private final Clock clock;

  Signer(
      @ConfigProperty(name = "arobase.signing-key") Optional<String> seed,
      PublicAddress address,
      WriteDoor door,
      Caller caller,
      Clock clock) {
    this.key = seed.filter(s -> !s.isBlank()).map(Ed25519::of);
    this.address = address;
    this.door = door;
    this.caller = caller;
    this.clock = clock;
  }

  /** Registers the present key and retires earlier ones; called at every start. */
  @Transactional
  public void registerKey() {
    if (key.isEmpty()) {
      return;
    }
    Instant now = clock.instant();
    String id = key.get().getKeyId();
    for (SigningKey other : SigningKey.all()) {
      boolean present = other.id.equals(id);
      if (!door.isRecorded(other.recorded())) {
        // recording a tampered state would make it look valid
        Log.errorf("Signing key %s differs from its audit record. Verify the record.", other.id);
      } else if (present != (other.retiredAt == null)) {
        door.change(other, Action.CHANGED, k -> k.retiredAt = present ? null : now);
      }
    }
    if (ByKey.find(SigningKey.class, id).isEmpty()) {
      SigningKey fresh = new SigningKey();
      fresh.id = id;
      fresh.publicJwk = key.get().toJson(OutputControlLevel.PUBLIC_ONLY);
      fresh.address = address.of("signing-keys/" + id);
      fresh.since = now;
      door.create(fresh);
    }
  }

  /**
   * The id of the present signing key, locked until the transaction ends.
   *
   * @throws Refusal 409 when this server has none, or when it is revoked or retired
   */
  @Transactional(TxType.MANDATORY)
  public String requireKey() {
    // a revocation waits for this lock, and so also covers what is signed now
    return usable(SigningKey.locked(keyId()));
  }

  /**
   * The id of the present signing key, not locked, for content that is signed on each request.
   *
   * @throws Refusal as {@link #requireKey}
   */
  @Transactional(TxType.MANDATORY)
  public String presentKey() {
    return usable(SigningKey.required(keyId()));
  }

  private String keyId() {
    return key.orElseThrow(() -> new Refusal(SigningProblem.SIGNING_OFF)).getKeyId();
  }

  private String usable(SigningKey present) {
    door.requireRecorded(present.recorded());
    if (present.revokedAt != null) {
      throw new Refusal(SigningProblem.KEY_REVOKED, present.id);
    }
    if (present.retiredAt != null) {
      throw new Refusal(SigningProblem.KEY_RETIRED, present.id);
    }
    return present.id;
  }

  /**
   * When a key was revoked, if it was; none of its signatures is valid then.
   *
   * @throws Refusal 404 for an unknown key; 409 when the key differs from the audit record
   */
  @Transactional(TxType.MANDATORY)
  public Optional<Instant> revokedAt(String id) {
    SigningKey one = SigningKey.required(id);
    door.requireRecorded(one.recorded());
    return Optional.ofNullable(one.revokedAt);
  }

  /**
   * Signs a text with the key that {@link #requireKey} names.
   *
   * @param header members of the header besides {@code alg} and {@code kid}
   */
  public String sign(String payload, Map<String, String> header) {
    OctetKeyPairJsonWebKey present = key.orElseThrow();
    Map<String, String> all = new LinkedHashMap<>();
    all.put("kid", SigningKey.required(present.getKeyId()).address);
    all.putAll(header);
    return Jws.sign(payload, present, all);
  }

  /**
   * A signature outside a JWS.
   *
   * @param key the 32 bytes of the Ed25519 public key
   */
  public record Raw(byte[] key, byte[] signature) {}

  /**
   * Signs a message as it is, for formats with signatures of their own. Such a message must not
   * look like the input of a JWS.
   *
   * @throws Refusal as {@link #requireKey}
   */
  @Transactional(TxType.MANDATORY)
  public Raw signRaw(String message) {
    presentKey();
    return Ed25519.sign(key.orElseThrow(), message);
  }

  /** The key that signed a JWS, if it is one of ours. */
  public Optional<SigningKey> signerOf(Jws jws) {
    String id = jws.keyId().substring(jws.keyId().lastIndexOf('/') + 1);
    return ByKey.find(SigningKey.class, id)
        .filter(k -> jws.keyId().equals(k.address) && jws.isBy(k.publicJwk));
  }

  /**
   * Revokes a key: none of its signatures is valid any more.
   *
   * @throws Refusal 404 for an unknown key; 409 when it is already revoked
   */
  @Transactional
  public SigningKey revoke(String id, String reason) {
    SigningKey revoked = SigningKey.locked(id);
    if (revoked.revokedAt != null) {
      throw new Refusal(SigningProblem.KEY_REVOKED, id);
    }
    door.change(
        revoked,
        Action.REVOKED,
        key -> {
          key.revokedAt = clock.instant();
          key.revokedBy = caller.name();
          key.reason = reason.strip();
        });
    return revoked;
  }
}
