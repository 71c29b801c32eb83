package org.arobase.audit;

/**
 * A subject whose every state is recorded: an entity, or a few that belong together. Only {@link
 * WriteDoor} writes it.
 */
public interface Recorded {
  /** The subject and its state now. Equal states give equal JSON. */
  StateSource.State recorded();

  /** False before its first write: there is no event yet that its state could contradict. */
  default boolean isRecordedYet() {
    return true;
  }

  /**
   * An entity that is recorded as a part of a subject, as a juror's voice is recorded with its
   * review. Only {@link WriteDoor} writes it.
   */
  interface Part {}
}
