package org.arobase.transparency.witness;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A witness's signature of a head of the audit record. */
@Entity
@IdClass(Cosignature.Key.class)
class Cosignature extends PanacheEntityBase {
  /** The number of events under the head. */
  @Id long size;

  /** The name of the witness. */
  @Id String witness;

  /** The line that the witness adds to the note. */
  @Column(nullable = false)
  String line;

  /** The primary key. */
  record Key(long size, String witness) {}

  /** The signatures of a head, by witness. */
  static List<Cosignature> of(long size) {
    return list("size = ?1 order by witness", size);
  }

  /** A witness's signature of the newest head that it has signed; null when there is none. */
  static @Nullable Cosignature newest(String witness) {
    return find("witness = ?1 order by size desc", witness).firstResult();
  }

  /** Stores a witness's signature; a newer one for the same head replaces it. */
  static void keep(long size, String witness, String line) {
    getEntityManager()
        .createNativeQuery(
            "insert into cosignature (size, witness, line) values (?1, ?2, ?3)"
                + " on duplicate key update line = ?3")
        .setParameter(1, size)
        .setParameter(2, witness)
        .setParameter(3, line)
        .executeUpdate();
  }
}
