package org.arobase.scoresheet.progress;

import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.arobase.dossier.Coverage;
import org.arobase.edition.Edition;
import org.arobase.framework.FrameworkDocument;
import org.arobase.scoresheet.KeptMarkCounts;
import org.arobase.scoresheet.ScoreSheet.Status;

/**
 * Counts the marks of an edition by sheet and initiative. Dossiers and sheets stand under their
 * database ids, initiatives under their numbers.
 *
 * @param initiatives the admissible initiatives by dossier, each with the codes of its categories
 * @param marks number of marks by sheet, then by initiative
 * @param submitted the submitted sheets
 */
record MarkCounts(
    Map<Long, Map<Integer, Set<String>>> initiatives,
    Map<Long, Map<Integer, Integer>> marks,
    Set<Long> submitted) {

  static MarkCounts of(Edition edition, EntityManager database, KeptMarkCounts counts) {
    Map<Long, Map<Integer, Integer>> marks = new HashMap<>();
    Set<Long> submitted = new HashSet<>();
    counts
        .of(edition)
        .forEach(
            (id, sheet) -> {
              marks.put(id, sheet.marks());
              if (sheet.status() == Status.SUBMITTED) {
                submitted.add(id);
              }
            });
    return new MarkCounts(initiatives(edition, database), marks, submitted);
  }

  private static Map<Long, Map<Integer, Set<String>>> initiatives(
      Edition edition, EntityManager database) {
    Map<String, String> categories = categories(edition.framework.document());
    Map<Long, Map<Integer, Set<String>>> initiatives = Coverage.services(edition, database);
    initiatives
        .values()
        .forEach(own -> own.replaceAll((initiative, services) -> all(services, categories)));
    return initiatives;
  }

  private static Set<String> all(Set<String> services, Map<String, String> categories) {
    return services.stream().map(categories::get).collect(Collectors.toSet());
  }

  private static Map<String, String> categories(FrameworkDocument framework) {
    Map<String, String> categories = new HashMap<>();
    framework
        .categories()
        .forEach(
            category ->
                category
                    .issues()
                    .forEach(
                        issue ->
                            issue
                                .services()
                                .forEach(s -> categories.put(s.code(), category.code()))));
    return categories;
  }
}
