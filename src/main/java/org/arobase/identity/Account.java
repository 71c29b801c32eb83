package org.arobase.identity;

import io.quarkus.elytron.security.common.BcryptUtil;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.Optional;
import org.arobase.audit.Recorded;
import org.arobase.platform.database.ByKey;
import org.arobase.platform.secrets.ServerKey;
import org.jspecify.annotations.Nullable;

/** A local account, for installations without an identity provider. Stores only a password hash. */
@Entity
class Account extends PanacheEntityBase implements Recorded.Part {
  /** The hash of a random password, so that unknown users take as long to check as known ones. */
  private static final String NOBODY =
      BcryptUtil.bcryptHash(java.util.UUID.randomUUID().toString());

  @Id String username;

  @Column(nullable = false)
  String passwordHash;

  @Column(nullable = false)
  String role;

  String authorityCode;

  /** HMAC of the other values, with a key that is not in the database. */
  @Column(nullable = false)
  String mac;

  protected Account() {}

  Account(String username, String password, String role, String authorityCode, ServerKey key) {
    this.username = username;
    this.passwordHash = BcryptUtil.bcryptHash(password);
    this.role = role;
    this.authorityCode = authorityCode;
    this.mac = computedMac(key);
  }

  private String computedMac(ServerKey key) {
    String values = String.join("\n", username, passwordHash, role, "" + authorityCode);
    return key.mac("account", values);
  }

  /**
   * Whether this server wrote the account so. A password hash that somebody puts in by SQL, uses
   * and puts back would leave no other trace.
   */
  boolean isSigned(ServerKey key) {
    return mac.equals(computedMac(key));
  }

  /** The present role of this user; empty when there is no such account. */
  static Optional<String> roleOf(String username) {
    return ByKey.find(Account.class, username).map(account -> account.role);
  }

  /** The authority that this user acts for; empty when there is none. */
  static Optional<String> authorityOf(String username) {
    return ByKey.find(Account.class, username).map(account -> account.authorityCode);
  }

  /** The account of this user when the password is right; null otherwise. */
  static @Nullable Account authenticated(String username, String password) {
    Account account = ByKey.find(Account.class, username).orElse(null);
    boolean right = BcryptUtil.matches(password, account == null ? NOBODY : account.passwordHash);
    return right ? account : null;
  }
}
