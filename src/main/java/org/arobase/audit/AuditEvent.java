package org.arobase.audit;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import org.arobase.platform.canonical.Canonical;
import org.arobase.platform.merkle.MerkleTree;
import org.jspecify.annotations.Nullable;

/** Something that happened; written once, in the transaction in which it happened. */
@Entity
public class AuditEvent extends PanacheEntityBase {
  /** The kind of what is signed of an event. */
  static final String SIGNED = "audit-event";

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  public Long id;

  @Column(nullable = false)
  public Instant recordedAt;

  /** The name of an {@link Action}; text, so that one that nobody wrote can be read and told. */
  @Column(nullable = false)
  public String action;

  /** In whose name. */
  @Column(nullable = false)
  public String actor;

  /** Who really did it. */
  @Column(nullable = false)
  public String realActor;

  @Column(nullable = false)
  public String kind;

  @Column(nullable = false)
  public String subject;

  public Integer edition;

  public String dossier;

  /** 32 random bytes: without them a payload of few possible values could be guessed. */
  @Column(nullable = false)
  String nonce;

  /** SHA-256 of the nonce and the canonical JSON of the subject's state after the event. */
  @Column(nullable = false)
  public String payloadHash;

  /** Of the leaf, with a key that is not in the database. */
  @Column(nullable = false)
  String mac;

  /** Everything of an event that is sealed and shown; its canonical JSON is the leaf. */
  record Leaf(
      long number,
      Instant recordedAt,
      String action,
      String actor,
      String realActor,
      String kind,
      String subject,
      @Nullable Integer edition,
      @Nullable String dossier,
      String payloadHash) {}

  /** The highest number there is; null before the first event. */
  static Long newest() {
    return getEntityManager()
        .createQuery("select max(e.id) from AuditEvent e", Long.class)
        .getSingleResult();
  }

  /** The leaf's text: canonical JSON. */
  String leaf() {
    return Canonical.json(
        new Leaf(
            id,
            recordedAt,
            action,
            actor,
            realActor,
            kind,
            subject,
            edition,
            dossier,
            payloadHash));
  }

  /** The leaf's hash in the tree. */
  String leafHash() {
    return MerkleTree.leafHash(leaf());
  }

  /** Whether this is the hash of a state, given as canonical JSON. */
  boolean isOf(String state) {
    return payloadHash.equals(commitment(nonce, state));
  }

  static String commitment(String nonce, String state) {
    return Canonical.hash(nonce + state);
  }
}
