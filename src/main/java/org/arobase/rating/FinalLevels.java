package org.arobase.rating;

import java.util.Map;

/** The levels that finalisation computed; the deliberation knows, the recomputation only asks. */
public interface FinalLevels {
  /** Of each dossier of a finalised edition by its code; empty before. */
  Map<String, Integer> of(int year);
}
