package org.arobase.jury.assignment;

import java.util.Set;

/** Tells the jury which assignments already have a score sheet. */
public interface BegunReading {
  /** The database ids of the assignments of an edition that have a score sheet. */
  Set<Long> of(int year);
}
