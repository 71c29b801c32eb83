package org.arobase.identity;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;
import org.arobase.platform.canonical.Canonical;
import org.arobase.platform.database.ByKey;

/** A refresh token that was given out. Each is good for one use; its successors are its family. */
@Entity
class RefreshToken extends PanacheEntityBase {
  @Id String tokenHash;

  @Column(nullable = false)
  String family;

  @Column(nullable = false)
  String username;

  @Column(nullable = false)
  Instant expiresAt;

  Instant usedAt;

  protected RefreshToken() {}

  RefreshToken(String token, String family, String username, Instant expiresAt) {
    this.tokenHash = Canonical.hash(token);
    this.family = family;
    this.username = username;
    this.expiresAt = expiresAt;
  }

  /** The token with this text, locked: of two uses at the same time one comes second. */
  static Optional<RefreshToken> locked(String token) {
    return ByKey.find(RefreshToken.class, Canonical.hash(token), LockModeType.PESSIMISTIC_WRITE);
  }

  /** Ends a sign-in: no token of this family is good for anything. */
  static void end(String family) {
    delete("family", family);
  }
}
