package org.arobase.dossier;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.arobase.edition.Edition;
import org.jspecify.annotations.Nullable;

/**
 * The issues that a dossier's initiatives cover. Only initiatives that count are included.
 *
 * @param initiatives the number of initiatives
 * @param issues the number of initiatives by issue code, without issues that have none; an
 *     initiative of several issues counts in each
 */
public record Coverage(int initiatives, Map<String, Integer> issues) {
  private static final Coverage NONE = new Coverage(0, Map.of());
  private static final int NO_OPINION = 50;

  /**
   * The coverage of all dossiers of an edition by database id, read in one statement; a dossier
   * without an initiative that counts is absent.
   */
  public static Map<Long, Coverage> of(Edition edition, EntityManager database) {
    Map<String, String> issueOf = edition.framework.document().issueOfService();
    Map<Long, Coverage> covered = new HashMap<>();
    services(edition, database)
        .forEach((dossier, initiatives) -> covered.put(dossier, of(initiatives.values(), issueOf)));
    return covered;
  }

  private static Coverage of(Collection<Set<String>> initiatives, Map<String, String> issueOf) {
    Map<String, Integer> counts = new TreeMap<>();
    for (Set<String> services : initiatives) {
      Set<String> issues = new HashSet<>();
      services.forEach(service -> issues.add(issueOf.get(service)));
      issues.forEach(issue -> counts.merge(issue, 1, Integer::sum));
    }
    return new Coverage(initiatives.size(), counts);
  }

  /** The coverage of a dossier, from the result of {@link #of}. */
  public static Coverage of(Dossier dossier, Map<Long, Coverage> all) {
    return all.getOrDefault(dossier.id, NONE);
  }

  /**
   * The share of the dossier that somebody with these competences knows, 0 to 100 percent.
   *
   * @param competences codes of issues; empty when not stated, which gives 50
   */
  public int knownTo(Set<String> competences) {
    int all = issues.values().stream().mapToInt(Integer::intValue).sum();
    if (competences.isEmpty() || all == 0) {
      return NO_OPINION;
    }
    int known =
        issues.entrySet().stream()
            .filter(issue -> competences.contains(issue.getKey()))
            .mapToInt(Map.Entry::getValue)
            .sum();
    return 100 * known / all;
  }

  /**
   * The service codes of each initiative that counts, by the database id of the dossier and the
   * number of the initiative.
   */
  public static Map<Long, Map<Integer, Set<String>>> services(
      Edition edition, EntityManager database) {
    Map<Long, Map<Integer, Set<String>>> services = new HashMap<>();
    database
        .createQuery(
            "select i.dossier.id, i.number, i.ongoing, i.startedOn, s from Initiative i"
                + " join i.services s where i.dossier.edition = :edition",
            Served.class)
        .setParameter("edition", edition)
        .getResultStream()
        .filter(r -> Initiative.admissible(r.ongoing, r.startedOn, edition.referenceDate))
        .forEach(
            r ->
                services
                    .computeIfAbsent(r.dossier, dossier -> new HashMap<>())
                    .computeIfAbsent(r.initiative, initiative -> new HashSet<>())
                    .add(r.service));
    return services;
  }

  private record Served(
      Long dossier,
      int initiative,
      boolean ongoing,
      @Nullable LocalDate startedOn,
      String service) {}
}
