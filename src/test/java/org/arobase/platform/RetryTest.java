package org.arobase.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.arobase.platform.database.RetryOnLostRace;
import org.arobase.platform.database.Transactions;
import org.arobase.testing.HttpTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A transaction that the database broke because of another one is tried again, twice at most
 * (MariaDB errors 1020, 1205, 1213). What would fail again, such as a duplicate key, is not tried
 * again.
 */
@HttpTest
class RetryTest {
  private static final int DUPLICATE_KEY = 1062;

  private final UseCase useCase;
  private final AtomicInteger runs = new AtomicInteger();

  RetryTest(UseCase useCase) {
    this.useCase = useCase;
  }

  /** A use case like those of the services. */
  @ApplicationScoped
  @RetryOnLostRace
  static class UseCase {
    @Transactional
    public int run(AtomicInteger runs, int failures, int code) {
      return failing(runs, failures, code);
    }
  }

  private static int failing(AtomicInteger runs, int failures, int code) {
    if (runs.incrementAndGet() <= failures) {
      throw new PersistenceException(new SQLException("as the database says", "HY000", code));
    }
    return runs.get();
  }

  @ParameterizedTest
  @ValueSource(ints = {1020, 1205, 1213})
  void aUseCaseIsTriedAgain(int code) {
    assertEquals(2, useCase.run(runs, 1, code));
    assertEquals(5, useCase.run(runs, 4, code));
  }

  @ParameterizedTest
  @ValueSource(ints = {1020, 1205, 1213})
  void notAFourthTime(int code) {
    assertThrows(PersistenceException.class, () -> useCase.run(runs, 3, code));
    assertEquals(3, runs.get());
  }

  @Test
  void whatWouldFailAgainIsNotTriedAgain() {
    assertThrows(PersistenceException.class, () -> useCase.run(runs, 1, DUPLICATE_KEY));
    assertEquals(1, runs.get());
  }

  @Test
  void aTransactionOfItsOwnIsTriedAgainToo() {
    assertEquals(3, Transactions.inNew(() -> failing(runs, 2, 1213)));
    assertEquals(5, Transactions.triedOut(() -> failing(runs, 4, 1213)));
  }
}
