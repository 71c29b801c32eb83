package org.arobase.rating.recomputation;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.arobase.edition.Edition;
import org.arobase.edition.policy.RatingPolicy.Stratum;
import org.arobase.platform.canonical.Canonical;
import org.arobase.rating.MarksHash;
import org.arobase.rating.recomputation.FinalResults.Final;
import org.arobase.scoring.bulk.BulkRatings;
import org.arobase.scoring.bulk.Marks;
import org.jspecify.annotations.Nullable;

/** The recomputed ratings, and their comparison with the final results. */
final class Recomputed {
  /** Largest difference of equal scores: finalisation keeps ten digits. */
  private static final double SAME = 6e-11;

  private final Marks marks;
  private final BulkRatings.Result rated;
  private final SortedMap<String, String> hashes = new TreeMap<>();

  Recomputed(Edition edition, Marks marks, BulkRatings.Result rated, MarksHash hash) {
    this.marks = marks;
    this.rated = rated;
    List<String> strata = edition.policy().strata().stream().map(Stratum::code).toList();
    List<String> names = marks.names();
    List<String> all =
        IntStream.range(0, names.size())
            .parallel()
            .mapToObj(
                d ->
                    hash.of(
                        edition.year,
                        names.get(d),
                        strata.get(marks.stratum(d)),
                        marks.anchor(d),
                        marks.grid(d),
                        marks.marks(d)))
            .toList();
    IntStream.range(0, names.size()).forEach(d -> hashes.put(names.get(d), all.get(d)));
  }

  /** The marks hash of finalisation: SHA-256 of the hashes of all dossiers by code. */
  String marksHash() {
    return Canonical.hash(Canonical.json(hashes));
  }

  /** The number of dossiers by level; a level without dossiers is absent. */
  SortedMap<String, Integer> distribution() {
    SortedMap<String, Integer> distribution = new TreeMap<>();
    IntStream.of(rated.level())
        .filter(level -> level >= 0)
        .forEach(level -> distribution.merge(String.valueOf(level), 1, Integer::sum));
    return distribution;
  }

  /**
   * The codes of the dossiers that differ from the final results, or that only one side has.
   *
   * @param whole whether all dossiers were rated; if not, severities differ, and only marks are
   *     compared
   */
  SortedSet<String> differing(Map<String, Final> finals, boolean whole) {
    SortedSet<String> differing = new TreeSet<>(finals.keySet());
    differing.removeAll(hashes.keySet());
    Map<String, Integer> numbers = new HashMap<>();
    List<String> names = marks.names();
    IntStream.range(0, names.size()).forEach(d -> numbers.put(names.get(d), d));
    hashes.forEach(
        (code, hash) -> {
          Final then = finals.get(code);
          boolean same = then != null && then.marksHash().equals(hash);
          if (!same || (whole && !isSame(then, numbers.get(code)))) {
            differing.add(code);
          }
        });
    return differing;
  }

  private boolean isSame(Final then, int d) {
    Integer level = rated.level()[d] < 0 ? null : rated.level()[d];
    return Objects.equals(then.level(), level) && isSame(then.score(), rated.score()[d]);
  }

  private static boolean isSame(@Nullable BigDecimal then, double now) {
    return then == null ? Double.isNaN(now) : Math.abs(then.doubleValue() - now) <= SAME;
  }
}
