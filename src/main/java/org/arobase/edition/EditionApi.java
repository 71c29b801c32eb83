package org.arobase.edition;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.arobase.access.Phase;
import org.arobase.edition.policy.RatingPolicy;
import org.arobase.identity.Caller;
import org.arobase.identity.Roles;
import org.arobase.platform.http.HasETag;
import org.arobase.platform.http.HasLocation;
import org.arobase.platform.language.Typed;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The records of the editions' API. */
public final class EditionApi {
  /** The most dossiers that a caller can confirm at once. */
  public static final int MOST_CONFIRMED = 40_000;

  private EditionApi() {}

  /** An edition to make. */
  @Schema(name = "NewEdition", description = "An edition to make.")
  public record New(
      @Min(1999) @Max(2999) @Schema(examples = "2027") int year,
      @Min(1) @Schema(examples = "28") int number,
      @NotBlank @Size(max = 200) @Pattern(regexp = Typed.LINE) String name,
      @NotBlank @Schema(description = "Id of a framework.") String framework,
      @NotNull @Schema(description = "The day on which the age of initiatives is measured.")
          LocalDate referenceDate,
      @NotNull @Valid RatingPolicy policy) {}

  /** The fields of an edition that can be changed. */
  @Schema(
      name = "EditionChange",
      description = "The fields of an edition that can be changed. Absent fields stay as they are.")
  public record Change(
      @Size(min = 1, max = 200) @Pattern(regexp = Typed.LINE) @Nullable String name,
      @Schema(
              description =
                  "The day on which the age of initiatives is measured. It can change in DRAFT and"
                      + " OPEN only.")
          @Nullable LocalDate referenceDate,
      @Schema(description = "Deadline for jurors to submit.") @Nullable Instant evaluationEndsAt) {}

  /** A step to the next phase, or one phase back. */
  @Schema(name = "PhaseStep", description = "A step to the next phase, or one phase back.")
  public record Step(
      @NotNull Phase to,
      @Size(max = 2000)
          @Schema(description = "Required for a step back. Do not name a dossier or a juror in it.")
          @Nullable String reason,
      @Size(max = MOST_CONFIRMED)
          @Schema(
              description =
                  "Codes of the dossiers that may be judged on fewer sheets than were assigned. A"
                      + " refused step lists those to name here, as `fewer-sheets`.")
          @Nullable Set<@NotNull @Size(max = 9) String> confirmed) {
    public Step {
      confirmed = confirmed == null ? Set.of() : confirmed;
    }
  }

  /** An edition. */
  @Schema(name = "Edition", description = "A year's edition.")
  public record View(
      @Schema(examples = "2020") int year,
      @Schema(examples = "21") int number,
      String name,
      Phase phase,
      @Schema(
              description =
                  "The reason of the last phase step, if one was given. Only secretariat and"
                      + " president see it.")
          @Nullable String phaseReason,
      @Schema(description = "Id of its framework.") String framework,
      @Schema(description = "SHA-256 of the framework.") String frameworkHash,
      @Schema(description = "SHA-256 of the rating policy.") String policyHash,
      @Schema(description = "The day on which the age of initiatives is measured.")
          LocalDate referenceDate,
      @Schema(description = "Deadline for jurors to submit.") @Nullable Instant evaluationEndsAt,
      @Schema(description = "When the edition entered its phase.") @Nullable Instant phaseSince,
      @Schema(hidden = true) @JsonIgnore int version)
      implements HasETag, HasLocation {
    static View from(Edition e, Caller caller) {
      boolean told = caller.is(Roles.SECRETARIAT) || caller.is(Roles.PRESIDENT);
      return new View(
          e.year,
          e.number,
          e.name,
          e.phase,
          told ? e.phaseReason : null,
          e.framework.id,
          e.framework.contentHash,
          e.policyHash,
          e.referenceDate,
          e.evaluationEndsAt,
          e.phaseSince,
          e.version);
    }

    @Override
    public String tag() {
      return String.valueOf(version);
    }

    @Override
    public String location() {
      return "editions/" + year;
    }
  }

  /** A rating policy with its hash. */
  @Schema(name = "EditionPolicy", description = "The rating policy of an edition.")
  public record PolicyView(
      RatingPolicy policy,
      @Schema(description = "SHA-256 of the policy's canonical JSON.") String contentHash,
      @Schema(hidden = true) @JsonIgnore int version)
      implements HasETag {
    static PolicyView from(Edition e) {
      return new PolicyView(e.policy(), e.policyHash, e.version);
    }

    @Override
    public String tag() {
      return String.valueOf(version);
    }
  }
}
