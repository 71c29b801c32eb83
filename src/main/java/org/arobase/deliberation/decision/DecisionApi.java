package org.arobase.deliberation.decision;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.arobase.platform.http.HasETag;
import org.arobase.platform.problem.Violation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The records of the deliberation's API. */
public final class DecisionApi {
  private DecisionApi() {}

  /** A decision to take. */
  @Schema(name = "NewDecision", description = "The level that the president awards.")
  public record New(
      @NotNull @Min(0) @Max(5) @Schema(description = "0 to 5 @.", examples = "4") Integer level,
      @Nullable
          @Size(max = 4000)
          @Schema(
              description =
                  "Required when the level is not the computed one, or is less likely than policy’s"
                      + " `doubtful`.")
          String reason) {}

  /** A decision. */
  @Schema(name = "Decision", description = "The level that the president awarded, and why.")
  public record View(
      @Schema(description = "Code of the dossier.", examples = "78138") String dossier,
      @Schema(description = "What the marks gave; absent when they gave no level.")
          @Nullable Integer computedLevel,
      @Schema(description = "0 to 5 @.") int level,
      String reason,
      String decidedBy,
      Instant decidedAt,
      @Schema(description = "SHA-256 of what was judged and of the marks the president saw.")
          String marksHash,
      @Schema(description = "How likely the marks make this level, 0 to 1.", examples = "0.83")
          @Nullable BigDecimal probability,
      @Schema(description = "Another member of the jury who stands for it.")
          @Nullable String signedBy,
      @Nullable Instant signedAt,
      @Schema(hidden = true) @JsonIgnore int version)
      implements HasETag {
    static View from(Decision d) {
      return new View(
          d.dossier.code(),
          d.computedLevel,
          d.awardedLevel,
          d.reason,
          d.decidedBy,
          d.decidedAt,
          d.marksHash,
          d.probability,
          d.signedBy,
          d.signedAt,
          d.version);
    }

    @Override
    public String tag() {
      return String.valueOf(version);
    }
  }

  /** What finalisation gives one dossier. */
  @Schema(name = "Outcome", description = "What finalisation gives one dossier.")
  public record OutcomeView(
      @Schema(description = "Code of the dossier.", examples = "78138") String dossier,
      @Schema(examples = "Chanteloup-les-Vignes") String name,
      @Nullable Integer computedLevel,
      @Schema(description = "0 to 5 @; absent while something blocks it.") @Nullable Integer level,
      @Schema(description = "The level of the last edition that it took part in.")
          @Nullable Integer lastLevel,
      @Schema(description = "The year of that edition.", examples = "2018")
          @Nullable Integer lastYear,
      @Schema(description = "How many @ more than then; negative: fewer.") @Nullable Integer change,
      @Schema(description = "Whether the president decided; otherwise the computed level stands.")
          boolean decided,
      String reason) {}

  /** A finalisation, done or tried. */
  @Schema(name = "Finalisation", description = "A finalisation, done or tried.")
  public record Result(
      @Schema(examples = "2020") int edition,
      @Schema(description = "True: nothing was written.") boolean dryRun,
      @Schema(description = "What stands in the way; empty when it was done.")
          List<Violation> blockers,
      @Schema(description = "How many dossiers get each level, 0 to 5.")
          Map<String, Integer> distribution,
      @Schema(description = "Codes of the dossiers whose level is not the computed one.")
          List<String> otherThanComputed,
      @Schema(description = "Codes of those that get more @ than last time.") List<String> gaining,
      @Schema(description = "Codes of those that get fewer.") List<String> losing,
      @Schema(
              description =
                  "Codes of those whose computed level is less likely than policy wants, and that nobody"
                      + " has decided.")
          List<String> doubtful,
      List<OutcomeView> outcomes,
      @Schema(description = "Version of the engine.") String engine,
      @Schema(description = "SHA-256 of the framework.") String frameworkHash,
      @Schema(description = "SHA-256 of the rating policy.") String policyHash,
      @Schema(
              description =
                  "SHA-256 over the marks hashes of all dossiers; absent for who may not see all.")
          @Nullable String marksHash,
      @Schema(description = "SHA-256 of what was sealed; absent when nothing was.")
          @Nullable String sealHash) {}
}
