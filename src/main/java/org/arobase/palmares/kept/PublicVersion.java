package org.arobase.palmares.kept;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.util.Set;
import org.arobase.audit.WriteDoor.Act;

/**
 * Counts the acts that can change a public answer. The count is raised in the transaction of the
 * act.
 */
@ApplicationScoped
class PublicVersion {
  /** The kinds of recorded subjects that public answers are made of. */
  private static final Set<String> KINDS =
      Set.of(
          "edition",
          "finalisation",
          "seal",
          "publication",
          "labels",
          "embargo",
          "published-document",
          "signing-key",
          "past-results",
          "reference-table");

  private final EntityManager database;

  PublicVersion(EntityManager database) {
    this.database = database;
  }

  long now() {
    return ((Number)
            database
                .createNativeQuery("select coalesce(sum(version), 0) from public_version")
                .getSingleResult())
        .longValue();
  }

  void raise(@Observes Act act) {
    if (KINDS.contains(act.subject().kind())) {
      database
          .createNativeQuery(
              "insert into public_version (id, version) values (1, 1)"
                  + " on duplicate key update version = version + 1")
          .executeUpdate();
    }
  }
}
