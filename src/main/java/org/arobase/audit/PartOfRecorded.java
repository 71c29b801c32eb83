package org.arobase.audit;

/**
 * An entity that is recorded as a part of a subject, as a juror's voice is recorded with its
 * review. Only {@link WriteDoor} writes it.
 */
public interface PartOfRecorded {}
