package org.arobase.rating;

import java.util.Map;
import org.arobase.scoring.Grid.Cell;
import org.arobase.scoring.Mark;

/**
 * An assignment as the rating sees it.
 *
 * @param juror the juror's id
 * @param submitted whether its marks count
 * @param marks empty unless submitted
 */
record Sheet(String juror, boolean submitted, Map<Cell, Mark> marks) {}
