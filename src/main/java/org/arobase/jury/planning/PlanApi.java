package org.arobase.jury.planning;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.arobase.jury.assignment.AssignmentApi.Entry;
import org.arobase.jury.planning.solver.ConstraintBreach;
import org.arobase.jury.planning.solver.PlanRule;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The records of the plan's API. */
final class PlanApi {
  private PlanApi() {}

  @Schema(name = "PlanOrder", description = "What to plan for. All fields are optional.")
  record Order(
      @Schema(
              description = "The same seed, jury and dossiers give the same plan. Absent: 1.",
              examples = "2020")
          @Nullable Long seed,
      @Min(1) @Max(20) @Schema(description = "Jurors per dossier. Absent: as the policy says.")
          @Nullable Integer jurorsPerDossier,
      @Size(max = 20)
          @Schema(
              description = "Codes of dossiers that all jurors read first, to compare their marks.")
          @Nullable Set<@NotBlank String> calibration,
      @Valid @Nullable Assumption assumption) {}

  @Schema(
      name = "PlanAssumption",
      description =
          "The values that the expected precision is computed from, for scores of 0 to 1. Take them"
              + " from the reliability of your last edition. Absent: those of the simulated edition"
              + " that the models are tested on.")
  record Assumption(
      @NotNull
          @DecimalMin("0")
          @DecimalMax("1")
          @Schema(description = "Standard deviation of the severities.")
          BigDecimal severity,
      @NotNull
          @DecimalMin("0.000001")
          @DecimalMax("1")
          @Schema(description = "Standard deviation of the residuals of a juror’s scores.")
          BigDecimal residual,
      @NotNull @DecimalMin("0") @DecimalMax("1") @Schema(description = "Mean of the true scores.")
          BigDecimal mean,
      @NotNull
          @DecimalMin("0.000001")
          @DecimalMax("1")
          @Schema(description = "Standard deviation of the true scores.")
          BigDecimal spread) {
    /** scoring/methods.md, section 14, on a scale of 0 to 5, divided by 5. */
    static final Assumption SIMULATED =
        new Assumption(
            new BigDecimal("0.06"),
            new BigDecimal("0.0624"),
            new BigDecimal("0.52"),
            new BigDecimal("0.12"));
  }

  /** A juror's load under the plan. */
  record Load(
      @Schema(description = "Id of the juror.", examples = "juror1") String juror,
      int dossiers,
      int initiatives,
      @Schema(description = "The juror’s fair share, in initiatives.") BigDecimal share) {}

  /** A rule that the plan violates, and where. */
  record Rule(
      PlanRule rule,
      @Schema(
              description =
                  "HARD, MEDIUM or SOFT. A plan that violates a HARD rule is not `adoptable`.")
          String hardness,
      @Schema(description = "Number of violations.") int places,
      @Schema(description = "The worst violations, at most 20.") List<ConstraintBreach> worst) {}

  /** The expected precision of the ratings. */
  record Precision(
      @Schema(description = "Mean standard error of a dossier’s score, for scores of 0 to 1.")
          BigDecimal standardError,
      @Schema(description = "Largest standard error of a dossier’s score.")
          BigDecimal largestStandardError,
      @Schema(description = "Expected share of dossiers that get their true level, 0 to 1.")
          BigDecimal rightLevel,
      Assumption assumption) {}

  /** A plan: the result of its job. */
  record Result(
      long seed,
      boolean adoptable,
      int dossiers,
      int jurorsPerDossier,
      int kept,
      int moved,
      int components,
      @Nullable BigDecimal contrastRatio,
      BigDecimal loadSpread,
      int numberSpread,
      Precision precision,
      List<Rule> rules,
      List<Load> jurors,
      List<Entry> assignments) {}
}
