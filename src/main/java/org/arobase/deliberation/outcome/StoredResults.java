package org.arobase.deliberation.outcome;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import org.arobase.rating.recomputation.FinalResults;

/** Gives recomputations the final results as stored. */
@ApplicationScoped
class StoredResults implements FinalResults {
  @Override
  public Map<String, Final> of(int year) {
    Map<String, Final> results = new HashMap<>();
    Outcome.all(year)
        .forEach(
            o -> results.put(o.dossier.code(), new Final(o.score, o.computedLevel, o.marksHash)));
    return results;
  }
}
