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
import org.arobase.platform.problem.Problem;
import org.arobase.platform.problem.Refusal;
import org.arobase.platform.secrets.ServerKey;

/** Short access tokens, and refresh tokens that are exchanged at each use. */
@ApplicationScoped
class TokenService {
  /** How long a stolen access token is good for. */
  private static final Duration ACCESS = Duration.ofMinutes(15);

  /** A jury's day, so that nobody signs in twice in it. */
  private static final Duration SIGN_IN = Duration.ofHours(12);

  /** Two tabs of one browser refresh at the same moment; a thief comes later. */
  private static final Duration TWO_TABS = Duration.ofSeconds(10);

  private static final int TOKEN_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Clock clock;
  private final ServerKey key;

  TokenService(Clock clock, ServerKey key) {
    this.clock = clock;
    this.key = key;
  }

  /** The tokens of somebody who has just signed in. */
  @Transactional
  Token begin(Account account) {
    return give(account, UUID.randomUUID().toString(), clock.instant().plus(SIGN_IN));
  }

  /**
   * New tokens for a refresh token. A token that comes a second time was stolen by one of the two
   * who used it: the sign-in ends for both.
   *
   * @return empty when it is unknown, expired, or comes again
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
    return Optional.of(give(account, known.family, known.expiresAt));
  }

  /** Ends a sign-in; of an unknown token there is none. */
  @Transactional
  void end(String token) {
    RefreshToken.locked(token, key).ifPresent(known -> RefreshToken.end(known.family));
  }

  @Scheduled(every = "1h", delayed = "10m")
  @Transactional
  void forgetExpired() {
    RefreshToken.delete("expiresAt < ?1", clock.instant());
  }

  private Token give(Account account, String family, Instant until) {
    byte[] bytes = new byte[TOKEN_BYTES];
    RANDOM.nextBytes(bytes);
    String refresh = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    new RefreshToken(refresh, family, account.username, until, key).persist();
    var claims = Jwt.upn(account.username).groups(account.role).expiresIn(ACCESS);
    if (account.authorityCode != null) {
      claims.claim(Caller.AUTHORITY_CLAIM, account.authorityCode);
    }
    long left = Duration.between(clock.instant(), until).toSeconds();
    return new Token(claims.sign(), "Bearer", ACCESS.toSeconds(), refresh, left);
  }

  /** The refusal of a token that {@link #refresh} has no answer for. */
  static Refusal refused() {
    return new Refusal(Problem.INVALID_REFRESH_TOKEN);
  }
}
