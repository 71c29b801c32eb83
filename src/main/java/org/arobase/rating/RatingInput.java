package org.arobase.rating;

import java.util.List;
import org.arobase.dossier.Dossier;
import org.arobase.edition.policy.RatingPolicy;
import org.arobase.scoring.Grid;

/**
 * A dossier with all that its rating depends on but the marks themselves.
 *
 * @param stratum code of its stratum
 * @param grid what there is to mark
 * @param sheets one for each assignment in force, by juror
 * @param recused how many of its jurors are recused from it
 * @param left how many of them have left the jury
 */
public record RatingInput(
    Dossier dossier, String stratum, Grid grid, List<SheetRef> sheets, int recused, int left) {

  /** How many submitted sheets it needs. */
  public int quorum(RatingPolicy policy) {
    // who was asked to read it once more holds nothing up
    int present = (int) sheets.stream().filter(s -> s.submitted() || !s.further()).count();
    return policy.quorum(recused, left, present);
  }
}
