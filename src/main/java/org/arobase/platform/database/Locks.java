package org.arobase.platform.database;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;

/**
 * Row locks that last until the transaction ends. The database decides every race: of two writers
 * one waits here and then sees what the other has written. Lock before the first plain read of a
 * transaction, because a plain read opens a snapshot that is older than a later lock.
 */
public final class Locks {
  private Locks() {}

  /** The entity with this key, locked for a change. */
  public static <T> Optional<T> exclusive(Class<T> type, Object key) {
    return ByKey.find(type, key, LockModeType.PESSIMISTIC_WRITE);
  }

  /** The entity with this key, held as it is: others may hold it too, nobody can change it. */
  public static <T> Optional<T> shared(Class<T> type, Object key) {
    return ByKey.find(type, key, LockModeType.PESSIMISTIC_READ);
  }

  /** Everything that the query finds, held as it is, with every row that it reads. */
  public static <T> List<T> shared(TypedQuery<T> query) {
    return query.setLockMode(LockModeType.PESSIMISTIC_READ).getResultList();
  }

  /** The first entity that the query finds, locked for a change. */
  public static <T> Optional<T> exclusive(PanacheQuery<T> query) {
    return query.withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
  }
}
