package org.arobase.identity;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Optional;
import org.arobase.platform.canonical.Canonical;
import org.arobase.platform.database.Locks;
import org.arobase.platform.secrets.ServerKey;

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

  @Column(nullable = false)
  int uses;

  /** Of the others but the use, with a key that is not in the database. */
  @Column(nullable = false)
  String mac;

  protected RefreshToken() {}

  RefreshToken(String token, String family, String username, Instant expiresAt, ServerKey key) {
    this.tokenHash = Canonical.hash(token);
    this.family = family;
    this.username = username;
    this.expiresAt = expiresAt;
    this.mac = computedMac(key);
  }

  private String computedMac(ServerKey key) {
    return key.mac("refresh-token", String.join("\n", tokenHash, family, username, "" + expiresAt));
  }

  /**
   * The token with this text, locked: of two uses at the same time one comes second. One that
   * somebody put there by SQL is none.
   */
  static Optional<RefreshToken> locked(String token, ServerKey key) {
    String hash = Canonical.hash(token);
    return Locks.exclusive(RefreshToken.class, hash)
        .filter(known -> known.mac.equals(known.computedMac(key)));
  }

  /** Ends a sign-in: no token of this family is good for anything. */
  static void end(String family) {
    delete("family", family);
  }
}
