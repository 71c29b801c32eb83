package org.arobase.identity;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** The caller, as named by the verified token, with the roles that they still have. */
@RequestScoped
public class Caller {
  /** The claim that names the authority an applicant acts for. */
  static final String AUTHORITY_CLAIM = "authority";

  private final SecurityIdentity identity;
  private final JsonWebToken token;
  private final LocalAccounts accounts;

  /** The role of the local account; null before it was read. */
  private @Nullable Optional<String> account;

  Caller(SecurityIdentity identity, JsonWebToken token, LocalAccounts accounts) {
    this.identity = identity;
    this.token = token;
    this.accounts = accounts;
  }

  /** Whether the caller is not signed in. */
  public boolean isAnonymous() {
    return identity.isAnonymous();
  }

  /** The user's name, from the token's {@code upn} or {@code sub}; empty if anonymous. */
  public String name() {
    return identity.getPrincipal().getName().strip();
  }

  /** Whether the caller has a role of {@link Roles}. */
  public boolean is(String role) {
    return claims(role) && stillHas(role);
  }

  /** A role that a local account has lost ends at once, not when the token expires. */
  private boolean stillHas(String role) {
    if (!accounts.on() || isAnonymous()) {
      return true;
    }
    if (account == null) {
      account = Account.roleOf(name());
    }
    return account.filter(role::equals).isPresent();
  }

  /** Whether the token names a role of {@link Roles}; a local account may have lost it since. */
  public boolean claims(String role) {
    return identity.getRoles().contains(role);
  }

  /**
   * Remembers the role of the caller's local account from now on: it was read with other facts.
   *
   * @param role null when there is no such account
   */
  public void rememberAccount(@Nullable String role) {
    account = Optional.ofNullable(role);
  }

  /** The caller's roles in alphabetical order. */
  public Set<String> roles() {
    Set<String> roles = new TreeSet<>(identity.getRoles());
    roles.removeIf(role -> !stillHas(role));
    return roles;
  }

  /** The code of the authority that an applicant acts for. */
  public Optional<String> authority() {
    return accounts.on() && !isAnonymous()
        ? Account.authorityOf(name())
        : Optional.ofNullable(token.getClaim(AUTHORITY_CLAIM));
  }
}
