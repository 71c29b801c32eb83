package org.arobase.palmares.figures;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.arobase.authority.AuthorityFilter;
import org.arobase.authority.LabelRecord;
import org.arobase.authority.PastDistribution;
import org.arobase.deliberation.outcome.Outcome;
import org.arobase.palmares.PalmaresApi.Distribution;
import org.arobase.palmares.PalmaresList;

/**
 * How many authorities got each level, edition by edition: from our results where published here,
 * from other sources before. Takes four queries, however many editions there are.
 */
public final class Distributions {
  private Distributions() {}

  /** The distributions of all editions, newest first. */
  public static List<Distribution> of(AuthorityFilter filter) {
    Map<Integer, Distribution> known = labels(filter);
    if (filter.isEverywhere()) {
      PastDistribution.all().forEach(past -> known.put(past.year, told(past)));
    }
    Map<Integer, Distribution> ours = published(filter);
    ours.keySet().forEach(known::remove);
    return Stream.of(known.values(), ours.values())
        .flatMap(Collection::stream)
        .sorted(Comparator.comparingInt(Distribution::year).reversed())
        .toList();
  }

  private static Distribution told(PastDistribution past) {
    Map<String, Integer> levels = past.levels();
    int sum = levels.values().stream().mapToInt(Integer::intValue).sum();
    return new Distribution(
        past.edition, past.year, past.total, levels, sum == past.total, past.source, past.note);
  }

  /** The known single labels of past editions; never all of them. */
  private static Map<Integer, Distribution> labels(AuthorityFilter filter) {
    String query =
        "select l.year, l.edition, l.level, count(l) from LabelRecord l"
            + " join LocalAuthority a on a.code = l.authorityCode where l.source <> :ours and "
            + AuthorityFilter.CONDITION
            + " group by l.year, l.edition, l.level";
    return counted(
        LabelRecord.find(query, filter.parameters().and("ours", LabelRecord.OURS))
            .project(Counted.class)
            .list(),
        false);
  }

  private static Map<Integer, Distribution> published(AuthorityFilter filter) {
    String query =
        "select e.year, e.number, o.level, count(o) from Outcome o join o.dossier d"
            + " join d.authority a join d.edition e"
            + " join Publication p on p.editionYear = o.editionYear where "
            + PalmaresList.AS_THEN
            + " group by e.year, e.number, o.level";
    return counted(Outcome.find(query, filter.parameters()).project(Counted.class).list(), true);
  }

  /** The number of labels at one level. */
  record Counted(int year, int edition, int level, long count) {}

  private static Map<Integer, Distribution> counted(List<Counted> rows, boolean ours) {
    Map<Integer, Map<String, Integer>> levels = new HashMap<>();
    Map<Integer, Integer> editions = new HashMap<>();
    for (Counted row : rows) {
      editions.put(row.year(), row.edition());
      levels
          .computeIfAbsent(row.year(), year -> new TreeMap<>())
          .put(String.valueOf(row.level()), (int) row.count());
    }
    Map<Integer, Distribution> distributions = new HashMap<>();
    levels.forEach(
        (year, own) ->
            distributions.put(
                year,
                new Distribution(
                    editions.get(year),
                    year,
                    own.values().stream().mapToInt(Integer::intValue).sum(),
                    own,
                    ours,
                    ours ? LabelRecord.OURS : "past-labels.csv",
                    "")));
    return distributions;
  }
}
