package org.arobase.identity;

import io.smallrye.jwt.build.Jwt;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Duration;
import org.arobase.identity.IdentityApi.Credentials;
import org.arobase.identity.IdentityApi.Token;
import org.arobase.platform.contract.Refuses;
import org.arobase.platform.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Tokens for local accounts. */
@Path("/auth/token")
@PermitAll
@Tag(name = "Identity", description = "Who is calling.")
public class TokenResource {
  /** A jury's day, so that nobody signs in twice in it. */
  private static final Duration LIFE = Duration.ofHours(8);

  private final LocalAccounts accounts;

  TokenResource(LocalAccounts accounts) {
    this.accounts = accounts;
  }

  /** A token for a user and a password. */
  @POST
  @Operation(operationId = "createToken", summary = "Sign in with a local account")
  @Refuses({Problem.INVALID_CREDENTIALS, Problem.LOCAL_ACCOUNTS_OFF})
  public Token create(@NotNull @Valid Credentials credentials) {
    Account account = accounts.authenticate(credentials.username(), credentials.password());
    var claims = Jwt.upn(account.username).groups(account.role).expiresIn(LIFE);
    if (account.authorityCode != null) {
      claims.claim(Caller.AUTHORITY_CLAIM, account.authorityCode);
    }
    return new Token(claims.sign(), "Bearer", LIFE.toSeconds());
  }
}
