package org.arobase.jury;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.arobase.audit.Action;
import org.arobase.audit.Audit;
import org.arobase.edition.Edition;
import org.arobase.edition.EditionStates;
import org.arobase.edition.Permit;
import org.arobase.jury.AssignmentApi.Entry;
import org.arobase.jury.AssignmentApi.Line;
import org.arobase.jury.AssignmentApi.Outcome;
import org.arobase.jury.AssignmentApi.Result;
import org.arobase.platform.database.Transactions;
import org.arobase.platform.database.Versions;
import org.arobase.platform.http.IfMatch;
import org.arobase.platform.problem.Refusal;
import org.arobase.platform.problem.Rule;
import org.arobase.platform.problem.Violation.Draft;

/** Writes who scores which dossier, all at once. */
@ApplicationScoped
public class AssignmentService {
  private final Permit permit;
  private final BegunReading begun;
  private final Audit audit;

  AssignmentService(Permit permit, BegunReading begun, Audit audit) {
    this.permit = permit;
    this.begun = begun;
    this.audit = audit;
  }

  /** What {@link #replace} would do: it is done, looked at, and undone. */
  public Result tryOut(int year, List<Entry> wanted, String ifMatch) {
    List<Line> lines = Transactions.triedOut(() -> replaced(year, wanted, ifMatch));
    return new Result(true, lines);
  }

  /**
   * Makes these the assignments in force; of dossiers that the caller may not know, those there are
   * stay.
   *
   * @param ifMatch the edition's version: with it, who replaces has seen what is replaced
   * @throws Refusal 422 with everything that is wrong
   */
  @Transactional
  public Result replace(int year, List<Entry> wanted, String ifMatch) {
    return new Result(false, replaced(year, wanted, ifMatch));
  }

  private List<Line> replaced(int year, List<Entry> wanted, String ifMatch) {
    Edition edition = permit.locked(year);
    IfMatch.require(ifMatch, edition.version);
    AssignmentSet set = set(year);
    List<Draft> found = new ArrayList<>();
    for (int i = 0; i < wanted.size(); i++) {
      String place = "/assignments/" + i;
      set.want(wanted.get(i), place).ifPresent(found::add);
    }
    set.begunAndUnwanted()
        .forEach(
            a ->
                found.add(
                    Draft.at(
                        "/assignments", Rule.READING_BEGUN, a.juror.handle, a.dossier.code())));
    Refusal.ofBody(found);
    List<Line> lines = new ArrayList<>();
    set.wanted().forEach((entry, assignment) -> lines.add(write(entry, assignment)));
    set.unwanted().forEach(assignment -> lines.add(remove(assignment)));
    counted(edition);
    lines.sort(Comparator.comparing(Line::dossier).thenComparing(Line::juror));
    return lines;
  }

  /**
   * Counts a change of the assignments in the version of their edition, which is locked: who
   * replaces all of them has seen it.
   */
  public void counted(Edition edition) {
    audit.requireRecorded(EditionStates.of(edition));
    Versions.raise(edition);
    audit.record(Action.CHANGED, EditionStates.of(edition));
  }

  /** What there is of an edition, to want something of; the edition is locked. */
  public AssignmentSet set(int year) {
    return new AssignmentSet(year, permit::sees, begun.of(year));
  }

  /** Writes one that was found right; the edition is locked. */
  public Line write(Entry entry, Assignment assignment) {
    boolean isNew = assignment.id == null;
    boolean same = assignment.pinned == entry.isPinned() && assignment.purpose == entry.purpose();
    if (!isNew && same) {
      return line(assignment, Outcome.UNCHANGED);
    }
    if (!isNew) {
      audit.requireRecorded(JuryStates.of(assignment));
    }
    assignment.pinned = entry.isPinned();
    assignment.purpose = entry.purpose();
    assignment.persist();
    audit.record(isNew ? Action.CREATED : Action.CHANGED, JuryStates.of(assignment));
    return line(assignment, isNew ? Outcome.CREATED : Outcome.CHANGED);
  }

  private Line remove(Assignment assignment) {
    audit.requireRecorded(JuryStates.of(assignment));
    audit.record(Action.REMOVED, JuryStates.of(assignment));
    assignment.delete();
    return line(assignment, Outcome.REMOVED);
  }

  private static Line line(Assignment a, Outcome outcome) {
    return new Line(a.dossier.code(), a.juror.handle, outcome);
  }
}
