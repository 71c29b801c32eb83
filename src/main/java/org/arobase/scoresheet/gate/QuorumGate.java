package org.arobase.scoresheet.gate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.arobase.access.Phase;
import org.arobase.edition.Edition;
import org.arobase.edition.PhaseGate;
import org.arobase.edition.policy.RatingPolicy;
import org.arobase.platform.problem.Violation.Draft;
import org.arobase.scoresheet.ScoreSheetRule;

/** Blocks the step to DELIBERATION while a dossier has fewer submitted sheets than its quorum. */
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
    return database
        .createQuery(
            "select a.code, a.name, count(s), count(case when t.ended = 'RECUSED' then 1 end),"
                + " count(case when t.ended = 'WITHDRAWN' then 1 end),"
                + " count(case when t.id is not null and t.ended is null and (s.assignmentId is not"
                + " null or t.purpose is null or t.purpose <> 'SECOND_READING') then 1 end)"
                + " from Dossier d join d.authority a left join Assignment t on t.dossier = d"
                + " left join ScoreSheet s on s.assignmentId = t.id and s.status = 'SUBMITTED'"
                + " and t.ended is null where d.edition = :edition group by a.code, a.name"
                + " order by a.code",
            Object[].class)
        .setParameter("edition", edition)
        .getResultStream()
        .flatMap(r -> blocker(edition.policy(), r).stream())
        .toList();
  }

  private static Optional<Draft> blocker(RatingPolicy policy, Object[] row) {
    int submitted = ((Long) row[2]).intValue();
    int quorum =
        policy.quorum(
            ((Long) row[3]).intValue(), ((Long) row[4]).intValue(), ((Long) row[5]).intValue());
    return submitted < quorum
        ? Optional.of(blocker((String) row[0], (String) row[1], submitted, quorum))
        : Optional.empty();
  }

  private static Draft blocker(String code, String name, int submitted, int quorum) {
    return Draft.at("", ScoreSheetRule.QUORUM_NOT_REACHED, name, submitted, quorum)
        .with(Map.of("dossier", code, "submitted", submitted, "quorum", quorum));
  }
}
