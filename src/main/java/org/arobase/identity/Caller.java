package org.arobase.identity;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who is calling: as the verified token says, with the roles that are still true. */
@RequestScoped
public class Caller {
  /** The claim that names the authority an applicant acts for. */
  static final String AUTHORITY_CLAIM = "authority";

  private final SecurityIdentity identity;
  private final JsonWebToken token;
  private final LocalAccounts accounts;
  private Set<String> roles;

  Caller(SecurityIdentity identity, JsonWebToken token, LocalAccounts accounts) {
    this.identity = identity;
    this.token = token;
    this.accounts = accounts;
  }

  /** Whether nobody has signed in. */
  public boolean isAnonymous() {
    return identity.isAnonymous();
  }

  /** The user's name, as the token's {@code upn} or {@code sub} gives it; empty if anonymous. */
  public String name() {
    return identity.getPrincipal().getName().strip();
  }

  /** Whether the caller has a role of {@link Roles}. */
  public boolean is(String role) {
    return roles().contains(role);
  }

  /** Roles are asked for again: a request can go on for long. */
  public void forget() {
    roles = null;
  }

  /**
   * The caller's roles in alphabetical order. Of a local account only those that it still has: a
   * role that was taken away ends with it, not with the token.
   */
  public Set<String> roles() {
    if (roles == null) {
      Set<String> said = new TreeSet<>(identity.getRoles());
      if (accounts.on() && !isAnonymous()) {
        Optional<String> present = Account.roleOf(name());
        said.removeIf(role -> !present.filter(role::equals).isPresent());
      }
      roles = said;
    }
    return roles;
  }

  /** The code of the authority that an applicant acts for. */
  public Optional<String> authority() {
    return accounts.on() && !isAnonymous()
        ? Account.authorityOf(name())
        : Optional.ofNullable(token.getClaim(AUTHORITY_CLAIM));
  }
}
