package org.arobase.scoring;

/** A point that the president should check before deciding. */
public enum Flag {
  /** An expected score is missing, or fewer jurors than the quorum gave a score. */
  INCOMPLETE,
  /** The jurors' scores are further apart than the policy accepts. */
  DIVERGENT,
  /** A threshold lies in the 90 % interval of the score: one more juror could change the level. */
  BORDERLINE,
  /**
   * Jurors and dossiers fall into parts that no juror links: severities cannot be compared, and
   * nothing is corrected.
   */
  DISCONNECTED,
  /** Recusals have lowered the quorum, or have left fewer jurors than it asks for. */
  RECUSED_QUORUM,
  /** Jurors who left have lowered the quorum, or have left fewer jurors than it asks for. */
  ABSENT_QUORUM,
  /** The panel rule needs more jurors; the mean of their scores is used instead. */
  PANEL_TOO_SMALL
}
