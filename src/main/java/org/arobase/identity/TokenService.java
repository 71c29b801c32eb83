package org.arobase.identity;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.jwt.build.Jwt;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.arobase.identity.IdentityApi.Token;
import org.arobase.platform.database.ByKey;
import org.arobase.platform.database.RetryOnLostRace;
import org.arobase.platform.problem.Refusal;
import org.arobase.platform.secrets.ServerKey;

/** Issues short-lived access tokens, and refresh tokens that are replaced at each use. */
@ApplicationScoped
@RetryOnLostRace
class TokenService {
  /** How long a stolen access token can be used. */
  private static final Duration ACCESS = Duration.ofMinutes(15);

  /** A working day of the jury, so that nobody has to sign in twice in a day. */
  private static final Duration SIGN_IN = Duration.ofHours(12);

  /**
   * Two tabs of one browser may refresh almost at once, and get the same token; a later second use
   * counts as theft.
   */
  private static final Duration TWO_TABS = Duration.ofSeconds(10);

  private static final int TOKEN_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Clock clock;
  private final ServerKey key;

  TokenService(Clock clock, ServerKey key) {
    this.clock = clock;
    this.key = key;
  }

  /** Creates the tokens of a new sign-in. */
  @Transactional
  Token begin(Account account) {
    Instant until = clock.instant().plus(SIGN_IN);
    String refresh = random();
    store(refresh, UUID.randomUUID().toString(), account, until);
    return token(account, refresh, until);
  }

  /**
   * Exchanges a refresh token for new tokens. A second use means that one of the two users stole
   * the token, so the sign-in ends for both.
   *
   * @return empty when the token is unknown, expired or used again
   */
  @Transactional
  Optional<Token> refresh(String token) {
    RefreshToken known = RefreshToken.locked(token, key).orElse(null);
    Instant now = clock.instant();
    if (known == null || known.expiresAt.isBefore(now)) {
      return Optional.empty();
    }
    if (known.usedAt == null) {
      known.usedAt = now;
    }
    known.uses++;
    if (known.uses > 2 || known.usedAt.plus(TWO_TABS).isBefore(now)) {
      RefreshToken.end(known.family);
      return Optional.empty();
    }
    Account account = ByKey.find(Account.class, known.username).orElseThrow();
    if (!account.isSigned(key)) {
      RefreshToken.end(known.family);
      return Optional.empty();
    }
    String next = next(token);
    if (known.uses == 1) {
      store(next, known.family, account, known.expiresAt);
    }
    return Optional.of(token(account, next, known.expiresAt));
  }

  /**
   * The token that follows another one: always the same, so that a sign-in has one chain of tokens.
   * Who steals one and uses it at the same time as its owner cannot begin a second chain that
   * nobody would see.
   */
  private String next(String token) {
    return key.mac("next-refresh-token", token);
  }

  /** Ends the sign-in of a token; does nothing when the token is unknown. */
  @Transactional
  void end(String token) {
    RefreshToken.locked(token, key).ifPresent(known -> RefreshToken.end(known.family));
  }

  @Scheduled(every = "1h", delayed = "10m")
  @Transactional
  void forgetExpired() {
    RefreshToken.delete("expiresAt < ?1", clock.instant());
  }

  private static String random() {
    byte[] bytes = new byte[TOKEN_BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private void store(String refresh, String family, Account account, Instant until) {
    new RefreshToken(refresh, family, account.username, until, key).persist();
  }

  private Token token(Account account, String refresh, Instant until) {
    var claims = Jwt.upn(account.username).groups(account.role).expiresIn(ACCESS);
    if (account.authorityCode != null) {
      claims.claim(Caller.AUTHORITY_CLAIM, account.authorityCode);
    }
    long left = Duration.between(clock.instant(), until).toSeconds();
    return new Token(claims.sign(), "Bearer", ACCESS.toSeconds(), refresh, left);
  }

  /** The refusal for a token for which {@link #refresh} returned empty. */
  static Refusal refused() {
    return new Refusal(IdentityProblem.INVALID_REFRESH_TOKEN);
  }
}
