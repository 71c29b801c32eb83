package org.arobase.palmares.verification;

import jakarta.validation.constraints.NotBlank;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The records of the verification's API. */
public final class VerificationApi {
  private VerificationApi() {}

  @Schema(name = "ToVerify", description = "A text that claims to be published here.")
  record ToVerify(
      @NotBlank
          @Schema(
              description = "A palmarès or a label as it was published: a compact JWS.",
              examples = "eyJhbGciOiJFZERTQSJ9.e30.AA")
          String signed) {}

  /** The kind of the verified text. */
  enum Kind {
    DOCUMENT,
    LABEL,
    UNKNOWN
  }

  /** The checks; each is made only if the one before passed. */
  enum Check {
    /** It is a compact JWS in canonical form. */
    FORM,
    /** One of our keys has signed it. */
    SIGNATURE,
    /** That key was not revoked. */
    KEY,
    /** It equals the stored document, or a stored label. */
    PUBLISHED,
    /** For a label: its proof leads to the root of the document that it names. */
    INCLUSION
  }

  @Schema(name = "VerificationCheck", description = "The result of one check.")
  record Outcome(Check check, boolean passed, String text) {}

  @Schema(
      name = "PalmaresVerification",
      description =
          "Whether a text was published here unchanged. A later version can supersede a valid"
              + " text.")
  public record Result(
      boolean valid,
      Kind kind,
      @Schema(description = "The edition.", examples = "2020") @Nullable Integer year,
      @Schema(examples = "1") @Nullable Integer version,
      @Schema(description = "For a label: code of the authority.", examples = "78138")
          @Nullable String code,
      @Schema(examples = "Chanteloup-les-Vignes") @Nullable String name,
      @Schema(description = "For a label: 0 to 5 @.") @Nullable Integer level,
      @Schema(description = "The key that has signed it.") @Nullable String keyId,
      @Schema(description = "The newest version, when it replaces this one; absent otherwise.")
          @Nullable Integer supersededBy,
      @Schema(
              description =
                  "For a label: whether all later versions have it unchanged. False when a"
                      + " correction changed it.")
          @Nullable Boolean stands,
      List<Outcome> checks) {}
}
