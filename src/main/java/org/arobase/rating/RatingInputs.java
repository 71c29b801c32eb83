package org.arobase.rating;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.arobase.dossier.Dossier;
import org.arobase.dossier.Initiative;
import org.arobase.edition.Edition;
import org.arobase.edition.policy.RatingPolicy;
import org.arobase.jury.assignment.Assignment.Purpose;
import org.arobase.scoresheet.ScoreSheet.Status;
import org.arobase.scoresheet.SheetCounts;
import org.arobase.scoresheet.SheetDocument;
import org.arobase.scoring.Grid;
import org.arobase.scoring.Grid.Cell;
import org.arobase.scoring.Mark;
import org.jspecify.annotations.Nullable;

/** Reads the data that ratings need, in a fixed number of statements for any number of dossiers. */
@ApplicationScoped
public class RatingInputs {
  /** Dossiers whose marks are in memory at once. */
  private static final int AT_ONCE = 48;

  private record InitiativeRow(
      Long id, Long dossier, int number, boolean ongoing, @Nullable LocalDate startedOn) {}

  private record ServiceRow(Long initiative, String service) {}

  private record SheetRow(
      Long id,
      Long dossier,
      String juror,
      @Nullable Status status,
      @Nullable Integer version,
      @Nullable Boolean reopened,
      @Nullable Purpose purpose) {
    SheetRef ref() {
      return new SheetRef(
          id,
          juror,
          status == Status.SUBMITTED,
          Objects.requireNonNullElse(version, 0),
          Boolean.TRUE.equals(reopened),
          purpose == Purpose.SECOND_READING);
    }
  }

  private record ContentRow(Long sheet, String content) {}

  private final EntityManager database;
  private final MarksHash hash;

  RatingInputs(EntityManager database, MarksHash hash) {
    this.database = database;
    this.hash = hash;
  }

  /** All dossiers of an edition by code, each with its grid and its sheets. */
  public List<RatingInput> of(Edition edition) {
    return of(edition, Dossier.all(edition.year));
  }

  /** These dossiers of one edition, in the given order, each with its grid and its sheets. */
  public List<RatingInput> of(Edition edition, List<Dossier> dossiers) {
    List<Long> ids = dossiers.stream().map(d -> d.id).toList();
    Map<Long, List<Grid.Initiative>> initiatives = initiatives(edition, ids);
    Map<Long, List<SheetRef>> sheets = sheets(ids);
    Map<Long, SheetCounts> counts = SheetCounts.of(ids, database);
    Grids grids = new Grids(edition);
    return dossiers.stream()
        .map(
            d ->
                new RatingInput(
                    d,
                    edition.policy().stratum(d.population).code(),
                    grids.of(d, initiatives.getOrDefault(d.id, List.of())),
                    sheets.getOrDefault(d.id, List.of()),
                    SheetCounts.of(d.id, counts)))
        .toList();
  }

  private Map<Long, List<Grid.Initiative>> initiatives(Edition edition, List<Long> dossiers) {
    Map<Long, Set<String>> issues = issues(edition, dossiers);
    return database
        .createQuery(
            "select i.id, i.dossier.id, i.number, i.ongoing, i.startedOn from Initiative i"
                + " where i.dossier.id in :dossiers order by i.number",
            InitiativeRow.class)
        .setParameter("dossiers", dossiers)
        .getResultStream()
        .filter(i -> Initiative.admissible(i.ongoing(), i.startedOn(), edition.referenceDate))
        .collect(
            Collectors.groupingBy(
                InitiativeRow::dossier,
                Collectors.mapping(
                    i -> new Grid.Initiative(i.number(), issues.getOrDefault(i.id(), Set.of())),
                    Collectors.toList())));
  }

  private Map<Long, Set<String>> issues(Edition edition, List<Long> dossiers) {
    Map<String, String> issueOfService = edition.framework.document().issueOfService();
    return database
        .createQuery(
            "select i.id, s from Initiative i join i.services s where i.dossier.id in :dossiers",
            ServiceRow.class)
        .setParameter("dossiers", dossiers)
        .getResultStream()
        .collect(
            Collectors.groupingBy(
                ServiceRow::initiative,
                Collectors.mapping(row -> issueOfService.get(row.service()), Collectors.toSet())));
  }

  private Map<Long, List<SheetRef>> sheets(List<Long> dossiers) {
    return database
        .createQuery(
            "select a.id, a.dossier.id, j.handle, s.status, s.version, s.reopened, a.purpose from Assignment a"
                + " join a.juror j left join ScoreSheet s on s.assignmentId = a.id"
                + " where a.dossier.id in :dossiers and a.ended is null order by j.handle",
            SheetRow.class)
        .setParameter("dossiers", dossiers)
        .getResultStream()
        .collect(
            Collectors.groupingBy(
                SheetRow::dossier, Collectors.mapping(SheetRow::ref, Collectors.toList())));
  }

  /** These dossiers of an edition, in the given order, with the scores of their jurors. */
  public List<ScoredDossier> scored(Edition edition, List<RatingInput> dossiers) {
    return marked(edition, dossiers, this::scored);
  }

  ScoredDossier scored(MarkedDossier dossier) {
    return dossier.scored(hash);
  }

  /**
   * Reads the submitted marks of these dossiers, some dozens of dossiers at a time, so that only
   * what is made of them stays in memory.
   *
   * @param make runs for several dossiers at once
   * @return what was made of each dossier, in the given order
   */
  public <T> List<T> marked(
      Edition edition, List<RatingInput> dossiers, Function<MarkedDossier, T> make) {
    RatingPolicy policy = edition.policy();
    List<T> made = new ArrayList<>(dossiers.size());
    for (int from = 0; from < dossiers.size(); from += AT_ONCE) {
      List<RatingInput> some = dossiers.subList(from, Math.min(from + AT_ONCE, dossiers.size()));
      Map<Long, String> texts = texts(some);
      made.addAll(
          some.parallelStream()
              .map(d -> make.apply(MarkedDossier.of(d, marks(d, texts), policy)))
              .toList());
    }
    return made;
  }

  private static Map<Long, Map<Cell, Mark>> marks(RatingInput dossier, Map<Long, String> texts) {
    Map<Long, Map<Cell, Mark>> marks = new HashMap<>();
    dossier
        .sheets()
        .forEach(
            sheet -> {
              String text = texts.get(sheet.id());
              if (text != null) {
                marks.put(sheet.id(), SheetDocument.read(text).marks());
              }
            });
    return marks;
  }

  /** The texts of the submitted sheets of these dossiers, by the sheet's database id. */
  private Map<Long, String> texts(List<RatingInput> dossiers) {
    List<Long> submitted =
        dossiers.stream()
            .flatMap(d -> d.sheets().stream())
            .filter(SheetRef::submitted)
            .map(SheetRef::id)
            .toList();
    return database
        .createQuery(
            "select s.assignmentId, s.content from ScoreSheet s where s.assignmentId in :sheets",
            ContentRow.class)
        .setParameter("sheets", submitted)
        .getResultStream()
        .collect(Collectors.toMap(ContentRow::sheet, ContentRow::content));
  }
}
