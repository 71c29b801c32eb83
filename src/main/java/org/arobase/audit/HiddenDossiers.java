package org.arobase.audit;

import java.util.Set;

/** Which dossiers the caller is recused from; the jury knows, the record only asks. */
public interface HiddenDossiers {
  /** Their codes in an edition. */
  Set<String> of(int year);
}
