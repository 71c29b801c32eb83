package org.arobase.edition.policy;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.arobase.platform.language.Text;
import org.arobase.scoring.Policy;
import org.arobase.scoring.Policy.Coverage;
import org.arobase.scoring.Policy.InitiativeRule;
import org.arobase.scoring.Policy.Levels;
import org.arobase.scoring.Policy.Rounding;
import org.arobase.scoring.Policy.UncoveredIssue;
import org.arobase.scoring.panel.PanelRule;
import org.arobase.scoring.severity.SeverityModel;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The rules of an edition's ratings. None of this is public or in code: the association decides it.
 *
 * @param criterionWeights a weight for each criterion of the framework
 * @param issueWeights weights of issues; one that is not named weighs 1
 * @param jurorsPerDossier how many jurors a dossier should get
 * @param recusals ties and quorum; null: as {@link RecusalPolicy#DEFAULT}
 * @param panel how the jurors' scores of a dossier make one; null: their mean
 * @param absences what jurors who leave do to the quorum; null: as {@link AbsencePolicy#DEFAULT}
 * @param deliberation quorum and votes; null: as {@link DeliberationPolicy#DEFAULT}
 * @param distinctions when one is proposed; null: as {@link DistinctionPolicy#DEFAULT}
 * @param retention how long people are known; null: as {@link RetentionPolicy#DEFAULT}
 */
@Schema(name = "RatingPolicy", description = "The rules of an edition's ratings.")
public record RatingPolicy(
    @NotNull @Valid Text notice,
    @NotEmpty Map<String, @NotNull @Min(0) BigDecimal> criterionWeights,
    @NotNull Map<String, @NotNull @Min(0) BigDecimal> issueWeights,
    @NotEmpty List<@NotNull @Valid Stratum> strata,
    @NotNull InitiativeRule initiatives,
    @NotNull UncoveredIssue uncoveredIssue,
    @NotNull Coverage coverage,
    @NotNull Rounding rounding,
    @NotNull SeverityModel severity,
    @Min(1) int jurorsPerDossier,
    @Min(1) int quorum,
    @NotNull @Min(0) @Max(1) BigDecimal divergence,
    @NotNull Levels levels,
    @Valid @Nullable RecusalPolicy recusals,
    @Schema(
            description =
                "How the jurors' scores of a dossier make one, once their severities are corrected."
                    + " All but MEAN need four jurors a dossier. Absent: MEAN.")
        @Nullable PanelRule panel,
    @Valid @Nullable AbsencePolicy absences,
    @Valid @Nullable DeliberationPolicy deliberation,
    @Valid @Nullable DistinctionPolicy distinctions,
    @Valid @Nullable RetentionPolicy retention) {

  /**
   * What is expected of authorities of one size.
   *
   * @param minimumPopulation the least number of inhabitants, 0 or more
   * @param expected initiatives that suffice for a full score on an issue, 1 or more
   * @param notApplicable codes of issues that the stratum is not judged on
   */
  @Schema(name = "Stratum", description = "What is expected of authorities of one size.")
  public record Stratum(
      @NotBlank @Schema(examples = "town") String code,
      @NotNull @Valid Text name,
      @Min(0) int minimumPopulation,
      @Min(1) int expected,
      @NotNull Set<@NotNull String> notApplicable) {}

  /** The stratum of an authority with so many inhabitants: the last that it is large enough for. */
  public Stratum stratum(int population) {
    return strata.stream()
        .filter(s -> s.minimumPopulation() <= population)
        .max(Comparator.comparingInt(Stratum::minimumPopulation))
        .orElseThrow(() -> new IllegalStateException("No stratum begins at 0"));
  }

  /** An issue's weight. */
  public BigDecimal issueWeight(String issue) {
    return issueWeights.getOrDefault(issue, BigDecimal.ONE);
  }

  /** What recuses by itself, and what a recusal does to the quorum. */
  public RecusalPolicy recusalRules() {
    return recusals == null ? RecusalPolicy.DEFAULT : recusals;
  }

  /** What jurors who leave do to the quorum. */
  public AbsencePolicy absenceRules() {
    return absences == null ? AbsencePolicy.DEFAULT : absences;
  }

  /** How the jury deliberates. */
  public DeliberationPolicy deliberationRules() {
    return deliberation == null ? DeliberationPolicy.DEFAULT : deliberation;
  }

  /** When a distinction is proposed. */
  public DistinctionPolicy distinctionRules() {
    return distinctions == null ? DistinctionPolicy.DEFAULT : distinctions;
  }

  /** How long people are known. */
  public RetentionPolicy retentionRules() {
    return retention == null ? RetentionPolicy.DEFAULT : retention;
  }

  /**
   * The quorum of a dossier.
   *
   * @param recused how many of its jurors are recused from it
   * @param left how many of them have left the jury
   * @param present how many are to read it still
   */
  public int quorum(int recused, int left, int present) {
    return absenceRules().quorum(recusalRules().quorum(quorum, recused), left, present);
  }

  /** How the jurors' scores of a dossier make one. */
  public PanelRule panelRule() {
    return panel == null ? PanelRule.MEAN : panel;
  }

  /** What the engine needs of it. */
  public Policy forEngine() {
    return new Policy(
        initiatives, uncoveredIssue, coverage, rounding, severity, divergence, levels, panelRule());
  }
}
