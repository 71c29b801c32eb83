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
 * The rules of an edition's ratings. The association decides them: they stand in a document, not in
 * the code.
 *
 * @param criterionWeights a weight for each criterion of the framework
 * @param issueWeights weights of issues; an issue that is not named weighs 1
 * @param jurorsPerDossier the number of jurors that a dossier should get
 * @param recusals ties and quorum; null: as {@link RecusalPolicy#DEFAULT}
 * @param panel how the jurors' scores of a dossier are combined; null: their mean
 * @param absences how jurors who leave change the quorum; null: as {@link AbsencePolicy#DEFAULT}
 * @param deliberation quorum and votes; null: as {@link DeliberationPolicy#DEFAULT}
 * @param distinctions when one is proposed; null: as {@link DistinctionPolicy#DEFAULT}
 * @param retention how long identities are kept; null: as {@link RetentionPolicy#DEFAULT}
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
                "How the jurors' scores of a dossier are combined, after their severities are"
                    + " corrected. All but MEAN need at least four jurors per dossier. Absent:"
                    + " MEAN.")
        @Nullable PanelRule panel,
    @Valid @Nullable AbsencePolicy absences,
    @Valid @Nullable DeliberationPolicy deliberation,
    @Valid @Nullable DistinctionPolicy distinctions,
    @Valid @Nullable RetentionPolicy retention) {

  /**
   * What is expected of authorities of one size.
   *
   * @param minimumPopulation the lowest number of inhabitants, 0 or more
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

  /**
   * The stratum of an authority with this population: the one with the highest minimum that it
   * reaches.
   */
  public Stratum stratum(int population) {
    return strata.stream()
        .filter(s -> s.minimumPopulation() <= population)
        .max(Comparator.comparingInt(Stratum::minimumPopulation))
        .orElseThrow(() -> new IllegalStateException("No stratum begins at 0"));
  }

  /** An issue's weight; 1 when the policy does not name it. */
  public BigDecimal issueWeight(String issue) {
    return issueWeights.getOrDefault(issue, BigDecimal.ONE);
  }

  /** Which ties recuse automatically, and how a recusal changes the quorum. */
  public RecusalPolicy recusalRules() {
    return recusals == null ? RecusalPolicy.DEFAULT : recusals;
  }

  /** How jurors who leave change the quorum. */
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

  /** How long the identities of members are kept. */
  public RetentionPolicy retentionRules() {
    return retention == null ? RetentionPolicy.DEFAULT : retention;
  }

  /**
   * The quorum of a dossier.
   *
   * @param recused the number of its jurors who are recused from it
   * @param left the number of its jurors who left the jury
   * @param present the number of jurors who still read it
   */
  public int quorum(int recused, int left, int present) {
    return absenceRules().quorum(recusalRules().quorum(quorum, recused), left, present);
  }

  /** How the jurors' scores of a dossier are combined. */
  public PanelRule panelRule() {
    return panel == null ? PanelRule.MEAN : panel;
  }

  /** The rules that the scoring engine needs. */
  public Policy forEngine() {
    return new Policy(
        initiatives, uncoveredIssue, coverage, rounding, severity, divergence, levels, panelRule());
  }
}
