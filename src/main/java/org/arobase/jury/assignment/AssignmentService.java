package org.arobase.jury.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.arobase.access.AccessScope;
import org.arobase.audit.Action;
import org.arobase.audit.WriteDoor;
import org.arobase.edition.Edition;
import org.arobase.jury.JuryRule;
import org.arobase.jury.assignment.AssignmentApi.Entry;
import org.arobase.jury.assignment.AssignmentApi.Line;
import org.arobase.jury.assignment.AssignmentApi.Outcome;
import org.arobase.jury.assignment.AssignmentApi.Result;
import org.arobase.platform.database.RetryOnLostRace;
import org.arobase.platform.database.Transactions;
import org.arobase.platform.http.IfMatch;
import org.arobase.platform.problem.Refusal;
import org.arobase.platform.problem.Violation.Draft;

/** Writes the assignments of an edition. */
@ApplicationScoped
@RetryOnLostRace
public class AssignmentService {
  private final AccessScope scope;
  private final BegunReading begun;
  private final WriteDoor door;

  AssignmentService(AccessScope scope, BegunReading begun, WriteDoor door) {
    this.scope = scope;
    this.begun = begun;
    this.door = door;
  }

  /** Does what {@link #replace} does and rolls back, to show the result. */
  public Result tryOut(int year, List<Entry> wanted, String ifMatch) {
    List<Line> lines = Transactions.triedOut(() -> replaced(year, wanted, ifMatch));
    return new Result(true, lines);
  }

  /**
   * Replaces the assignments in force. Assignments of dossiers that the caller may not see stay as
   * they are.
   *
   * @param ifMatch the edition's version, so that the caller has seen what is replaced
   * @throws Refusal 409 in another phase, 412 for another version, 422 with everything that is
   *     wrong
   */
  @Transactional
  public Result replace(int year, List<Entry> wanted, String ifMatch) {
    return new Result(false, replaced(year, wanted, ifMatch));
  }

  private List<Line> replaced(int year, List<Entry> wanted, String ifMatch) {
    Edition edition = Edition.locked(year, scope);
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
                        "/assignments", JuryRule.READING_BEGUN, a.juror.handle, a.dossier.code())));
    Refusal.ofBody(found);
    List<Line> lines = new ArrayList<>();
    set.wanted().forEach((entry, assignment) -> lines.add(write(entry, assignment)));
    set.unwanted().forEach(assignment -> lines.add(remove(assignment)));
    raiseVersion(edition);
    lines.sort(Comparator.comparing(Line::dossier).thenComparing(Line::juror));
    return lines;
  }

  /**
   * Raises the edition's version for a change of its assignments, so that nobody replaces them
   * without having seen it. The edition must be locked.
   */
  public void raiseVersion(Edition edition) {
    door.change(edition, Action.CHANGED, same -> {});
  }

  /**
   * The present assignments of an edition, to check wanted ones against. The edition must be
   * locked.
   */
  public AssignmentSet set(int year) {
    return AssignmentSet.of(year, scope, begun.of(year));
  }

  /** Writes an assignment that was found right. The edition must be locked. */
  public Line write(Entry entry, Assignment assignment) {
    boolean isNew = assignment.id == null;
    boolean same = assignment.pinned == entry.isPinned() && assignment.purpose == entry.purpose();
    if (!isNew && same) {
      return line(assignment, Outcome.UNCHANGED);
    }
    Consumer<Assignment> change =
        a -> {
          a.pinned = entry.isPinned();
          a.purpose = entry.purpose();
        };
    if (isNew) {
      change.accept(assignment);
      door.create(assignment);
    } else {
      door.change(assignment, Action.CHANGED, change);
    }
    return line(assignment, isNew ? Outcome.CREATED : Outcome.CHANGED);
  }

  private Line remove(Assignment assignment) {
    door.remove(assignment);
    return line(assignment, Outcome.REMOVED);
  }

  private static Line line(Assignment a, Outcome outcome) {
    return new Line(a.dossier.code(), a.juror.handle, outcome);
  }
}
