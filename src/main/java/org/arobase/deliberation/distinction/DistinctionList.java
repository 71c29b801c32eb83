package org.arobase.deliberation.distinction;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.arobase.audit.Recorded;
import org.arobase.platform.database.ByKey;

/** Who last changed a dossier's distinctions, and when; there is no row before the first change. */
@Entity
class DistinctionList extends PanacheEntityBase implements Recorded.Part {
  /** The database id of the dossier; as primary key it allows only one row per dossier. */
  @Id Long dossierId;

  @Column(nullable = false)
  String changedBy;

  @Column(nullable = false)
  Instant changedAt;

  /** Incremented by hand with the dossier locked, so that a change to equal values counts too. */
  @Column(nullable = false)
  int version;

  /** How often a dossier's distinctions were changed; 0 before the first change. */
  static int version(Long dossier) {
    return ByKey.find(DistinctionList.class, dossier).map(list -> list.version).orElse(0);
  }

  /** Counts one more change. */
  static void said(Long dossier, String by, Instant at) {
    DistinctionList list =
        ByKey.find(DistinctionList.class, dossier).orElseGet(DistinctionList::new);
    list.dossierId = dossier;
    list.changedBy = by;
    list.changedAt = at;
    list.version++;
    list.persistAndFlush();
  }

  /** The number of changes for each changed dossier of an edition, by database id. */
  static Map<Long, Integer> versions(int year) {
    return DistinctionList.<DistinctionList>list(
            "dossierId in (select d.id from Dossier d where d.edition.year = ?1)", year)
        .stream()
        .collect(Collectors.toMap(list -> list.dossierId, list -> list.version));
  }
}
