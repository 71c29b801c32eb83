package org.arobase.audit;

/** What was done to a subject. */
public enum Action {
  /** The subject already existed when the audit record began. */
  FOUND,
  CREATED,
  CHANGED,
  REMOVED,
  /** An edition moved to another phase. */
  MOVED,
  SUBMITTED,
  REOPENED,
  RECUSED,
  /** A recusal was taken back. */
  LIFTED,
  WITHDRAWN,
  DECIDED,
  /** A second member of the jury signed a decision. */
  SIGNED,
  FINALISED,
  PUBLISHED,
  /** A published result was corrected. */
  CORRECTED,
  REVOKED,
  /** Personal data was erased. */
  ERASED
}
