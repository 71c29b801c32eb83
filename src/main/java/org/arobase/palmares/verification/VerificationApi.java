package org.arobase.palmares.verification;

import jakarta.validation.constraints.NotBlank;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The records of the verification's API. */
public final class VerificationApi {
  private VerificationApi() {}

  @Schema(name = "ToVerify", description = "Something that claims to be published here.")
  record ToVerify(
      @NotBlank
          @Schema(
              description = "A palmarès or a label as it was published: a compact JWS.",
              examples = "eyJhbGciOiJFZERTQSJ9.e30.AA")
          String signed) {}

  /** What it is. */
  enum Kind {
    DOCUMENT,
    LABEL,
    UNKNOWN
  }

  /** What is looked at, each if the one before passed. */
  enum Check {
    /** It is a compact JWS, written as one is. */
    FORM,
    /** One of our keys has signed it. */
    SIGNATURE,
    /** That key was not revoked. */
    KEY,
    /** It is what was published: the document as it is kept, or a label of it. */
    PUBLISHED,
    /** A label: the proof leads from it to the root of the document that it names. */
    INCLUSION
  }

  @Schema(name = "VerificationCheck", description = "What was looked at.")
  record Outcome(Check check, boolean passed, String text) {}

  @Schema(
      name = "PalmaresVerification",
      description =
          "Whether something was published here as it is. What is valid can be superseded by a later"
              + " version.")
  public record Result(
      boolean valid,
      Kind kind,
      @Schema(description = "The edition.", examples = "2020") @Nullable Integer year,
      @Schema(examples = "1") @Nullable Integer version,
      @Schema(description = "Of a label: code of the authority.", examples = "78138")
          @Nullable String code,
      @Schema(examples = "Chanteloup-les-Vignes") @Nullable String name,
      @Schema(description = "Of a label: 0 to 5 @.") @Nullable Integer level,
      @Schema(description = "The key that has signed it.") @Nullable String keyId,
      @Schema(description = "The version that stands in its place now; absent while it stands.")
          @Nullable Integer supersededBy,
      @Schema(
              description =
                  "Of a label: whether all later versions have it as it is. False: a correction has"
                      + " changed it.")
          @Nullable Boolean stands,
      List<Outcome> checks) {}
}
