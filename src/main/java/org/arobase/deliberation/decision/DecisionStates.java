package org.arobase.deliberation.decision;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.arobase.audit.StateSource;
import org.arobase.audit.Subject;
import org.arobase.dossier.Dossier;
import org.jspecify.annotations.Nullable;

/** The recorded state of decisions. */
@ApplicationScoped
public class DecisionStates implements StateSource {
  private static final String DECISION = "decision";

  private record Content(
      @Nullable Integer computedLevel,
      int awardedLevel,
      String reason,
      String marksHash,
      String sheetsHash,
      String decidedBy,
      Instant decidedAt,
      int version,
      @Nullable BigDecimal probability,
      @Nullable String signedBy,
      @Nullable Instant signedAt) {}

  /** A decision as it is now. */
  public static State of(Decision d) {
    Dossier dossier = d.dossier;
    return new State(
        Subject.ofDossier(DECISION, dossier.edition.year, dossier.code(), ""),
        new Content(
            d.computedLevel,
            d.awardedLevel,
            d.reason,
            d.marksHash,
            d.sheetsHash,
            d.decidedBy,
            d.decidedAt,
            d.version,
            d.probability,
            d.signedBy,
            d.signedAt));
  }

  @Override
  public List<String> kinds() {
    return List.of(DECISION);
  }

  @Override
  public void present(@Nullable Integer year, Consumer<State> to) {
    Decision.<Decision>list(
            "from Decision x join fetch x.dossier d join fetch d.authority"
                + " where ?1 is null or d.edition.year = ?1",
            year)
        .stream()
        .map(DecisionStates::of)
        .forEach(to);
  }
}
