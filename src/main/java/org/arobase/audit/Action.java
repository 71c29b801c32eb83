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
  FINALISED,
  PUBLISHED
}
