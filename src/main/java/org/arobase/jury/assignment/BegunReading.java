package org.arobase.jury.assignment;

import java.util.Set;

/** What score sheets tell the jury: which assignments somebody has already worked on. */
public interface BegunReading {
  /** The inner numbers of the assignments of an edition that have a sheet. */
  Set<Long> of(int year);
}
