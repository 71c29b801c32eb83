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
   * The correction of one dossier.
   *
   * @param level the new level, 0 to 5; null to keep it
   * @param distinctions the complete new list; null to keep the present one
   */
  @Schema(
      name = "DossierCorrection",
      description = "The correction of one dossier: its level, its distinctions, or both.")
  public record Change(
      @NotBlank @Schema(description = "Code of the dossier.", examples = "78138") String dossier,
      @Nullable @Min(0) @Max(5) @Schema(description = "0 to 5; absent: no change.", examples = "5")
          Integer level,
      @Nullable
          @Size(max = 20)
          @Schema(description = "All distinctions after the correction; absent: no change.")
          List<@NotNull @Valid Given> distinctions,
      @NotBlank @Size(max = 4000) @Schema(description = "Published with the correction.")
          String reason) {}

  /** A correction of published results. */
  @Schema(
      name = "NewCorrection",
      description = "The corrections to published results, and why. The reasons are published too.")
  public record New(
      @NotBlank @Size(max = 4000) String reason,
      @NotNull
          @Size(max = 5000)
          @Schema(description = "Empty to sign the same results again with the present key.")
          List<@NotNull @Valid Change> changes) {}
}
