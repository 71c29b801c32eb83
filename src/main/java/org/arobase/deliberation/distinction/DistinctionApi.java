package org.arobase.deliberation.distinction;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.arobase.deliberation.distinction.Distinction.Kind;
import org.arobase.platform.http.HasETag;
import org.arobase.platform.language.Typed;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The records of the distinctions' API. */
public final class DistinctionApi {
  private DistinctionApi() {}

  /**
   * A distinction.
   *
   * @param title of a special mention; of the others none
   * @param untilYear the last year of EXCELLENCE; given by policy where nobody says another
   */
  @Schema(name = "Distinction", description = "What a dossier gets beside its level.")
  public record Given(
      @NotNull Kind kind,
      @Nullable
          @Size(max = 120)
          @Pattern(regexp = Typed.PRINTABLE)
          @Schema(
              description = "Of a special mention; the others have none.",
              examples = "Mention médiation numérique")
          String title,
      @Nullable @Schema(description = "The last year of EXCELLENCE; absent: as policy says.")
          Integer untilYear,
      @NotBlank @Size(max = 4000) String reason) {

    /** As it stands in the database. */
    public static Given of(Distinction d) {
      return new Given(d.kind, Typed.orNull(d.title), d.untilYear, d.reason);
    }

    /** The title, or nothing. */
    public String titleOrNone() {
      return Objects.requireNonNullElse(title, "").strip();
    }
  }

  /** Everything that a dossier is to get beside its level. */
  @Schema(name = "Distinctions", description = "All that a dossier gets beside its level.")
  public record Replacement(@NotNull @Size(max = 20) List<@NotNull @Valid Given> distinctions) {}

  /** What history or marks propose. */
  @Schema(
      name = "Proposal",
      description = "What policy proposes from the label's history or from the marks.")
  public record Proposal(
      Kind kind,
      @Schema(description = "Of EXCELLENCE: the years with 5 @, this one included.")
          List<Integer> years,
      @Schema(description = "Of GREEN_AT: the score of the issue, 0 to 1.")
          @Nullable BigDecimal score) {}

  /** A dossier with its distinctions. */
  @Schema(
      name = "DossierDistinctions",
      description = "What a dossier gets beside its level, and what is proposed.")
  public record View(
      @Schema(description = "Code of the dossier.", examples = "78138") String dossier,
      @Schema(examples = "Chanteloup-les-Vignes") String name,
      List<Given> distinctions,
      List<Proposal> proposals,
      @Schema(hidden = true) @JsonIgnore int version)
      implements HasETag {
    @Override
    public String tag() {
      return String.valueOf(version);
    }
  }
}
