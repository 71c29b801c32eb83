package org.arobase.platform.idempotency;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import org.arobase.platform.canonical.Canonical;
import org.arobase.platform.secrets.ServerKey;

/** The kept answer to a request with an idempotency key; unique per user and key. */
@Entity
@IdClass(IdempotencyRecord.Key.class)
class IdempotencyRecord extends PanacheEntityBase {
  @Id String username;
  @Id String clientKey;

  /** Hash of the operation, its parameters and its body. */
  @Column(nullable = false)
  String fingerprint;

  @Column(nullable = false)
  int status;

  @Column(nullable = false, columnDefinition = "longtext")
  String body;

  String etag;

  String location;

  @Column(nullable = false)
  Instant keptAt;

  /** Signature of the request and the answer; empty until there is an answer. */
  @Column(nullable = false)
  String mac;

  /** Signs the answer. */
  void sign(ServerKey key) {
    mac = computedMac(key);
  }

  /** Whether this server, or another one with its key, wrote it so. */
  boolean isSigned(ServerKey key) {
    return mac.equals(computedMac(key));
  }

  private String computedMac(ServerKey key) {
    return key.mac(
        "idempotency-record",
        Canonical.json(
            Arrays.asList(username, clientKey, fingerprint, status, body, etag, location)));
  }

  /** The primary key. */
  record Key(String username, String clientKey) {}

  /**
   * Claims the key for this transaction. A second claim waits until this transaction ends. It then
   * fails on the unique key, or succeeds when this transaction was rolled back.
   */
  static void claim(Key key, String fingerprint, Instant now) {
    getEntityManager()
        .createNativeQuery(
            "insert into idempotency_record (username, client_key, fingerprint, status, body, kept_at, mac)"
                + " values (?1, ?2, ?3, 0, '', ?4, '')")
        .setParameter(1, key.username())
        .setParameter(2, key.clientKey())
        .setParameter(3, fingerprint)
        .setParameter(4, Timestamp.from(now))
        .executeUpdate();
  }
}
