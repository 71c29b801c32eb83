package org.arobase.jury.chair;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.arobase.audit.StateSource;
import org.arobase.audit.Subject;
import org.jspecify.annotations.Nullable;

/** The recorded state of the chairs of dossiers. */
@ApplicationScoped
public class DossierChairStates implements StateSource {
  private static final String CHAIR = "chair";

  private record Content(
      String juror, String reason, String appointedBy, Instant appointedAt, int version) {}

  /** A chair as it is now. */
  static State of(DossierChair c) {
    return new State(
        Subject.ofDossier(CHAIR, c.dossier.edition.year, c.dossier.code(), ""),
        new Content(
            c.juror.named(c.dossier.edition.year),
            c.reason,
            c.appointedBy,
            c.appointedAt,
            c.version));
  }

  @Override
  public List<String> kinds() {
    return List.of(CHAIR);
  }

  @Override
  public void present(@Nullable Integer year, Consumer<State> to) {
    DossierChair.<DossierChair>list(
            "from DossierChair c join fetch c.juror join fetch c.dossier d join fetch d.authority"
                + " where ?1 is null or d.edition.year = ?1",
            year)
        .stream()
        .map(DossierChairStates::of)
        .forEach(to);
  }
}
