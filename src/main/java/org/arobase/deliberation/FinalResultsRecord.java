package org.arobase.deliberation;

import jakarta.enterprise.context.ApplicationScoped;
import org.arobase.audit.Audited;
import org.arobase.platform.database.ByKey;

/** What is recorded of an edition's outcomes, for whoever changes them. */
@ApplicationScoped
public class FinalResultsRecord {

  /** The finalisation of an edition with its outcomes as they are now. */
  public Audited.State of(int year) {
    return DecisionStates.of(ByKey.find(Finalisation.class, year).orElseThrow(), Outcome.all(year));
  }
}
