package org.arobase.jury;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Set;
import org.arobase.dossier.AssignedDossiers;

/** What the jury tells the dossiers. */
@ApplicationScoped
class JurorsDossiers implements AssignedDossiers {
  private final EntityManager database;

  JurorsDossiers(EntityManager database) {
    this.database = database;
  }

  @Override
  public Set<String> codes(int year, String username) {
    return Set.copyOf(
        database
            .createQuery(
                "select s.dossier.authority.code from Assignment s"
                    + " where s.dossier.edition.year = :year and s.juror.username = :username",
                String.class)
            .setParameter("year", year)
            .setParameter("username", username)
            .getResultList());
  }
}
