package org.arobase.jury;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.arobase.audit.HiddenDossiers;

/** What the jury tells the record of what happened. */
@ApplicationScoped
class RecusedDossiers implements HiddenDossiers {
  private final Standing standing;

  RecusedDossiers(Standing standing) {
    this.standing = standing;
  }

  @Override
  public Set<String> of(int year) {
    return standing.of(year).recused();
  }
}
