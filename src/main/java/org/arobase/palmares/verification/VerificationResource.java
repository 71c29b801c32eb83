package org.arobase.palmares.verification;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.arobase.platform.problem.Refuses;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The verification of texts that claim to be published here. */
@Path("/palmares/verification")
@Tag(name = "Palmarès", description = "The published list.")
public class VerificationResource {
  private final VerificationService verification;

  VerificationResource(VerificationService verification) {
    this.verification = verification;
  }

  /** Verifies a signed text. */
  @POST
  @Operation(
      operationId = "verifyPublished",
      summary = "Verify a palmarès or a label: signature, key, proof, and whether it still stands",
      description =
          "An invalid text gets an answer, not an error: each check says what it found. The"
              + " verifier in `src/verifier` does the same without this server. The request changes"
              + " nothing, so it takes no Idempotency-Key.")
  @Refuses("record-contradicted")
  public VerificationApi.Result verify(@NotNull @Valid VerificationApi.ToVerify given) {
    return verification.verify(given.signed());
  }
}
