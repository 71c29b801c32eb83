package org.arobase.rating;

import java.util.List;
import org.arobase.dossier.Dossier;
import org.arobase.scoresheet.SheetCounts;
import org.arobase.scoring.Grid;

/**
 * A dossier with everything that its rating depends on, except the marks.
 *
 * @param stratum code of its stratum
 * @param grid the initiatives, issues and criteria to mark
 * @param sheets one for each assignment in force, ordered by juror
 * @param counts of its sheets, for the quorum
 */
public record RatingInput(
    Dossier dossier, String stratum, Grid grid, List<SheetRef> sheets, SheetCounts counts) {}
