package org.arobase.audit;

/**
 * An entity that belongs to the recorded state of another one, as a mark belongs to its score
 * sheet. Only {@link WriteDoor} writes it.
 */
public interface PartOfRecorded {}
