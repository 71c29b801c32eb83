package org.arobase.scoresheet.gate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import org.arobase.access.Phase;
import org.arobase.dossier.Dossier;
import org.arobase.edition.Edition;
import org.arobase.edition.PhaseGate;
import org.arobase.edition.policy.RatingPolicy;
import org.arobase.platform.problem.Violation.Draft;
import org.arobase.scoresheet.ScoreSheetRule;
import org.arobase.scoresheet.SheetCounts;

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
    List<Dossier> dossiers = Dossier.all(edition.year);
    Map<Long, SheetCounts> counts =
        SheetCounts.of(dossiers.stream().map(d -> d.id).toList(), database);
    RatingPolicy policy = edition.policy();
    return dossiers.stream()
        .filter(d -> SheetCounts.of(d.id, counts).isBelowQuorum(policy))
        .map(d -> blocker(d, SheetCounts.of(d.id, counts), policy))
        .toList();
  }

  private static Draft blocker(Dossier dossier, SheetCounts counts, RatingPolicy policy) {
    int submitted = counts.submitted();
    int quorum = counts.quorum(policy);
    return Draft.at(
            "", ScoreSheetRule.QUORUM_NOT_REACHED, dossier.authority.name, submitted, quorum)
        .with(Map.of("dossier", dossier.code(), "submitted", submitted, "quorum", quorum));
  }
}
