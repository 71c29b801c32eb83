package org.arobase.audit;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import org.arobase.platform.canonical.Canonical;
import org.arobase.platform.merkle.MerkleTree;
import org.arobase.platform.secrets.ServerKey;
import org.jspecify.annotations.Nullable;

/**
 * An audit event, written once, in the transaction that makes the change. Only its names can change
 * later, to pseudonyms.
 */
@Entity
public class AuditEvent extends PanacheEntityBase {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  public Long id;

  @Column(nullable = false)
  public Instant recordedAt;

  /** The name of an {@link Action}; a string, so that a forged value can be read and reported. */
  @Column(nullable = false)
  public String action;

  /** The user on whose behalf it was done. */
  @Column(nullable = false)
  public String actor;

  /** The user who did it. */
  @Column(nullable = false)
  public String realActor;

  @Column(nullable = false)
  public String kind;

  @Column(nullable = false)
  public String subject;

  public Integer edition;

  public String dossier;

  /** 32 random bytes. Without them, a payload with few possible values could be guessed. */
  @Column(nullable = false)
  String nonce;

  /** SHA-256 of the nonce and the canonical JSON of the subject's state after the event. */
  @Column(nullable = false)
  public String payloadHash;

  /** 32 random bytes; null once the names are pseudonyms. */
  public @Nullable String actorSalt;

  /** SHA-256 of the salt and the two names: it stands for them in the leaf. */
  @Column(nullable = false)
  public String actorsHash;

  /**
   * HMAC of the leaf without its number and of the values outside it, with a key that is not in the
   * database.
   */
  @Column(nullable = false)
  String mac;

  /**
   * The part of an event that is sealed and published; its canonical JSON is the leaf.
   *
   * @param number null in what is signed: the database assigns it when the signed event is stored
   */
  record Leaf(
      @Nullable Long number,
      Instant recordedAt,
      String action,
      String actorsHash,
      String kind,
      String subject,
      @Nullable Integer edition,
      @Nullable String dossier,
      String payloadHash) {}

  /** The last event of a subject; null when there is none. */
  static AuditEvent last(Subject subject) {
    return find("kind = ?1 and subject = ?2 order by id desc", subject.kind(), subject.key())
        .firstResult();
  }

  /** The subject that the event is about. */
  public Subject subject() {
    return new Subject(kind, subject, edition, dossier);
  }

  /** The leaf's text: canonical JSON. */
  public String leaf() {
    return leaf(id);
  }

  private String leaf(@Nullable Long number) {
    return Canonical.json(
        new Leaf(
            number, recordedAt, action, actorsHash, kind, subject, edition, dossier, payloadHash));
  }

  /** Sets the two names and their salted hash, so that the names can be erased later. */
  void by(String inTheNameOf, String really, String salt) {
    actor = inTheNameOf;
    realActor = really;
    actorSalt = salt;
    actorsHash = actors();
  }

  private String actors() {
    return Canonical.hash(actorSalt + Canonical.json(List.of(actor, realActor)));
  }

  /** Signs the event in its present state. */
  void sign(ServerKey key) {
    mac = computedMac(key);
  }

  /** Whether this server wrote the event in its present state. */
  public boolean isSigned(ServerKey key) {
    boolean named = actorSalt == null || actors().equals(actorsHash);
    return named && mac.equals(computedMac(key));
  }

  /**
   * The nonce is not part of the leaf, because the leaf is shown and the nonce hides the state. It
   * stands for the number: the database takes no second event with the same nonce.
   */
  private String computedMac(ServerKey key) {
    String names = String.join("\n", actor, realActor, String.valueOf(actorSalt));
    return key.mac("audit-event", leaf(null) + nonce + names);
  }

  /** Puts a pseudonym in the place of a name; the sealed leaf holds only a hash of the names. */
  void pseudonymise(String name, String pseudonym, ServerKey key) {
    actorSalt = null;
    actor = actor.equals(name) ? pseudonym : actor;
    realActor = realActor.equals(name) ? pseudonym : realActor;
    sign(key);
  }

  /** The leaf's hash in the tree. */
  public String leafHash() {
    return MerkleTree.leafHash(leaf());
  }

  /** Whether the event describes this state, given as canonical JSON. */
  boolean isOf(String state) {
    return payloadHash.equals(commitment(nonce, state));
  }

  static String commitment(String nonce, String state) {
    return Canonical.hash(nonce + state);
  }
}
