package org.arobase.sample;

import java.util.List;
import java.util.Set;
import org.arobase.edition.EditionApi;

/**
 * The content of the YAML file for the demonstration edition.
 *
 * @param edition the edition with its policy
 * @param dossier the dossier that is not synthetic
 */
record SampleFile(EditionApi.New edition, SampleDossier dossier) {

  /** A dossier in the file. */
  record SampleDossier(String authority, List<SampleInitiative> initiatives) {}

  /** An initiative in the file. */
  record SampleInitiative(
      String title, String description, Set<String> services, boolean ongoing) {}
}
