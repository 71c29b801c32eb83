package org.arobase.scoring;

/** What the president should look at before deciding. */
public enum Flag {
  /** A score that was expected is not there, or fewer jurors than the quorum gave one. */
  INCOMPLETE,
  /** The jurors' scores are further apart than policy accepts. */
  DIVERGENT,
  /** Recusals have lowered the quorum, or have left fewer jurors than it asks for. */
  RECUSED_QUORUM
}
