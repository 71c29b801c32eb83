package org.arobase.jury;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.arobase.audit.StateSource;
import org.arobase.audit.Subject;
import org.arobase.jury.Recusal.Ground;
import org.jspecify.annotations.Nullable;

/** The recorded state of recusals, also of those that were lifted. */
@ApplicationScoped
public class RecusalStates implements StateSource {
  private static final String KIND = "recusal";

  private record Content(
      String juror,
      Ground ground,
      String reason,
      String declaredBy,
      Instant declaredAt,
      @Nullable String liftedBy,
      @Nullable Instant liftedAt,
      @Nullable String liftReason,
      @Nullable Boolean active,
      int version) {}

  /** The present state of a recusal. */
  public static State of(Recusal r) {
    return new State(
        Subject.ofDossier(
            KIND, r.juror.edition.year, r.authority.code, r.juror.handle + "/" + r.id),
        new Content(
            r.juror.handle,
            r.ground,
            r.reason,
            r.declaredBy,
            r.declaredAt,
            r.liftedBy,
            r.liftedAt,
            r.liftReason,
            r.active,
            r.version));
  }

  @Override
  public List<String> kinds() {
    return List.of(KIND);
  }

  @Override
  public void present(@Nullable Integer year, Consumer<State> to) {
    Recusal.<Recusal>list(
            "from Recusal r join fetch r.juror j join fetch r.authority"
                + " where ?1 is null or j.edition.year = ?1",
            year)
        .stream()
        .map(RecusalStates::of)
        .forEach(to);
  }
}
