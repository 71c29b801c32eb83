package org.arobase.deliberation.review;

import org.arobase.audit.Recorded;
import org.arobase.audit.StateSource;
import org.arobase.dossier.Dossier;
import org.arobase.platform.database.Versioned;

/** A review with its dossier, which is locked: one subject of the record. */
record DossierReview(Dossier dossier, Review review) implements Recorded, Versioned {

  @Override
  public StateSource.State recorded() {
    return ReviewStates.of(dossier, review);
  }

  @Override
  public boolean isRecordedYet() {
    return !review.isBlank();
  }

  /** Counts the changes: 0 before the first one. */
  @Override
  public int version() {
    return review.number();
  }

  @Override
  public Object versionedRow() {
    return review;
  }
}
