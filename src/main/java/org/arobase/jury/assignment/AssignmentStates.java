package org.arobase.jury.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.arobase.audit.StateSource;
import org.arobase.audit.Subject;
import org.arobase.jury.assignment.Assignment.End;
import org.arobase.jury.assignment.Assignment.Purpose;
import org.arobase.platform.database.Stateless;
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
        new Content(
            a.juror.named(a.dossier.edition.year), a.ended, a.purpose, a.pinned ? true : null));
  }

  @Override
  public List<String> kinds() {
    return List.of(KIND);
  }

  @Override
  public void present(@Nullable Integer year, Consumer<State> to) {
    Stateless.pages(
        "from Assignment s join fetch s.juror j join fetch s.dossier d join fetch d.authority"
            + " where (:year is null or d.edition.year = :year) and s.id > :after order by s.id",
        Assignment.class,
        Collections.singletonMap("year", year),
        a -> a.id,
        page -> page.stream().map(AssignmentStates::of).forEach(to));
  }
}
