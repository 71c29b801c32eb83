package org.arobase.deliberation.distinction;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.arobase.audit.PartOfRecorded;
import org.arobase.platform.database.ByKey;

/** Who said last what a dossier's distinctions are; there is none before somebody did. */
@Entity
class DistinctionList extends PanacheEntityBase implements PartOfRecorded {
  /** The inner number of its dossier: there cannot be two. */
  @Id Long dossierId;

  @Column(nullable = false)
  String changedBy;

  @Column(nullable = false)
  Instant changedAt;

  /** Counted by hand, with the dossier locked: it also counts what says the same again. */
  @Column(nullable = false)
  int version;

  /** How often a dossier's distinctions were said. */
  static int version(Long dossier) {
    return ByKey.find(DistinctionList.class, dossier).map(list -> list.version).orElse(0);
  }

  /** Counts once more. */
  static void said(Long dossier, String by, Instant at) {
    DistinctionList list =
        ByKey.find(DistinctionList.class, dossier).orElseGet(DistinctionList::new);
    list.dossierId = dossier;
    list.changedBy = by;
    list.changedAt = at;
    list.version++;
    list.persistAndFlush();
  }

  /** The same of all dossiers of an edition by their inner numbers. */
  static Map<Long, Integer> versions(int year) {
    return DistinctionList.<DistinctionList>list(
            "dossierId in (select d.id from Dossier d where d.edition.year = ?1)", year)
        .stream()
        .collect(Collectors.toMap(list -> list.dossierId, list -> list.version));
  }
}
