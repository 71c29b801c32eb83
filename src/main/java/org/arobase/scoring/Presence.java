package org.arobase.scoring;

/** Whether a node of the computation has a score, and if not, why. */
public enum Presence {
  /** It has a score, which may be zero. */
  PRESENT,
  /** It should have been marked and was not, or too little of it was. */
  MISSING,
  /** The juror abstained from all of it. */
  ABSTAINED,
  /** The dossier has nothing there, and policy leaves it out of the mean. */
  UNCOVERED,
  /** It does not apply, so that it counts neither in the mean nor in the coverage. */
  NOT_APPLICABLE
}
