package org.arobase.deliberation;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.arobase.audit.Audited;
import org.arobase.audit.Subject;
import org.arobase.authority.LocalAuthority;
import org.arobase.dossier.Dossier;
import org.jspecify.annotations.Nullable;

/** What is recorded of decisions, and of finalisations with all their outcomes. */
@ApplicationScoped
class DecisionStates implements Audited {
  private static final String DECISION = "decision";
  private static final String FINALISATION = "finalisation";

  private record Content(
      @Nullable Integer computedLevel,
      int awardedLevel,
      String reason,
      String marksHash,
      @Nullable String sheetsHash,
      String decidedBy,
      Instant decidedAt,
      int version,
      @Nullable BigDecimal probability,
      @Nullable String signedBy,
      @Nullable Instant signedAt) {}

  private record FinalisationContent(
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
      @Nullable String name,
      LocalAuthority.@Nullable Kind kind,
      @Nullable String department,
      @Nullable String region,
      @Nullable String regionName,
      @Nullable String stratum) {
    static OutcomeContent of(Outcome o) {
      String score = o.score == null ? null : o.score.stripTrailingZeros().toPlainString();
      return new OutcomeContent(
          o.dossier.code(),
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

  /** A decision as it is now. */
  static State of(Decision d) {
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

  /** A finalisation with its outcomes, in the order of their codes. */
  static State of(Finalisation f, List<Outcome> outcomes) {
    return new State(
        Subject.of(FINALISATION, f.editionYear, ""),
        new FinalisationContent(
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
    return List.of(DECISION, FINALISATION);
  }

  @Override
  public List<State> present(@Nullable Integer year) {
    Stream<State> decisions =
        Decision.<Decision>list(
                "from Decision x join fetch x.dossier d join fetch d.authority"
                    + " where ?1 is null or d.edition.year = ?1",
                year)
            .stream()
            .map(DecisionStates::of);
    Map<Integer, List<Outcome>> outcomes =
        Outcome.<Outcome>list(
                "from Outcome o join fetch o.dossier d join fetch d.authority a"
                    + " where ?1 is null or o.editionYear = ?1 order by a.code",
                year)
            .stream()
            .collect(Collectors.groupingBy(o -> o.editionYear));
    Stream<State> finalisations =
        Finalisation.<Finalisation>list("?1 is null or editionYear = ?1", year).stream()
            .map(f -> of(f, outcomes.getOrDefault(f.editionYear, List.of())));
    return Stream.concat(decisions, finalisations).toList();
  }
}
