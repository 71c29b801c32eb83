package org.arobase.authority;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.arobase.audit.Recorded;
import org.arobase.platform.database.Locks;

/** A table of reference data, with the hash of the content that was imported. */
@Entity
class ImportedTable extends PanacheEntityBase implements Recorded.Part {
  @Id String name;

  /** SHA-256 of the imported file; null before the first import. */
  String contentHash;

  /**
   * The row of this table, created if missing, and locked so that two servers that start at once
   * import one after the other.
   */
  static ImportedTable locked(String name) {
    getEntityManager()
        .createNativeQuery(
            "insert into imported_table (name) values (:name) on duplicate key update name = name")
        .setParameter("name", name)
        .executeUpdate();
    return Locks.exclusive(ImportedTable.class, name).orElseThrow();
  }
}
