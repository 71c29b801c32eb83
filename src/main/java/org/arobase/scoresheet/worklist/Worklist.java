package org.arobase.scoresheet.worklist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.arobase.dossier.Dossier;
import org.arobase.dossier.Initiative;
import org.arobase.jury.assignment.Assignment;
import org.arobase.scoresheet.KeptMarkCounts;
import org.arobase.scoresheet.KeptMarkCounts.OfSheet;
import org.arobase.scoresheet.ScoreSheet.Status;
import org.arobase.scoresheet.ScoreSheetApi.Progress;
import org.arobase.scoresheet.ScoreSheetApi.WorklistEntry;
import org.jspecify.annotations.Nullable;

/** Reads a juror's dossiers with the progress of each, in a fixed number of statements. */
@ApplicationScoped
class Worklist {
  private final EntityManager database;
  private final KeptMarkCounts counts;

  Worklist(EntityManager database, KeptMarkCounts counts) {
    this.database = database;
    this.counts = counts;
  }

  List<WorklistEntry> of(int year, String username) {
    List<Assignment> assignments = Assignment.ofUser(year, username);
    Map<Long, Set<Integer>> admissible = admissible(assignments);
    Map<Long, OfSheet> sheets = counts.of(assignments.stream().map(a -> a.id).toList());
    return assignments.stream()
        .map(
            a ->
                entry(a.dossier, sheets.get(a.id), admissible.getOrDefault(a.dossier.id, Set.of())))
        .toList();
  }

  private static WorklistEntry entry(
      Dossier dossier, @Nullable OfSheet sheet, Set<Integer> admissible) {
    int criteria = dossier.edition.framework.document().criteria().size();
    return new WorklistEntry(
        dossier.code(),
        dossier.authority.name,
        dossier.authority.department,
        dossier.population,
        dossier.edition.policy().stratum(dossier.population).code(),
        sheet == null ? Status.DRAFT : sheet.status(),
        new Progress(admissible.size() * criteria, sheet == null ? 0 : marked(sheet, admissible)));
  }

  private static int marked(OfSheet sheet, Set<Integer> admissible) {
    return admissible.stream().mapToInt(number -> sheet.marks().getOrDefault(number, 0)).sum();
  }

  private record Dated(Long dossier, int number, boolean ongoing, @Nullable LocalDate startedOn) {}

  /** The numbers of the initiatives that count, by the database id of the dossier. */
  private Map<Long, Set<Integer>> admissible(List<Assignment> assignments) {
    if (assignments.isEmpty()) {
      return Map.of();
    }
    LocalDate day = assignments.get(0).dossier.edition.referenceDate;
    return database
        .createQuery(
            "select i.dossier.id, i.number, i.ongoing, i.startedOn from Initiative i"
                + " where i.dossier.id in :dossiers",
            Dated.class)
        .setParameter("dossiers", assignments.stream().map(a -> a.dossier.id).toList())
        .getResultStream()
        .filter(r -> Initiative.admissible(r.ongoing, r.startedOn, day))
        .collect(
            Collectors.groupingBy(
                Dated::dossier, Collectors.mapping(Dated::number, Collectors.toSet())));
  }
}
