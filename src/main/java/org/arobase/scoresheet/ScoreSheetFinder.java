package org.arobase.scoresheet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import org.arobase.access.AccessProblem;
import org.arobase.access.AccessScope;
import org.arobase.access.CallerFacts;
import org.arobase.access.CallerMembership;
import org.arobase.access.Phase;
import org.arobase.dossier.Dossier;
import org.arobase.edition.Edition;
import org.arobase.jury.Juror;
import org.arobase.jury.assignment.Assignment;
import org.arobase.jury.assignment.Assignment.Purpose;
import org.arobase.platform.database.Locks;
import org.arobase.platform.database.Transactions;
import org.arobase.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** Finds the sheet that a request names, to read it or to lock it for a write. */
@ApplicationScoped
public class ScoreSheetFinder {
  private static final String ME = "me";

  /** An assignment with everything that its sheet is checked against, in one statement. */
  private static final String WITH_DOSSIER =
      "select a, i.number, i.ongoing, i.startedOn%s from Assignment a join fetch a.juror j"
          + " join fetch a.dossier d join fetch d.authority x join fetch d.edition e"
          + " join fetch e.framework left join Initiative i on i.dossier = d %s where %s"
          + " order by i.number";

  private static final String LOCKED = WITH_DOSSIER.formatted("", "", "a.id = :id");
  private static final String SEEN =
      WITH_DOSSIER.formatted(
          ", s",
          "left join ScoreSheet s on s.assignmentId = a.id",
          "e.year = :year and x.code = :code and j.handle = :juror and a.ended is null");

  private final AccessScope scope;
  private final CallerMembership membership;
  private final EntityManager database;

  ScoreSheetFinder(AccessScope scope, CallerMembership membership, EntityManager database) {
    this.scope = scope;
    this.membership = membership;
    this.database = database;
  }

  private record Row(
      Assignment assignment,
      @Nullable Integer number,
      @Nullable Boolean ongoing,
      @Nullable LocalDate startedOn) {}

  private record SeenRow(
      Assignment assignment,
      @Nullable Integer number,
      @Nullable Boolean ongoing,
      @Nullable LocalDate startedOn,
      @Nullable ScoreSheet sheet) {
    Row row() {
      return new Row(assignment, number, ongoing, startedOn);
    }
  }

  /**
   * The sheet of this juror ({@code me}: the caller) on this dossier, to read. The guard has
   * already checked the access.
   *
   * @throws Refusal 404 when there is no such assignment in force
   */
  AssignedSheet seen(int year, String code, String juror) {
    List<SeenRow> rows =
        database
            .createQuery(SEEN, SeenRow.class)
            .setParameter("year", year)
            .setParameter("code", code)
            .setParameter("juror", handle(year, juror))
            .getResultList();
    if (rows.isEmpty()) {
      namedEver(year, code, juror);
      throw new Refusal(ScoreSheetProblem.NOT_ASSIGNED, code);
    }
    ScoreSheet sheet = rows.get(0).sheet();
    return sheet(
        rows.stream().map(SeenRow::row).toList(),
        sheet == null ? ScoreSheet.blank(rows.get(0).assignment()) : sheet);
  }

  private static AssignedSheet sheet(List<Row> rows, ScoreSheet sheet) {
    Assignment assignment = rows.get(0).assignment();
    MarkableDossier dossier = new MarkableDossier(assignment.dossier.edition);
    rows.stream()
        .filter(row -> row.number() != null)
        .forEach(row -> dossier.add(row.number(), row.ongoing(), row.startedOn()));
    return new AssignedSheet(assignment, dossier, sheet);
  }

  /**
   * The assignment that an address names, also one that has ended: its submissions are kept.
   *
   * @throws Refusal 404
   */
  public Assignment namedEver(int year, String code, String juror) {
    Dossier dossier = Dossier.required(year, code);
    return Assignment.everOf(Juror.required(year, handle(year, juror)), dossier)
        .orElseThrow(() -> new Refusal(ScoreSheetProblem.NOT_ASSIGNED, code));
  }

  private String handle(int year, String juror) {
    return String.valueOf(ME.equals(juror) ? membership.of(year).handle() : juror);
  }

  /** Whether the caller is to score a dossier. */
  boolean isMine(int year, String code) {
    return membership.of(year).assigned().containsKey(code);
  }

  /**
   * The caller's own draft. Locks come before the first plain read, or what is read would be older
   * than they are: edition and assignment, then the sheet.
   *
   * <p>In DELIBERATION only a sheet that was opened again, or one of a second reading.
   *
   * @throws Refusal 403 when the assignment has ended meanwhile, 409 in another phase
   */
  AssignedSheet draft(int year, String code) {
    CallerFacts facts = membership.of(year);
    AssignedSheet sheet =
        locked(facts.assigned().get(code), code, facts.begun().contains(code), year);
    boolean late = sheet.sheet().reopened || sheet.assignment().purpose == Purpose.SECOND_READING;
    if (!late) {
      sheet.assignment().dossier.edition.requirePhase(Phase.EVALUATION);
    }
    return sheet;
  }

  /** A sheet of any juror that the caller may open again. */
  AssignedSheet ofJuror(int year, String code, String juror) {
    Long id = Transactions.inNew(() -> seen(year, code, juror).assignment().id);
    Edition.held(year, scope);
    Dossier.locked(year, code);
    scope.require(code);
    return locked(id, code, false, year);
  }

  /**
   * Holds an assignment with its edition and dossier, so that it cannot end meanwhile, then locks
   * its sheet.
   *
   * @param exists whether the row of the sheet is known to exist
   * @throws Refusal 403 when the assignment is not in force, 409 in another phase
   */
  private AssignedSheet locked(@Nullable Long id, String code, boolean exists, int year) {
    List<Row> rows = Locks.shared(database.createQuery(LOCKED, Row.class).setParameter("id", id));
    if (!rows.isEmpty()) {
      scope.requirePhase(year, rows.get(0).assignment().dossier.edition.phase);
    }
    if (rows.isEmpty() || rows.get(0).assignment().ended != null) {
      throw new Refusal(AccessProblem.NOT_YOUR_DOSSIER, code);
    }
    if (!exists) {
      ScoreSheet.createIfMissing(id);
    }
    return sheet(rows, Locks.exclusive(ScoreSheet.class, id).orElseThrow());
  }
}
