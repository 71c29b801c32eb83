package org.arobase.deliberation.outcome;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.arobase.audit.StateSource;
import org.arobase.audit.Subject;
import org.arobase.authority.LocalAuthority;
import org.arobase.platform.database.ByKey;
import org.jspecify.annotations.Nullable;

/** The recorded state of finalisations, each with all its outcomes. */
@ApplicationScoped
public class FinalisationStates implements StateSource {
  private static final String KIND = "finalisation";

  private record Content(
      Instant finalisedAt,
      String finalisedBy,
      String engine,
      String frameworkHash,
      String policyHash,
      String marksHash,
      List<OutcomeContent> outcomes) {}

  private record OutcomeContent(
      String dossier,
      @Nullable String score,
      @Nullable Integer computedLevel,
      int level,
      String reason,
      String marksHash,
      String name,
      LocalAuthority.Kind kind,
      String department,
      String region,
      String regionName,
      String stratum) {
    static OutcomeContent of(Outcome o) {
      String score = o.score == null ? null : o.score.stripTrailingZeros().toPlainString();
      return new OutcomeContent(
          o.dossier.named(o.editionYear),
          score,
          o.computedLevel,
          o.level,
          o.reason,
          o.marksHash,
          o.name,
          o.kind,
          o.department,
          o.region,
          o.regionName,
          o.stratum);
    }
  }

  /** The finalisation of an edition with its outcomes as they are now. */
  public static State of(int year) {
    return of(ByKey.find(Finalisation.class, year).orElseThrow(), Outcome.all(year));
  }

  /** A finalisation with its outcomes, in the order of their codes. */
  public static State of(Finalisation f, List<Outcome> outcomes) {
    return new State(
        Subject.of(KIND, f.editionYear, ""),
        new Content(
            f.finalisedAt,
            f.finalisedBy,
            f.engine,
            f.frameworkHash,
            f.policyHash,
            f.marksHash,
            outcomes.stream().map(OutcomeContent::of).toList()));
  }

  @Override
  public List<String> kinds() {
    return List.of(KIND);
  }

  @Override
  public void present(@Nullable Integer year, Consumer<State> to) {
    Map<Integer, List<Outcome>> outcomes =
        Outcome.<Outcome>list(
                "from Outcome o join fetch o.dossier d join fetch d.authority a"
                    + " where ?1 is null or o.editionYear = ?1 order by a.code",
                year)
            .stream()
            .collect(Collectors.groupingBy(o -> o.editionYear));
    Finalisation.<Finalisation>list("?1 is null or editionYear = ?1", year).stream()
        .map(f -> of(f, outcomes.getOrDefault(f.editionYear, List.of())))
        .forEach(to);
  }
}
