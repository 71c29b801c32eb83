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

/**
 * Counts the marks of an edition by sheet and initiative, in three statements. All numeric keys are
 * database ids.
 *
 * @param initiatives the admissible initiatives by dossier, each with the codes of its categories
 * @param marks number of marks by sheet, then by initiative
 * @param submitted the submitted sheets
 */
record MarkCounts(
    Map<Long, Map<Long, Set<String>>> initiatives,
    Map<Long, Map<Long, Integer>> marks,
    Set<Long> submitted) {

  static MarkCounts of(Edition edition, EntityManager database) {
    return new MarkCounts(
        initiatives(edition, database), marks(edition, database), submitted(edition, database));
  }

  private static Map<Long, Map<Long, Set<String>>> initiatives(
      Edition edition, EntityManager database) {
    Map<String, String> categories = categories(edition.framework.document());
    Map<Long, Map<Long, Set<String>>> initiatives = Coverage.services(edition, database);
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

  private static Map<Long, Map<Long, Integer>> marks(Edition edition, EntityManager database) {
    Map<Long, Map<Long, Integer>> marks = new HashMap<>();
    database
        .createQuery(
            "select m.sheetId, i.id, count(m) from SheetMark m join Assignment a on a.id = m.sheetId"
                + " join Initiative i on i.dossier = a.dossier and i.number = m.initiative"
                + " where a.dossier.edition = :edition and a.ended is null group by m.sheetId, i.id",
            Count.class)
        .setParameter("edition", edition)
        .getResultStream()
        .forEach(
            r ->
                marks
                    .computeIfAbsent(r.sheet, sheet -> new HashMap<>())
                    .put(r.initiative, Math.toIntExact(r.marks)));
    return marks;
  }

  private record Count(Long sheet, Long initiative, long marks) {}

  private static Set<Long> submitted(Edition edition, EntityManager database) {
    return new HashSet<>(
        database
            .createQuery(
                "select s.assignmentId from ScoreSheet s join Assignment a on a.id = s.assignmentId"
                    + " where a.dossier.edition = :edition and s.status = 'SUBMITTED'"
                    + " and a.ended is null",
                Long.class)
            .setParameter("edition", edition)
            .getResultList());
  }
}
