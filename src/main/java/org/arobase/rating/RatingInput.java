package org.arobase.rating;

import java.util.List;
import org.arobase.dossier.Dossier;
import org.arobase.edition.policy.RatingPolicy;
import org.arobase.scoring.Grid;

/**
 * A dossier with everything that its rating depends on, except the marks.
 *
 * @param stratum code of its stratum
 * @param grid the initiatives, issues and criteria to mark
 * @param sheets one for each assignment in force, ordered by juror
 * @param recused how many of its jurors are recused from it
 * @param left how many of its jurors have left the jury
 */
public record RatingInput(
    Dossier dossier, String stratum, Grid grid, List<SheetRef> sheets, int recused, int left) {

  /** How many submitted sheets the dossier needs. */
  public int quorum(RatingPolicy policy) {
    // an unfinished second reading must not raise the quorum
    int present = (int) sheets.stream().filter(s -> s.submitted() || !s.further()).count();
    return policy.quorum(recused, left, present);
  }
}
