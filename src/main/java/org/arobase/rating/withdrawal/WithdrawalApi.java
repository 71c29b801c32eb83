package org.arobase.rating.withdrawal;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.arobase.jury.member.JurorApi.JurorView;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The records of the withdrawal API. */
final class WithdrawalApi {
  private WithdrawalApi() {}

  @Schema(name = "Withdrawal", description = "The reason why a member leaves the jury.")
  record New(@NotBlank @Size(max = 2000) String reason) {}

  @Schema(
      name = "WithdrawalEffect",
      description =
          "The effect of a withdrawal on a dossier; scores and levels only for callers who may see"
              + " them.")
  record Effect(
      @Schema(description = "Code of the dossier.", examples = "78138") String dossier,
      @Schema(examples = "Chanteloup-les-Vignes") String name,
      @Schema(description = "Submitted sheets that remain.") int submitted,
      @Schema(description = "Submitted sheets that the dossier needs.") int quorum,
      @Nullable BigDecimal scoreBefore,
      @Nullable BigDecimal scoreAfter,
      @Nullable Integer levelBefore,
      @Nullable Integer levelAfter) {}

  @Schema(name = "WithdrawalResult", description = "The result of a withdrawal or of a dry run.")
  record Result(
      @Schema(description = "True: nothing was written.") boolean dryRun,
      JurorView juror,
      List<Effect> effects) {}
}
