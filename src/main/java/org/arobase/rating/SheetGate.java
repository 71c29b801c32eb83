package org.arobase.rating;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.arobase.access.AccessScope;
import org.arobase.access.Phase;
import org.arobase.edition.Edition;
import org.arobase.edition.PhaseGate;
import org.arobase.platform.problem.Violation.Draft;
import org.arobase.scoring.Grid;
import org.arobase.scoring.Grid.Cell;
import org.arobase.scoring.Mark;
import org.arobase.scoring.Scoring;

/**
 * Blocks the step to DELIBERATION while fewer jurors than the quorum have given a dossier a score,
 * counted as its rating counts them, and while nobody has accepted that sheets of it are missing.
 */
@ApplicationScoped
class SheetGate implements PhaseGate {
  private final RatingService ratings;
  private final AccessScope scope;

  SheetGate(RatingService ratings, AccessScope scope) {
    this.ratings = ratings;
    this.scope = scope;
  }

  @Override
  public List<Draft> blockers(Edition edition, Phase to, Set<String> confirmed) {
    if (to != Phase.DELIBERATION) {
      return List.of();
    }
    List<Draft> blockers = new ArrayList<>();
    List<ScoredDossier> rateable = new ArrayList<>();
    for (ScoredDossier dossier : ratings.remembered(edition)) {
      boolean sees = scope.sees(dossier.code());
      if (sees ? isBelowQuorum(dossier, edition) : hasFewSheets(dossier, edition)) {
        blockers.add(blocker(dossier));
      } else if (sees) {
        rateable.add(dossier);
      }
    }
    blockers.addAll(FewerSheets.unconfirmed(rateable, confirmed));
    return blockers;
  }

  /** A dossier that no marks can give a score needs submitted sheets instead. */
  private static boolean isBelowQuorum(ScoredDossier dossier, Edition edition) {
    if (dossier.panel().hasQuorum()) {
      return false;
    }
    return hasFewSheets(dossier, edition) || canHaveScore(dossier.input().grid(), edition);
  }

  /** Of a dossier that the caller may not see, only this is told: it depends on no mark. */
  private static boolean hasFewSheets(ScoredDossier dossier, Edition edition) {
    return dossier.input().counts().isBelowQuorum(edition.policy());
  }

  private static boolean canHaveScore(Grid grid, Edition edition) {
    Map<Cell, Mark> marks = new HashMap<>();
    for (Grid.Initiative initiative : grid.initiatives()) {
      for (Grid.Criterion criterion : grid.criteria()) {
        Mark best = Mark.of(criterion.scale().maximum());
        marks.put(new Cell(initiative.number(), criterion.code()), best);
      }
    }
    return Scoring.score(grid, marks, edition.policy().forEngine()).score() != null;
  }

  private static Draft blocker(ScoredDossier dossier) {
    int scores = dossier.panel().present().size();
    int quorum = dossier.panel().quorum();
    String name = dossier.input().dossier().authority.name;
    return Draft.at("", RatingRule.QUORUM_NOT_REACHED, name, scores, quorum)
        .with(Map.of("dossier", dossier.code(), "scores", scores, "quorum", quorum));
  }
}
