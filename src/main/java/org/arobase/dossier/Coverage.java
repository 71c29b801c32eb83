package org.arobase.dossier;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.arobase.edition.Edition;

/**
 * What the initiatives of a dossier that count are about.
 *
 * @param initiatives how many count
 * @param issues how many of them each issue has, by its code; one that has none is not named. An
 *     initiative of several issues counts in each.
 */
public record Coverage(int initiatives, Map<String, Integer> issues) {
  private static final Coverage NONE = new Coverage(0, Map.of());

  /** Of all dossiers of an edition by the dossiers' inner numbers, in one statement. */
  public static Map<Long, Coverage> of(Edition edition, EntityManager database) {
    Map<String, String> issueOf = edition.framework.document().issueOfService();
    Map<Long, Counting> counting = new HashMap<>();
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
                counting
                    .computeIfAbsent((Long) r[0], key -> new Counting())
                    .count((Long) r[1], issueOf.get((String) r[4])));
    Map<Long, Coverage> covered = new HashMap<>();
    counting.forEach((dossier, count) -> covered.put(dossier, count.coverage()));
    return covered;
  }

  /** Of this dossier among those of {@link #of}. */
  public static Coverage of(Dossier dossier, Map<Long, Coverage> all) {
    return all.getOrDefault(dossier.id, NONE);
  }

  private static final class Counting {
    private final Set<Long> initiatives = new HashSet<>();
    private final Map<String, Set<Long>> issues = new HashMap<>();

    void count(Long initiative, String issue) {
      initiatives.add(initiative);
      issues.computeIfAbsent(issue, key -> new HashSet<>()).add(initiative);
    }

    Coverage coverage() {
      Map<String, Integer> counts = new TreeMap<>();
      issues.forEach((issue, ones) -> counts.put(issue, ones.size()));
      return new Coverage(initiatives.size(), counts);
    }
  }
}
