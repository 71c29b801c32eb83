package org.arobase.scoresheet;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.arobase.edition.Edition;
import org.arobase.scoresheet.ScoreSheet.Status;

/** How many marks sheets have, counted once for each version of a sheet. */
@ApplicationScoped
public class KeptMarkCounts {
  private static final long MOST_INITIATIVES = 5_000_000;
  private static final String SHEETS = " from ScoreSheet s where s.assignmentId in ";
  private static final String OF_EDITION =
      "(select a.id from Assignment a where a.dossier.edition = :of and a.ended is null)";

  /**
   * The counts of a sheet.
   *
   * @param marks the number of marks of each initiative that has one, by its number
   */
  public record OfSheet(Status status, Map<Integer, Integer> marks) {}

  private record Key(Long sheet, int version) {}

  /** For each initiative that has marks, its number and theirs: a map would be ten times larger. */
  private record Counts(int[] numbers, int[] marks) {
    static Counts of(String text) {
      Map<Integer, Integer> found = new TreeMap<>();
      SheetText.marks(
          text.getBytes(StandardCharsets.UTF_8),
          (initiative, criterion, value, state) -> found.merge(initiative, 1, Integer::sum));
      return new Counts(
          found.keySet().stream().mapToInt(n -> n).toArray(),
          found.values().stream().mapToInt(n -> n).toArray());
    }

    Map<Integer, Integer> byInitiative() {
      Map<Integer, Integer> counts = new HashMap<>();
      for (int i = 0; i < numbers.length; i++) {
        counts.put(numbers[i], marks[i]);
      }
      return counts;
    }
  }

  private record VersionRow(Long sheet, int version, Status status) {
    Key key() {
      return new Key(sheet, version);
    }
  }

  private record TextRow(Long sheet, int version, String text) {}

  private final EntityManager database;
  private final Cache<Key, Counts> memory =
      Caffeine.newBuilder()
          .maximumWeight(MOST_INITIATIVES)
          .<Key, Counts>weigher((key, counts) -> 1 + counts.numbers().length)
          .build();

  KeptMarkCounts(EntityManager database) {
    this.database = database;
  }

  /** The sheets of an edition's assignments in force, by the assignment's database id. */
  public Map<Long, OfSheet> of(Edition edition) {
    return counted(query("s.version, s.status", VersionRow.class, OF_EDITION, edition));
  }

  /** The sheets of these assignments, by their database ids; one without a sheet is absent. */
  public Map<Long, OfSheet> of(Collection<Long> assignments) {
    return counted(query("s.version, s.status", VersionRow.class, ":of", assignments));
  }

  private Map<Long, OfSheet> counted(TypedQuery<VersionRow> sheets) {
    List<VersionRow> present = sheets.getResultList();
    Map<Long, Counts> counts = new HashMap<>();
    present.forEach(row -> counts.put(row.sheet(), memory.getIfPresent(row.key())));
    List<Long> missing =
        counts.keySet().stream().filter(sheet -> counts.get(sheet) == null).toList();
    if (!missing.isEmpty()) {
      count(missing, counts);
    }
    return present.stream()
        .collect(
            Collectors.toMap(
                VersionRow::sheet,
                row -> new OfSheet(row.status(), counts.get(row.sheet()).byInitiative())));
  }

  /** Keeps each count under the version that was read with its text: it may be a newer one. */
  private void count(List<Long> sheets, Map<Long, Counts> counts) {
    query("s.version, s.content", TextRow.class, ":of", sheets)
        .getResultStream()
        .forEach(
            row -> {
              Counts counted = Counts.of(row.text());
              memory.put(new Key(row.sheet(), row.version()), counted);
              counts.put(row.sheet(), counted);
            });
  }

  private <T> TypedQuery<T> query(String columns, Class<T> row, String which, Object of) {
    return database
        .createQuery("select s.assignmentId, " + columns + SHEETS + which, row)
        .setParameter("of", of);
  }
}
