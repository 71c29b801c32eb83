package org.arobase.platform.database;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;

/**
 * Finds entities by their key. Hibernate's own {@code find} returns null when the connection is
 * lost in a transaction (HHH-12472), and an existing row would become a 404. This one throws.
 */
public final class ByKey {
  private ByKey() {}

  /**
   * The entity with this key, if there is one.
   *
   * @throws PersistenceException when the transaction is broken, so that the answer is unknown
   */
  public static <T> Optional<T> find(Class<T> type, Object key) {
    return find(type, key, LockModeType.NONE);
  }

  /**
   * The entity with this key, if there is one, locked until the transaction ends.
   *
   * @throws PersistenceException when the transaction is broken, so that the answer is unknown
   */
  public static <T> Optional<T> find(Class<T> type, Object key, LockModeType lock) {
    EntityManager database = Panache.getEntityManager(type);
    T found = database.find(type, key, lock);
    if (found == null && QuarkusTransaction.isActive() && QuarkusTransaction.isRollbackOnly()) {
      throw new PersistenceException(
          new SQLTransientConnectionException("The transaction is broken: " + type));
    }
    return Optional.ofNullable(found);
  }
}
