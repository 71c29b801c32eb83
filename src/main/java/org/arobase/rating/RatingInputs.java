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
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.arobase.dossier.Dossier;
import org.arobase.dossier.Initiative;
import org.arobase.edition.Edition;
import org.arobase.scoring.Grid;
import org.arobase.scoring.Grid.Cell;
import org.arobase.scoring.Mark;
import org.arobase.scoring.Scoring;

/**
 * Reads what ratings are made of, for all dossiers of an edition in a fixed number of statements.
 */
@ApplicationScoped
class RatingInputs {
  private final EntityManager database;

  RatingInputs(EntityManager database) {
    this.database = database;
  }

  /** The ratings of these dossiers of one edition, in their order. */
  List<DossierRating> rate(Edition edition, List<Dossier> dossiers) {
    List<Long> ids = dossiers.stream().map(d -> d.id).toList();
    Map<Long, List<Grid.Initiative>> initiatives = initiatives(edition, ids);
    Map<Long, List<Sheet>> sheets = sheets(ids);
    Grids grids = new Grids(edition);
    return dossiers.parallelStream()
        .map(
            d ->
                rate(
                    d,
                    grids.of(d, initiatives.getOrDefault(d.id, List.of())),
                    sheets.getOrDefault(d.id, List.of()),
                    edition))
        .toList();
  }

  private static DossierRating rate(
      Dossier dossier, Grid grid, List<Sheet> sheets, Edition edition) {
    Map<String, Map<Cell, Mark>> marks = new TreeMap<>();
    sheets.stream().filter(Sheet::submitted).forEach(s -> marks.put(s.juror(), s.marks()));
    return new DossierRating(
        dossier,
        edition.policy().stratum(dossier.population).code(),
        grid,
        sheets.size(),
        marks,
        Scoring.rate(grid, marks, sheets.size(), edition.policy().forEngine()));
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

  private Map<Long, List<Sheet>> sheets(List<Long> dossiers) {
    Map<Long, Map<Cell, Mark>> marks = marks(dossiers);
    return database
        .createQuery(
            "select a.id, a.dossier.id, j.handle, s.status from Assignment a join a.juror j"
                + " left join ScoreSheet s on s.assignmentId = a.id"
                + " where a.dossier.id in :dossiers order by j.handle",
            Object[].class)
        .setParameter("dossiers", dossiers)
        .getResultStream()
        .collect(
            Collectors.groupingBy(
                r -> (Long) r[1],
                Collectors.mapping(
                    r ->
                        new Sheet(
                            (String) r[2],
                            r[3] != null && "SUBMITTED".equals(r[3].toString()),
                            marks.getOrDefault(r[0], Map.of())),
                    Collectors.toList())));
  }

  private Map<Long, Map<Cell, Mark>> marks(List<Long> dossiers) {
    Map<Long, Map<Cell, Mark>> marks = new HashMap<>();
    database
        .createQuery(
            "select m.sheetId, m.initiative, m.criterion, m.state, m.value from SheetMark m"
                + " join ScoreSheet s on s.assignmentId = m.sheetId"
                + " join Assignment a on a.id = m.sheetId"
                + " where s.status = 'SUBMITTED' and a.dossier.id in :dossiers",
            Object[].class)
        .setParameter("dossiers", dossiers)
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
