package org.arobase.palmares;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.arobase.deliberation.outcome.Outcome;
import org.arobase.edition.Edition;
import org.arobase.palmares.PalmaresApi.Published;

/** The published editions with their distributions, in two queries however many there are. */
public final class PublishedEditions {
  private PublishedEditions() {}

  /** All published editions, newest first. */
  public static List<Published> all() {
    Map<Integer, Map<String, Integer>> distributions = distributions();
    return Publication.getEntityManager()
        .createQuery(
            "select e, p from Publication p join Edition e on e.year = p.editionYear"
                + " order by e.year desc",
            Row.class)
        .getResultStream()
        .map(r -> r.published(distributions))
        .toList();
  }

  private record Row(Edition edition, Publication publication) {
    Published published(Map<Integer, Map<String, Integer>> all) {
      return Published.from(edition, publication, all.getOrDefault(edition.year, Map.of()));
    }
  }

  private record Count(Integer year, Integer level, long dossiers) {}

  /** How many dossiers got each level, by year. */
  static Map<Integer, Map<String, Integer>> distributions() {
    Map<Integer, Map<String, Integer>> distributions = new HashMap<>();
    Outcome.getEntityManager()
        .createQuery(
            "select o.editionYear, o.level, count(o) from Outcome o join Publication p"
                + " on p.editionYear = o.editionYear group by o.editionYear, o.level",
            Count.class)
        .getResultStream()
        .forEach(
            r ->
                distributions
                    .computeIfAbsent(r.year, year -> new TreeMap<>())
                    .put(r.level.toString(), Math.toIntExact(r.dossiers)));
    return distributions;
  }
}
