package org.arobase.access;

/** What the jury knows of a caller. {@code jury} implements it: access stands left of it. */
public interface JuryFacts {
  /** The facts about a user and an edition, read in one statement. */
  CallerFacts of(int year, String username);
}
