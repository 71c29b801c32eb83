package org.arobase.scoring.hierarchy;

/** Whether a node of the computation has a score, and if not, why. */
public enum Presence {
  /** It has a score, which may be zero. */
  PRESENT,
  /** It should have been marked and was not, or its coverage is too low. */
  MISSING,
  /** The juror abstained from all of it. */
  ABSTAINED,
  /** The dossier has no initiative there, and the policy leaves the issue out of the mean. */
  UNCOVERED,
  /** It does not apply, so that it counts neither in the mean nor in the coverage. */
  NOT_APPLICABLE
}
