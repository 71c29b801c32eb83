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
import java.util.Set;
import org.arobase.edition.EditionApi;
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
                  "Required when the level is not the computed one, or when its probability is"
                      + " below the policy’s `doubtful`.")
          String reason) {}

  /** A decision. */
  @Schema(name = "Decision", description = "The level that the president awarded, and why.")
  public record View(
      @Schema(description = "Code of the dossier.", examples = "78138") String dossier,
      @Schema(description = "The level computed from the marks; absent when they gave none.")
          @Nullable Integer computedLevel,
      @Schema(description = "0 to 5 @.") int level,
      String reason,
      String decidedBy,
      Instant decidedAt,
      @Schema(
              description =
                  "Commitment to what was judged and to the marks that the president saw.")
          String marksHash,
      @Schema(description = "Probability of this level given the marks, 0 to 1.", examples = "0.83")
          @Nullable BigDecimal probability,
      @Schema(description = "Another member of the jury who countersigned the decision.")
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

  /** What the president accepts when they finalise. */
  @Schema(name = "Finalising", description = "What the president accepts when they finalise.")
  public record Finalising(
      @Size(max = EditionApi.MOST_CONFIRMED)
          @Schema(
              description =
                  "Codes of the dossiers that may be judged on fewer sheets than were assigned."
                      + " What blocks the finalisation lists them as `fewer-sheets`.")
          @Nullable Set<@NotNull @Size(max = 9) String> confirmed) {
    public Finalising {
      confirmed = confirmed == null ? Set.of() : confirmed;
    }
  }

  /** The result of finalisation for one dossier. */
  @Schema(name = "Outcome", description = "The result of finalisation for one dossier.")
  public record OutcomeView(
      @Schema(description = "Code of the dossier.", examples = "78138") String dossier,
      @Schema(examples = "Chanteloup-les-Vignes") String name,
      @Nullable Integer computedLevel,
      @Schema(description = "0 to 5 @; absent while something blocks it.") @Nullable Integer level,
      @Schema(description = "The authority’s level in the last edition that it took part in.")
          @Nullable Integer lastLevel,
      @Schema(description = "The year of that edition.", examples = "2018")
          @Nullable Integer lastYear,
      @Schema(description = "Change in @ since that edition; negative for fewer.")
          @Nullable Integer change,
      @Schema(description = "Whether the president decided; otherwise the computed level stands.")
          boolean decided,
      String reason) {}

  /** The result of a finalisation or of a dry run. */
  @Schema(name = "Finalisation", description = "The result of a finalisation or of a dry run.")
  public record Result(
      @Schema(examples = "2020") int edition,
      @Schema(description = "True when nothing was written.") boolean dryRun,
      @Schema(description = "What blocks the finalisation; empty when it was done.")
          List<Violation> blockers,
      @Schema(description = "How many dossiers get each level, 0 to 5.")
          Map<String, Integer> distribution,
      @Schema(description = "Codes of the dossiers whose level is not the computed one.")
          List<String> otherThanComputed,
      @Schema(description = "Codes of the dossiers that get more @ than last time.")
          List<String> gaining,
      @Schema(description = "Codes of the dossiers that get fewer @ than last time.")
          List<String> losing,
      @Schema(
              description =
                  "Codes of the undecided dossiers whose computed level is less likely than the"
                      + " policy wants.")
          List<String> doubtful,
      List<OutcomeView> outcomes,
      @Schema(description = "Version of the engine.") String engine,
      @Schema(description = "SHA-256 of the framework.") String frameworkHash,
      @Schema(description = "SHA-256 of the rating policy.") String policyHash,
      @Schema(
              description =
                  "SHA-256 over the marks hashes of all dossiers; absent for callers who may not"
                      + " see all of them.")
          @Nullable String marksHash,
      @Schema(description = "SHA-256 of the sealed results; absent when nothing was sealed.")
          @Nullable String sealHash) {}
}
