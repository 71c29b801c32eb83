package org.arobase.identity;

import io.quarkus.elytron.security.common.BcryptUtil;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.Optional;
import org.arobase.audit.Recorded;
import org.arobase.platform.database.ByKey;

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

  protected Account() {}

  Account(String username, String password, String role, String authorityCode) {
    this.username = username;
    this.passwordHash = BcryptUtil.bcryptHash(password);
    this.role = role;
    this.authorityCode = authorityCode;
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
  static Account authenticated(String username, String password) {
    Account account = ByKey.find(Account.class, username).orElse(null);
    boolean right = BcryptUtil.matches(password, account == null ? NOBODY : account.passwordHash);
    return right ? account : null;
  }
}
