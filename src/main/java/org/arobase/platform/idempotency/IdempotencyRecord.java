package org.arobase.platform.idempotency;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.sql.Timestamp;
import java.time.Instant;

/** The answer to a request with a key, by user and key: there cannot be two. */
@Entity
@IdClass(IdempotencyRecord.Key.class)
class IdempotencyRecord extends PanacheEntityBase {
  @Id String username;
  @Id String clientKey;

  /** Of the operation and what was sent. */
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

  /** The name of a kept answer. */
  record Key(String username, String clientKey) {}

  /**
   * Claims the key for this transaction. A second claim waits until the first is over, and then
   * breaks on the unique key, or is the first when that one was rolled back.
   */
  static void claim(Key key, String fingerprint, Instant now) {
    getEntityManager()
        .createNativeQuery(
            "insert into idempotency_record (username, client_key, fingerprint, status, body, kept_at)"
                + " values (?1, ?2, ?3, 0, '', ?4)")
        .setParameter(1, key.username())
        .setParameter(2, key.clientKey())
        .setParameter(3, fingerprint)
        .setParameter(4, Timestamp.from(now))
        .executeUpdate();
  }
}
