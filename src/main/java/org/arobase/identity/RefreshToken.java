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

/**
 * A refresh token that was issued. It can be used once; the tokens that follow from it have the
 * same family.
 */
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

  /** HMAC of hash, family, user and expiry, with a key that is not in the database. */
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
   * The token with this text, locked, so that two uses at once run one after the other. Empty when
   * there is none, or when somebody inserted it by SQL.
   */
  static Optional<RefreshToken> locked(String token, ServerKey key) {
    String hash = Canonical.hash(token);
    return Locks.exclusive(RefreshToken.class, hash)
        .filter(known -> known.mac.equals(known.computedMac(key)));
  }

  /** Ends a sign-in by deleting every token of this family. */
  static void end(String family) {
    delete("family", family);
  }
}
