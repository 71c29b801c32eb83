package org.arobase.scoresheet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import org.arobase.edition.Edition;
import org.arobase.edition.Phase;
import org.arobase.edition.PhaseGate;
import org.arobase.platform.problem.Rule;
import org.arobase.platform.problem.Violation.Draft;

/** Deliberation waits until each dossier has as many submitted sheets as the quorum asks. */
@ApplicationScoped
class QuorumGate implements PhaseGate {
  private final EntityManager database;

  QuorumGate(EntityManager database) {
    this.database = database;
  }

  @Override
  public List<Draft> blockers(Edition edition, Phase to) {
    if (to != Phase.DELIBERATION) {
      return List.of();
    }
    int quorum = edition.policy().quorum();
    return database
        .createQuery(
            "select a.code, a.name, count(s) from Dossier d join d.authority a"
                + " left join Assignment t on t.dossier = d"
                + " left join ScoreSheet s on s.assignmentId = t.id and s.status = 'SUBMITTED'"
                + " where d.edition = :edition group by a.code, a.name"
                + " having count(s) < :quorum order by a.code",
            Object[].class)
        .setParameter("edition", edition)
        .setParameter("quorum", (long) quorum)
        .getResultStream()
        .map(r -> blocker((String) r[0], (String) r[1], ((Long) r[2]).intValue(), quorum))
        .toList();
  }

  private static Draft blocker(String code, String name, int submitted, int quorum) {
    return Draft.at("", Rule.QUORUM_NOT_REACHED, name, submitted, quorum)
        .with(Map.of("dossier", code, "submitted", submitted, "quorum", quorum));
  }
}
