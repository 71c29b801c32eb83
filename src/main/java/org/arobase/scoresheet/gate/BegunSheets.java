package org.arobase.scoresheet.gate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.HashSet;
import java.util.Set;
import org.arobase.jury.assignment.BegunReading;

/** Tells the jury which assignments have a sheet. */
@ApplicationScoped
class BegunSheets implements BegunReading {
  private final EntityManager database;

  BegunSheets(EntityManager database) {
    this.database = database;
  }

  @Override
  public Set<Long> of(int year) {
    return new HashSet<>(
        database
            .createQuery(
                "select s.assignmentId from ScoreSheet s join Assignment a on a.id = s.assignmentId"
                    + " where a.dossier.edition.year = :year",
                Long.class)
            .setParameter("year", year)
            .getResultList());
  }
}
