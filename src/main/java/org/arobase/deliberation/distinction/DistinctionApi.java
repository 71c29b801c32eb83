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
   * @param title title of a special mention; null for the other kinds
   * @param untilYear the last year of an EXCELLENCE; null for the policy's default and for the
   *     other kinds
   */
  @Schema(name = "Distinction", description = "A distinction in addition to the level.")
  public record Given(
      @NotNull Kind kind,
      @Nullable
          @Size(max = 120)
          @Pattern(regexp = Typed.LINE)
          @Schema(
              description = "Title of a special mention; absent for the other kinds.",
              examples = "Mention médiation numérique")
          String title,
      @Nullable @Schema(description = "Last year of EXCELLENCE; absent: the policy’s default.")
          Integer untilYear,
      @NotBlank @Size(max = 4000) String reason) {

    /** The API record of a stored distinction. */
    public static Given of(Distinction d) {
      return new Given(d.kind, Typed.orNull(d.title), d.untilYear, d.reason);
    }

    /** The title without surrounding spaces; empty when there is none. */
    public String titleOrNone() {
      return Objects.requireNonNullElse(title, "").strip();
    }
  }

  /** All distinctions that a dossier is to have; they replace the present ones. */
  @Schema(name = "Distinctions", description = "All distinctions that a dossier is to have.")
  public record Replacement(@NotNull @Size(max = 20) List<@NotNull @Valid Given> distinctions) {}

  /** A distinction proposed from the label's history or from the marks. */
  @Schema(
      name = "Proposal",
      description =
          "A distinction that the policy proposes from the label’s history or from the marks.")
  public record Proposal(
      Kind kind,
      @Schema(description = "For EXCELLENCE: the years with 5 @, including this one.")
          List<Integer> years,
      @Schema(description = "For GREEN_AT: the score of the issue, 0 to 1.")
          @Nullable BigDecimal score) {}

  /** A dossier with its distinctions. */
  @Schema(
      name = "DossierDistinctions",
      description = "The distinctions of a dossier, given and proposed.")
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
