package org.arobase.deliberation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import org.arobase.rating.FinalLevels;

/** What the deliberation tells a recomputation. */
@ApplicationScoped
class ComputedLevels implements FinalLevels {
  @Override
  public Map<String, Integer> of(int year) {
    Map<String, Integer> levels = new HashMap<>();
    Outcome.<Outcome>list(
            "from Outcome o join fetch o.dossier d join fetch d.authority where o.editionYear = ?1",
            year)
        .forEach(outcome -> levels.put(outcome.dossier.code(), outcome.computedLevel));
    return levels;
  }
}
