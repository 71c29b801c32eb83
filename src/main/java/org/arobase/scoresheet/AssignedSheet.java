package org.arobase.scoresheet;

import java.util.function.UnaryOperator;
import org.arobase.audit.Recorded;
import org.arobase.audit.StateSource;
import org.arobase.jury.assignment.Assignment;
import org.arobase.platform.database.Versioned;

/**
 * A score sheet with the assignment that it belongs to and the dossier that it marks: one subject
 * of the record.
 */
record AssignedSheet(Assignment assignment, MarkableDossier dossier, ScoreSheet sheet)
    implements Recorded, Versioned {

  /** Changes what is written in the sheet. */
  void write(UnaryOperator<SheetDocument> change) {
    sheet.write(change.apply(sheet.document()));
  }

  @Override
  public StateSource.State recorded() {
    return SheetStates.of(assignment, sheet);
  }

  /** The row is there before the first write, and nothing is recorded of it then. */
  @Override
  public boolean isRecordedYet() {
    return sheet.version > 0 || !sheet.isEmpty();
  }

  @Override
  public int version() {
    return sheet.version;
  }

  @Override
  public Object versionedRow() {
    return sheet;
  }
}
