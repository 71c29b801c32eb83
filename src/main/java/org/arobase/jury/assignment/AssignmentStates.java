package org.arobase.jury.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.arobase.audit.StateSource;
import org.arobase.audit.Subject;
import org.arobase.jury.assignment.Assignment.End;
import org.arobase.jury.assignment.Assignment.Purpose;
import org.jspecify.annotations.Nullable;

/** The recorded state of assignments, also of those that have ended. */
@ApplicationScoped
public class AssignmentStates implements StateSource {
  private static final String KIND = "assignment";

  private record Content(
      String juror, @Nullable End ended, @Nullable Purpose purpose, @Nullable Boolean pinned) {}

  /** The present state of an assignment. */
  public static State of(Assignment a) {
    return new State(
        Subject.ofDossier(KIND, a.juror.edition.year, a.dossier.code(), a.juror.handle),
        new Content(a.juror.handle, a.ended, a.purpose, a.pinned ? true : null));
  }

  @Override
  public List<String> kinds() {
    return List.of(KIND);
  }

  @Override
  public List<State> present(@Nullable Integer year) {
    return Assignment.ever(year).stream().map(AssignmentStates::of).toList();
  }
}
