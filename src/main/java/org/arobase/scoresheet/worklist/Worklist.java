package org.arobase.scoresheet.worklist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.arobase.dossier.Dossier;
import org.arobase.dossier.Initiative;
import org.arobase.jury.assignment.Assignment;
import org.arobase.scoresheet.ScoreSheet;
import org.arobase.scoresheet.ScoreSheet.Status;
import org.arobase.scoresheet.ScoreSheetApi.Progress;
import org.arobase.scoresheet.ScoreSheetApi.WorklistEntry;
import org.jspecify.annotations.Nullable;

/** Reads a juror's dossiers with the progress of each, in a fixed number of statements. */
@ApplicationScoped
class Worklist {
  private final EntityManager database;

  Worklist(EntityManager database) {
    this.database = database;
  }

  List<WorklistEntry> of(int year, String username) {
    List<Assignment> assignments = Assignment.ofUser(year, username);
    List<Long> sheets = assignments.stream().map(a -> a.id).toList();
    Map<Long, Status> status = status(sheets);
    Map<Long, Integer> marked = marked(sheets);
    Map<Long, Integer> admissible = admissible(assignments);
    return assignments.stream()
        .map(
            a ->
                entry(
                    a.dossier,
                    status.getOrDefault(a.id, Status.DRAFT),
                    admissible.getOrDefault(a.dossier.id, 0),
                    marked.getOrDefault(a.id, 0)))
        .toList();
  }

  private static WorklistEntry entry(Dossier dossier, Status status, int admissible, int marked) {
    int criteria = dossier.edition.framework.document().criteria().size();
    return new WorklistEntry(
        dossier.code(),
        dossier.authority.name,
        dossier.authority.department,
        dossier.population,
        dossier.edition.policy().stratum(dossier.population).code(),
        status,
        new Progress(admissible * criteria, marked));
  }

  private Map<Long, Status> status(List<Long> sheets) {
    Map<Long, Status> status = new HashMap<>();
    ScoreSheet.<ScoreSheet>list("assignmentId in ?1", sheets)
        .forEach(sheet -> status.put(sheet.assignmentId, sheet.status));
    return status;
  }

  private Map<Long, Integer> marked(List<Long> sheets) {
    Map<Long, Integer> marked = new HashMap<>();
    database
        .createQuery(
            "select m.sheetId, i.ongoing, i.startedOn, e.referenceDate, count(m)"
                + " from SheetMark m join Assignment a on a.id = m.sheetId"
                + " join Initiative i on i.dossier = a.dossier and i.number = m.initiative"
                + " join a.dossier d join d.edition e where m.sheetId in :sheets"
                + " group by m.sheetId, i.id, i.ongoing, i.startedOn, e.referenceDate",
            Marked.class)
        .setParameter("sheets", sheets)
        .getResultStream()
        .filter(r -> Initiative.admissible(r.ongoing, r.startedOn, r.referenceDate))
        .forEach(r -> marked.merge(r.sheet, Math.toIntExact(r.marks), Integer::sum));
    return marked;
  }

  private record Marked(
      Long sheet,
      boolean ongoing,
      @Nullable LocalDate startedOn,
      LocalDate referenceDate,
      long marks) {}

  private record Dated(Long dossier, boolean ongoing, @Nullable LocalDate startedOn) {}

  private Map<Long, Integer> admissible(List<Assignment> assignments) {
    Map<Long, Integer> admissible = new HashMap<>();
    if (assignments.isEmpty()) {
      return admissible;
    }
    LocalDate day = assignments.get(0).dossier.edition.referenceDate;
    List<Long> dossiers = assignments.stream().map(a -> a.dossier.id).toList();
    database
        .createQuery(
            "select i.dossier.id, i.ongoing, i.startedOn from Initiative i"
                + " where i.dossier.id in :dossiers",
            Dated.class)
        .setParameter("dossiers", dossiers)
        .getResultStream()
        .filter(r -> Initiative.admissible(r.ongoing, r.startedOn, day))
        .forEach(r -> admissible.merge(r.dossier, 1, Integer::sum));
    return admissible;
  }
}
