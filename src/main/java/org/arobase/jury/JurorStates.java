package org.arobase.jury;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.arobase.audit.StateSource;
import org.arobase.audit.Subject;
import org.arobase.jury.Juror.Answer;
import org.arobase.jury.Juror.Office;
import org.jspecify.annotations.Nullable;

/** The recorded state of the members of a jury. */
@ApplicationScoped
public class JurorStates implements StateSource {
  private static final String KIND = "juror";

  private record Content(
      String username,
      String name,
      Office office,
      @Nullable String affiliation,
      @Nullable String email,
      @Nullable String language,
      @Nullable String competences,
      @Nullable Integer capacity,
      @Nullable String panel,
      @Nullable Answer answer,
      @Nullable Instant withdrawnAt,
      @Nullable String withdrawalReason,
      int version,
      @Nullable Instant erasedAt,
      @Nullable String formerUser) {}

  /** The present state of a member. */
  public static State of(Juror j) {
    return new State(
        Subject.of(KIND, j.edition.year, j.handle),
        new Content(
            j.username,
            j.name,
            j.office,
            j.affiliation == null ? null : j.affiliation.code,
            j.email,
            j.language,
            j.competences,
            j.capacity,
            j.panel,
            j.answer,
            j.withdrawnAt,
            j.withdrawalReason,
            j.version,
            j.erasedAt,
            j.formerUser));
  }

  @Override
  public List<String> kinds() {
    return List.of(KIND);
  }

  @Override
  public void present(@Nullable Integer year, Consumer<State> to) {
    Juror.<Juror>list(
            "from Juror j left join fetch j.affiliation where ?1 is null or j.edition.year = ?1",
            year)
        .stream()
        .map(JurorStates::of)
        .forEach(to);
  }
}
