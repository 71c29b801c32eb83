package org.arobase.identity;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who is calling, as the verified token says. */
@RequestScoped
public class Caller {
  /** The claim that names the authority an applicant acts for. */
  static final String AUTHORITY_CLAIM = "authority";

  private final SecurityIdentity identity;
  private final JsonWebToken token;

  Caller(SecurityIdentity identity, JsonWebToken token) {
    this.identity = identity;
    this.token = token;
  }

  /** The user's name, as the token's {@code upn} or {@code sub} gives it. */
  public String name() {
    return identity.getPrincipal().getName();
  }

  /** Whether the caller has a role of {@link Roles}. */
  public boolean is(String role) {
    return identity.hasRole(role);
  }

  /** The caller's roles in alphabetical order. */
  public List<String> roles() {
    return identity.getRoles().stream().sorted().toList();
  }

  /** The code of the authority that an applicant acts for. */
  public Optional<String> authority() {
    return Optional.ofNullable(token.getClaim(AUTHORITY_CLAIM));
  }
}
