package org.arobase.identity;

import io.vertx.core.http.HttpServerRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.arobase.identity.IdentityApi.Credentials;
import org.arobase.identity.IdentityApi.Refresh;
import org.arobase.identity.IdentityApi.Token;
import org.arobase.platform.http.ClientNetwork;
import org.arobase.platform.problem.Refusal;
import org.arobase.platform.problem.Refuses;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;

/** Tokens for local accounts. */
@Path("/auth/token")
@Tag(name = "Identity", description = "Sign-in, and the identity of the caller.")
public class TokenResource {

  /** Its own category, so that an installation can keep it apart. */
  private static final Logger SIGN_INS = Logger.getLogger("org.arobase.sign-in");

  private final LocalAccounts accounts;
  private final SignInAttempts attempts;
  private final TokenService sessions;
  private final HttpServerRequest request;

  TokenResource(
      LocalAccounts accounts,
      SignInAttempts attempts,
      TokenService sessions,
      HttpServerRequest request) {
    this.accounts = accounts;
    this.attempts = attempts;
    this.sessions = sessions;
    this.request = request;
  }

  /** Creates tokens for a user name and a password. */
  @POST
  @Operation(
      operationId = "createToken",
      summary = "Sign in with a local account",
      description =
          "The access token is valid for 15 minutes, the refresh token for 12 hours. After five"
              + " failures within a minute, the same user name from the same address must wait.")
  @Refuses({"invalid-credentials", "local-accounts-off", "too-many-attempts"})
  public Token create(@NotNull @Valid Credentials credentials) {
    accounts.requireOn();
    String address = ClientNetwork.of(request.remoteAddress());
    attempts.begin(address, credentials.username());
    Account account = authenticated(credentials, address);
    attempts.succeeded(address, credentials.username());
    return sessions.begin(account);
  }

  /** Writes to the log who signed in or failed to, and from where. */
  private Account authenticated(Credentials credentials, String address) {
    try {
      Account account = accounts.authenticate(credentials.username(), credentials.password());
      SIGN_INS.infof("%s signed in from %s", account.username, address);
      return account;
    } catch (Refusal refused) {
      SIGN_INS.warnf("%s was refused from %s", credentials.username(), address);
      throw refused;
    }
  }

  /** Exchanges a refresh token for new tokens. */
  @POST
  @Path("/refresh")
  @Operation(
      operationId = "refreshToken",
      summary = "Exchange a refresh token for new tokens",
      description =
          "Each refresh token can be used once. If it is used again later, somebody else has it,"
              + " and the sign-in ends.")
  @Refuses("invalid-refresh-token")
  public Token refresh(@NotNull @Valid Refresh refresh) {
    return sessions.refresh(refresh.refreshToken()).orElseThrow(TokenService::refused);
  }

  /** Ends a sign-in. */
  @POST
  @Path("/revocation")
  @Operation(operationId = "revokeToken", summary = "Sign out: end the sign-in of a refresh token")
  public void revoke(@NotNull @Valid Refresh refresh) {
    sessions.end(refresh.refreshToken());
  }
}
