package org.arobase.scoresheet.progress;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.arobase.dossier.Initiative;
import org.arobase.edition.Edition;
import org.arobase.framework.FrameworkDocument;

/**
 * How many marks there are, by sheet and initiative, in three statements however many.
 *
 * @param initiatives the initiatives that count, by dossier, each with the categories that it is of
 * @param marks how many marks each initiative has in a sheet, by sheet
 * @param submitted the inner numbers of the submitted sheets
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
    Map<Long, Map<Long, Set<String>>> initiatives = new HashMap<>();
    database
        .createQuery(
            "select i.dossier.id, i.id, i.ongoing, i.startedOn, s from Initiative i"
                + " join i.services s where i.dossier.edition = :edition",
            Object[].class)
        .setParameter("edition", edition)
        .getResultStream()
        .filter(r -> Initiative.admissible((boolean) r[2], (LocalDate) r[3], edition.referenceDate))
        .forEach(
            r ->
                initiatives
                    .computeIfAbsent((Long) r[0], dossier -> new HashMap<>())
                    .computeIfAbsent((Long) r[1], initiative -> new HashSet<>())
                    .add(categories.get((String) r[4])));
    return initiatives;
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
            Object[].class)
        .setParameter("edition", edition)
        .getResultStream()
        .forEach(
            r ->
                marks
                    .computeIfAbsent((Long) r[0], sheet -> new HashMap<>())
                    .put((Long) r[1], ((Long) r[2]).intValue()));
    return marks;
  }

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
