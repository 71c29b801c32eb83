package org.arobase.edition;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.arobase.access.Phase;
import org.arobase.audit.StateSource;
import org.arobase.audit.Subject;
import org.jspecify.annotations.Nullable;

/** The audit states of editions. */
@ApplicationScoped
public class EditionStates implements StateSource {
  private static final String KIND = "edition";

  private record Content(
      int number,
      String name,
      Phase phase,
      @Nullable String phaseReason,
      String framework,
      String policy,
      String policyHash,
      LocalDate referenceDate,
      @Nullable Instant evaluationEndsAt,
      @Nullable Instant phaseSince,
      int version) {}

  /** The present state of an edition. */
  public static State of(Edition e) {
    return new State(
        Subject.of(KIND, e.year, ""),
        new Content(
            e.number,
            e.name,
            e.phase,
            e.phaseReason,
            e.framework.id,
            e.policy,
            e.policyHash,
            e.referenceDate,
            e.evaluationEndsAt,
            e.phaseSince,
            e.version));
  }

  @Override
  public List<String> kinds() {
    return List.of(KIND);
  }

  @Override
  public void present(@Nullable Integer year, Consumer<State> to) {
    Edition.all().stream()
        .filter(edition -> year == null || year.equals(edition.year))
        .map(EditionStates::of)
        .forEach(to);
  }
}
