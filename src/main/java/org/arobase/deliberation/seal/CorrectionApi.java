package org.arobase.deliberation.seal;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.arobase.deliberation.distinction.DistinctionApi.Given;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The records of the corrections' API. */
public final class CorrectionApi {
  private CorrectionApi() {}

  /**
   * What is put right of one dossier.
   *
   * @param level 0 to 5; null: it stays
   * @param distinctions all of them as they are to be; null: they stay
   */
  @Schema(
      name = "DossierCorrection",
      description = "What is put right of one dossier: its level, its distinctions, or both.")
  public record Change(
      @NotBlank @Schema(description = "Code of the dossier.", examples = "78138") String dossier,
      @Nullable @Min(0) @Max(5) @Schema(description = "0 to 5 @; absent: it stays.", examples = "5")
          Integer level,
      @Nullable
          @Size(max = 20)
          @Schema(description = "All distinctions as they are to be; absent: they stay.")
          List<@NotNull @Valid Given> distinctions,
      @NotBlank @Size(max = 4000) @Schema(description = "Published with it.") String reason) {}

  /** A correction of published results. */
  @Schema(
      name = "NewCorrection",
      description =
          "What is put right in published results, and why. The reasons are published with it.")
  public record New(
      @NotBlank @Size(max = 4000) String reason,
      @NotNull
          @Size(max = 5000)
          @Schema(description = "None: the same results are signed again by the present key.")
          List<@NotNull @Valid Change> changes) {}
}
