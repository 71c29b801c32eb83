package org.arobase.identity;

import io.netty.util.NetUtil;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.HexFormat;
import org.arobase.identity.IdentityApi.Credentials;
import org.arobase.identity.IdentityApi.Refresh;
import org.arobase.identity.IdentityApi.Token;
import org.arobase.platform.problem.Problem;
import org.arobase.platform.problem.Refuses;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Tokens for local accounts. */
@Path("/auth/token")
@Tag(name = "Identity", description = "Who is calling.")
public class TokenResource {
  private static final int IPV6_BYTES = 16;

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

  /** Tokens for a user and a password. */
  @POST
  @Operation(
      operationId = "createToken",
      summary = "Sign in with a local account",
      description =
          "The access token is good for 15 minutes, the refresh token for the day. After five"
              + " failures in a minute the same user name from the same address has to wait.")
  @Refuses({Problem.INVALID_CREDENTIALS, Problem.LOCAL_ACCOUNTS_OFF, Problem.TOO_MANY_ATTEMPTS})
  public Token create(@NotNull @Valid Credentials credentials) {
    accounts.requireOn();
    String address = network(request.remoteAddress());
    attempts.begin(address, credentials.username());
    Account account = accounts.authenticate(credentials.username(), credentials.password());
    attempts.succeeded(address, credentials.username());
    return sessions.begin(account);
  }

  /**
   * The address that failures are counted by. Who has an IPv6 address has 2^64 of them, so that its
   * network counts; a proxy may name none that can be read.
   */
  static String network(SocketAddress remote) {
    String address = remote == null ? null : remote.hostAddress();
    if (address == null) {
      return "unknown";
    }
    byte[] bytes = NetUtil.createByteArrayFromIpAddressString(address);
    return bytes != null && bytes.length == IPV6_BYTES
        ? HexFormat.ofDelimiter(":").formatHex(bytes, 0, IPV6_BYTES / 2)
        : address;
  }

  /** New tokens for a refresh token. */
  @POST
  @Path("/refresh")
  @Operation(
      operationId = "refreshToken",
      summary = "Exchange a refresh token for new tokens",
      description =
          "Each refresh token is good for one use. One that comes again later ends the sign-in:"
              + " somebody else has it.")
  @Refuses(Problem.INVALID_REFRESH_TOKEN)
  public Token refresh(@NotNull @Valid Refresh refresh) {
    return sessions.refresh(refresh.refreshToken()).orElseThrow(TokenService::refused);
  }

  /** The end of a sign-in. */
  @POST
  @Path("/revocation")
  @Operation(operationId = "revokeToken", summary = "Sign out: end the sign-in of a refresh token")
  public void revoke(@NotNull @Valid Refresh refresh) {
    sessions.end(refresh.refreshToken());
  }
}
