package org.arobase.audit;

/** What was done to a subject. */
public enum Action {
  /** It was there when the record began. */
  FOUND,
  CREATED,
  CHANGED,
  REMOVED,
  /** An edition went to another phase. */
  MOVED,
  SUBMITTED,
  REOPENED,
  RECUSED,
  /** A recusal was taken back. */
  LIFTED,
  WITHDRAWN,
  DECIDED,
  /** A second member of the jury stands for it. */
  SIGNED,
  FINALISED,
  PUBLISHED,
  /** A published result was put right. */
  CORRECTED,
  REVOKED,
  /** What tells who somebody was is gone. */
  ERASED
}
