package org.arobase.identity;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.arobase.platform.database.RetryOnLostRace;
import org.arobase.platform.database.Transactions;
import org.arobase.platform.problem.Refusal;

/**
 * Slows down password guessing. Within a window of one minute, limits the failures of a user name
 * from one address, and all failures from one address. Never counts by user name alone, so that an
 * attacker elsewhere cannot lock the owner out; and users who have signed in from an address within
 * thirty days are not locked out by others who share it, for example the jury's room. Unknown users
 * count like known ones. The counts are in the database, so that several servers do not allow more
 * attempts.
 */
@ApplicationScoped
@RetryOnLostRace
class SignInAttempts {
  private static final Duration WINDOW = Duration.ofMinutes(1);
  private static final Duration KNOWN = Duration.ofDays(30);
  private static final int OF_A_USER = 5;
  private static final int OF_AN_ADDRESS = 30;
  private static final String ALL_USERS = "";

  private final EntityManager database;
  private final Clock clock;

  SignInAttempts(EntityManager database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Counts an attempt before its password is checked, so that parallel attempts cannot exceed the
   * limit.
   *
   * @throws Refusal 429 when there were too many attempts
   */
  void begin(String address, String username) {
    boolean tooManyHere = count(address, ALL_USERS) > OF_AN_ADDRESS;
    // whoever is refused for the address leaves no row of their own
    boolean refused = tooManyHere && !isKnown(address, username);
    if (refused || count(address, username) > OF_A_USER) {
      throw new Refusal(IdentityProblem.TOO_MANY_ATTEMPTS, WINDOW.toSeconds());
    }
  }

  /** Whether the user has signed in from this address lately. */
  private boolean isKnown(String address, String username) {
    return Transactions.inNew(
        () ->
            !database
                .createNativeQuery(
                    "select 1 from sign_in_attempt where address = ?1 and username = ?2"
                        + " and succeeded_at > ?3")
                .setParameter(1, address)
                .setParameter(2, username)
                .setParameter(3, timestamp(clock.instant().minus(KNOWN)))
                .getResultList()
                .isEmpty());
  }

  /** Removes a successful attempt from the counts, and remembers that it succeeded. */
  void succeeded(String address, String username) {
    inNew(
        "update sign_in_attempt set attempts = 0, succeeded_at = ?3"
            + " where address = ?1 and username = ?2",
        address,
        username,
        timestamp(clock.instant()));
    inNew(
        "update sign_in_attempt set attempts = greatest(attempts - 1, 0)"
            + " where address = ?1 and username = ?2",
        address,
        ALL_USERS);
  }

  @Scheduled(every = "1h", delayed = "11m")
  @Transactional
  void forget() {
    update(
        "delete from sign_in_attempt where window_start < ?1"
            + " and (succeeded_at is null or succeeded_at < ?2)",
        timestamp(windowStart()),
        timestamp(clock.instant().minus(KNOWN)));
  }

  /** Each row in its own transaction, so that none waits for one row while holding another. */
  private int count(String address, String username) {
    return Transactions.inNew(
        () -> {
          update(
              "insert into sign_in_attempt (address, username, attempts, window_start)"
                  + " values (?1, ?2, 1, ?3) on duplicate key update"
                  + " attempts = if(window_start < ?4, 1, attempts + 1),"
                  + " window_start = if(window_start < ?4, ?3, window_start)",
              address,
              username,
              timestamp(clock.instant()),
              timestamp(windowStart()));
          return attempts(address, username);
        });
  }

  private int attempts(String address, String username) {
    return ((Number)
            database
                .createNativeQuery(
                    "select attempts from sign_in_attempt where address = ?1 and username = ?2")
                .setParameter(1, address)
                .setParameter(2, username)
                .getSingleResult())
        .intValue();
  }

  private void inNew(String sql, Object... parameters) {
    Transactions.inNew(
        () -> {
          update(sql, parameters);
          return true;
        });
  }

  private void update(String sql, Object... parameters) {
    var query = database.createNativeQuery(sql);
    for (int i = 0; i < parameters.length; i++) {
      query.setParameter(i + 1, parameters[i]);
    }
    query.executeUpdate();
  }

  private Instant windowStart() {
    return clock.instant().minus(WINDOW);
  }

  private static Timestamp timestamp(Instant instant) {
    return Timestamp.from(instant);
  }
}
