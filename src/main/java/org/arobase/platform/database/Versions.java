package org.arobase.platform.database;

import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;

/** Versions of what is written: Hibernate counts only a write that changes the row itself. */
public final class Versions {
  private Versions() {}

  /**
   * Counts a write, also one that says what was said before, or that changed only what belongs to
   * the entity: of two clients that saw the same version, one alone is let through.
   */
  public static void raise(Object entity) {
    EntityManager database = Panache.getEntityManager(entity.getClass());
    database.flush();
    database.lock(entity, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
  }
}
