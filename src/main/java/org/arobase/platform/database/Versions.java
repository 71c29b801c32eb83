package org.arobase.platform.database;

import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;

/** Raises versions. Hibernate raises one only when the row of the entity itself has changed. */
public final class Versions {
  private Versions() {}

  /**
   * Writes what is pending and makes sure that the version is above the one before: also after a
   * write that repeats the present content, or that changed only rows that belong to the entity. Of
   * two clients that saw the same version, only one is let through.
   *
   * @param before the version that the subject had when it was locked
   */
  public static void raise(Versioned subject, int before) {
    Object row = subject.versionedRow();
    EntityManager database = Panache.getEntityManager(row.getClass());
    database.flush();
    if (subject.version() == before) {
      database.lock(row, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
    }
  }
}
