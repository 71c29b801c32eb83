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

  @Schema(name = "PlanOrder", description = "What to plan for. Everything may be absent.")
  record Order(
      @Schema(
              description = "The same seed, jury and dossiers give the same plan. Absent: 1.",
              examples = "2020")
          @Nullable Long seed,
      @Min(1) @Max(20) @Schema(description = "Jurors of a dossier; absent: as policy says.")
          @Nullable Integer jurorsPerDossier,
      @Size(max = 20)
          @Schema(
              description = "Codes of dossiers that all jurors read first, to compare themselves.")
          @Nullable Set<@NotBlank String> calibration,
      @Valid @Nullable Assumption assumption) {}

  @Schema(
      name = "PlanAssumption",
      description =
          "What the expected precision is reckoned from, on scores of 0 to 1. Take it from the"
              + " reliability of your last edition; absent: the simulated edition that the models are"
              + " tested on.")
  record Assumption(
      @NotNull
          @DecimalMin("0")
          @DecimalMax("1")
          @Schema(description = "Of severities, a standard deviation.")
          BigDecimal severity,
      @NotNull
          @DecimalMin("0.000001")
          @DecimalMax("1")
          @Schema(description = "Of what is left of a juror’s score, a standard deviation.")
          BigDecimal residual,
      @NotNull @DecimalMin("0") @DecimalMax("1") @Schema(description = "Mean of the true scores.")
          BigDecimal mean,
      @NotNull
          @DecimalMin("0.000001")
          @DecimalMax("1")
          @Schema(description = "Their standard deviation.")
          BigDecimal spread) {
    /** METHODS, part g, on a scale of 0 to 5, divided by 5. */
    static final Assumption SIMULATED =
        new Assumption(
            new BigDecimal("0.06"),
            new BigDecimal("0.0624"),
            new BigDecimal("0.52"),
            new BigDecimal("0.12"));
  }

  /** What a juror would read. */
  record Load(
      @Schema(description = "Id of the juror.", examples = "juror1") String juror,
      int dossiers,
      int initiatives,
      @Schema(description = "The initiatives that would be its fair share.") BigDecimal share) {}

  /** A rule, and where the plan breaks or bends it. */
  record Rule(
      PlanRule rule,
      @Schema(description = "HARD: a plan that breaks it cannot be adopted.") String hardness,
      @Schema(description = "In how many places.") int places,
      @Schema(description = "The worst of them, at most 20.") List<ConstraintBreach> worst) {}

  /** How exact the ratings will be. */
  record Precision(
      @Schema(description = "Mean standard error of a dossier’s score, on 0 to 1.")
          BigDecimal standardError,
      @Schema(description = "The largest one.") BigDecimal largestStandardError,
      @Schema(description = "Share of dossiers that will get their true level, 0 to 1.")
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
