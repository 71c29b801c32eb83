package org.arobase.scoresheet.gate;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.arobase.access.Phase;
import org.arobase.edition.Edition;
import org.arobase.edition.PhaseGate;
import org.arobase.platform.problem.Violation.Draft;
import org.arobase.scoresheet.ScoreSheet;
import org.arobase.scoresheet.ScoreSheetRule;

/**
 * Blocks the step from EVALUATION back to OPEN once a sheet has been begun: an initiative added or
 * removed would leave sheets with missing marks, or with marks on nothing.
 */
@ApplicationScoped
class BegunSheetsGate implements PhaseGate {
  @Override
  public List<Draft> blockers(Edition edition, Phase to, Set<String> confirmed) {
    if (to != Phase.OPEN || edition.phase != Phase.EVALUATION) {
      return List.of();
    }
    long begun =
        ScoreSheet.count(
            "assignmentId in (select a.id from Assignment a where a.dossier.edition = ?1)",
            edition);
    return begun == 0 ? List.of() : List.of(Draft.at("", ScoreSheetRule.SHEETS_BEGUN));
  }
}
