package org.arobase.rating.recomputation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.arobase.dossier.Dossier;
import org.arobase.edition.Edition;
import org.arobase.edition.policy.RatingPolicy;
import org.arobase.edition.policy.RatingPolicy.Stratum;
import org.arobase.rating.Grids;
import org.arobase.rating.RatingInput;
import org.arobase.rating.RatingInputs;
import org.arobase.rating.SheetRef;
import org.arobase.scoring.Grid;
import org.arobase.scoring.bulk.Marks;
import org.arobase.scoring.bulk.Rubric;
import org.hibernate.Session;

/** Reads the marks of a whole edition into arrays, in batches of dossiers. */
@ApplicationScoped
public class BulkInputs {
  private static final int AT_ONCE = 500;

  private final RatingInputs inputs;
  private final EntityManager database;

  /**
   * The marks of an edition.
   *
   * @param unreadable codes of dossiers with a mark off its scale or on an unknown criterion; such
   *     a mark counts as missing
   */
  public record Read(Marks marks, SortedSet<String> unreadable) {}

  BulkInputs(RatingInputs inputs, EntityManager database) {
    this.inputs = inputs;
    this.database = database;
  }

  /**
   * Reads the submitted marks of an edition's dossiers, ordered by code, in the snapshot of the
   * caller's transaction.
   *
   * @param known whether the caller may know a dossier, by its code
   * @param progress receives the number of dossiers read, and the total
   */
  public Read of(Edition edition, Predicate<String> known, BiConsumer<Integer, Integer> progress) {
    Grids grids = new Grids(edition);
    Rubric rubric = grids.rubric();
    Marks marks = new Marks(rubric);
    MarkRows rows = new MarkRows(rubric, grids.criteria());
    Map<Long, String> owners = new HashMap<>();
    List<String> strata = edition.policy().strata().stream().map(Stratum::code).toList();
    List<Dossier> dossiers =
        Dossier.all(edition.year).stream().filter(d -> known.test(d.code())).toList();
    for (int from = 0; from < dossiers.size(); from += AT_ONCE) {
      progress.accept(from, dossiers.size());
      List<Dossier> some = dossiers.subList(from, Math.min(dossiers.size(), from + AT_ONCE));
      for (RatingInput dossier : inputs.of(edition, some)) {
        add(dossier, strata.indexOf(dossier.stratum()), edition.policy(), marks, rows);
        dossier.sheets().forEach(sheet -> owners.put(sheet.id(), dossier.dossier().code()));
      }
      char[] codes = marks.codes();
      database.unwrap(Session.class).doWork(connection -> rows.read(connection, codes));
    }
    return new Read(marks, unreadable(rows, owners));
  }

  private static SortedSet<String> unreadable(MarkRows rows, Map<Long, String> owners) {
    SortedSet<String> codes = new TreeSet<>();
    rows.unreadable().forEach(sheet -> codes.add(owners.get(sheet)));
    return codes;
  }

  private static void add(
      RatingInput dossier, int stratum, RatingPolicy policy, Marks marks, MarkRows rows) {
    TreeMap<String, Long> sheets =
        dossier.sheets().stream()
            .filter(SheetRef::submitted)
            .collect(Collectors.toMap(SheetRef::juror, SheetRef::id, (a, b) -> a, TreeMap::new));
    List<Grid.Initiative> initiatives = dossier.grid().initiatives();
    int number = marks.dossiers();
    marks.add(
        dossier.dossier().code(),
        stratum,
        dossier.sheets().size(),
        dossier.counts().quorum(policy),
        dossier.dossier().anchor,
        initiatives,
        sheets.keySet());
    int[] numbers = initiatives.stream().mapToInt(Grid.Initiative::number).toArray();
    int place = 0;
    for (Long id : sheets.values()) {
      rows.expect(id, new MarkRows.Sheet(marks.begin(number, place++), numbers));
    }
  }
}
