package org.arobase.dossier;

import java.util.Set;

/** Which dossiers a juror may read; the jury knows, dossiers only ask. */
public interface AssignedDossiers {
  /** The codes of the dossiers assigned to this user in an edition. */
  Set<String> codes(int year, String username);
}
