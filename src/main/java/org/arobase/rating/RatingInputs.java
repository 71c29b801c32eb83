package org.arobase.rating;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.arobase.dossier.Dossier;
import org.arobase.dossier.Initiative;
import org.arobase.edition.Edition;
import org.arobase.edition.policy.RatingPolicy;
import org.arobase.jury.assignment.Assignment.End;
import org.arobase.jury.assignment.Assignment.Purpose;
import org.arobase.scoresheet.ScoreSheet.Status;
import org.arobase.scoring.Grid;
import org.arobase.scoring.Grid.Cell;
import org.arobase.scoring.Mark;

/** Reads the data that ratings need, in a fixed number of statements for any number of dossiers. */
@ApplicationScoped
public class RatingInputs {
  private final EntityManager database;

  RatingInputs(EntityManager database) {
    this.database = database;
  }

  /** These dossiers of one edition, in the given order, each with its grid and its sheets. */
  public List<RatingInput> judged(Edition edition, List<Dossier> dossiers) {
    List<Long> ids = dossiers.stream().map(d -> d.id).toList();
    Map<Long, List<Grid.Initiative>> initiatives = initiatives(edition, ids);
    Map<Long, List<SheetRef>> sheets = sheets(ids);
    Map<List<Object>, Integer> ended = ended(ids);
    Grids grids = new Grids(edition);
    return dossiers.stream()
        .map(
            d ->
                new RatingInput(
                    d,
                    edition.policy().stratum(d.population).code(),
                    grids.of(d, initiatives.getOrDefault(d.id, List.of())),
                    sheets.getOrDefault(d.id, List.of()),
                    ended.getOrDefault(List.of(d.id, End.RECUSED), 0),
                    ended.getOrDefault(List.of(d.id, End.WITHDRAWN), 0)))
        .toList();
  }

  private Map<Long, List<Grid.Initiative>> initiatives(Edition edition, List<Long> dossiers) {
    Map<Long, Set<String>> issues = issues(edition, dossiers);
    Map<Long, List<Grid.Initiative>> initiatives = new HashMap<>();
    database
        .createQuery(
            "select i.id, i.dossier.id, i.number, i.ongoing, i.startedOn from Initiative i"
                + " where i.dossier.id in :dossiers order by i.number",
            Object[].class)
        .setParameter("dossiers", dossiers)
        .getResultStream()
        .filter(r -> Initiative.admissible((boolean) r[3], (LocalDate) r[4], edition.referenceDate))
        .forEach(
            r ->
                initiatives
                    .computeIfAbsent((Long) r[1], d -> new ArrayList<>())
                    .add(new Grid.Initiative((int) r[2], issues.getOrDefault(r[0], Set.of()))));
    return initiatives;
  }

  private Map<Long, Set<String>> issues(Edition edition, List<Long> dossiers) {
    Map<String, String> issueOfService = edition.framework.document().issueOfService();
    Map<Long, Set<String>> issues = new HashMap<>();
    database
        .createQuery(
            "select i.id, s from Initiative i join i.services s where i.dossier.id in :dossiers",
            Object[].class)
        .setParameter("dossiers", dossiers)
        .getResultStream()
        .forEach(
            r ->
                issues
                    .computeIfAbsent((Long) r[0], i -> new HashSet<>())
                    .add(issueOfService.get((String) r[1])));
    return issues;
  }

  private Map<Long, List<SheetRef>> sheets(List<Long> dossiers) {
    return database
        .createQuery(
            "select a.id, a.dossier.id, j.handle, s.status, s.version, a.purpose from Assignment a"
                + " join a.juror j left join ScoreSheet s on s.assignmentId = a.id"
                + " where a.dossier.id in :dossiers and a.ended is null order by j.handle",
            Object[].class)
        .setParameter("dossiers", dossiers)
        .getResultStream()
        .collect(
            Collectors.groupingBy(
                r -> (Long) r[1], Collectors.mapping(RatingInputs::sheet, Collectors.toList())));
  }

  /** How many assignments of these dossiers ended, by the dossier's database id and the reason. */
  private Map<List<Object>, Integer> ended(List<Long> dossiers) {
    Map<List<Object>, Integer> ended = new HashMap<>();
    database
        .createQuery(
            "select a.dossier.id, a.ended, count(a) from Assignment a where a.dossier.id in"
                + " :dossiers and a.ended is not null group by a.dossier.id, a.ended",
            Object[].class)
        .setParameter("dossiers", dossiers)
        .getResultStream()
        .forEach(r -> ended.put(List.of(r[0], r[1]), ((Long) r[2]).intValue()));
    return ended;
  }

  private static SheetRef sheet(Object[] row) {
    int version = row[4] == null ? 0 : (int) row[4];
    return new SheetRef(
        (long) row[0],
        (String) row[2],
        row[3] == Status.SUBMITTED,
        version,
        row[5] == Purpose.SECOND_READING);
  }

  /** The dossiers of an edition that a caller may know, by code, with their submitted marks. */
  public List<ScoredDossier> marked(Edition edition, Predicate<String> known) {
    List<Dossier> dossiers =
        Dossier.all(edition.year).stream().filter(d -> known.test(d.code())).toList();
    return marked(edition, judged(edition, dossiers));
  }

  /** These dossiers of an edition, in the given order, with their submitted marks. */
  public List<ScoredDossier> marked(Edition edition, List<RatingInput> dossiers) {
    List<Long> sheets =
        dossiers.stream()
            .flatMap(d -> d.sheets().stream())
            .filter(SheetRef::submitted)
            .map(SheetRef::id)
            .toList();
    Map<Long, Map<Cell, Mark>> marks = marks(sheets);
    RatingPolicy policy = edition.policy();
    return dossiers.parallelStream().map(d -> ScoredDossier.of(d, marks, policy)).toList();
  }

  /** The marks of these sheets, by the sheet's database id. */
  private Map<Long, Map<Cell, Mark>> marks(List<Long> sheets) {
    Map<Long, Map<Cell, Mark>> marks = new HashMap<>();
    database
        .createQuery(
            "select m.sheetId, m.initiative, m.criterion, m.state, m.value from SheetMark m"
                + " where m.sheetId in :sheets",
            Object[].class)
        .setParameter("sheets", sheets)
        .getResultStream()
        .forEach(
            r ->
                marks
                    .computeIfAbsent((Long) r[0], s -> new HashMap<>())
                    .put(
                        new Cell((int) r[1], (String) r[2]),
                        new Mark((Mark.State) r[3], plain((BigDecimal) r[4]))));
    return marks;
  }

  private static BigDecimal plain(BigDecimal value) {
    return value == null ? null : value.stripTrailingZeros();
  }
}
