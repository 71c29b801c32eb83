package org.arobase.deliberation.seal;

import java.time.Instant;
import java.util.List;
import org.arobase.platform.canonical.Canonical;
import org.arobase.platform.http.HasETag;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The records of the seals' API. */
final class SealApi {
  private SealApi() {}

  @Schema(name = "Seal", description = "A version of the results, sealed.")
  record View(
      @Schema(examples = "2020") int edition,
      @Schema(description = "1 at finalisation, one more with each correction.", examples = "1")
          int version,
      @Schema(description = "SHA-256 of the canonical JSON.") String contentHash,
      @Schema(description = "Why there is another version; empty of the first.") String reason,
      String sealedBy,
      Instant sealedAt) {
    static View of(Seal s) {
      return new View(s.editionYear, s.version, s.contentHash, s.reason, s.sealedBy, s.sealedAt);
    }
  }

  @Schema(
      name = "SealContent",
      description =
          "What a version holds. Who is recused from a dossier gets it without that dossier, and"
              + " without the text that the hash is of.")
  record ContentView(
      View seal,
      SealedResults results,
      @Schema(description = "The canonical JSON (RFC 8785) that `contentHash` is of.")
          @Nullable String content)
      implements HasETag {
    @Override
    public String tag() {
      return Canonical.hash(Canonical.json(this));
    }
  }

  @Schema(
      name = "SealDifference",
      description = "Something that the database says now and the seal does not, or the reverse.")
  record Difference(
      @Schema(description = "Code of the dossier; absent of the edition.", examples = "78138")
          @Nullable String dossier,
      @Schema(
              description = "The property of the sealed results, or the table that contradicts it.",
              examples = "marksHash")
          String what,
      @Nullable String sealed,
      @Nullable String now) {}

  @Schema(
      name = "SealVerification",
      description = "A seal held against what its results are, worked out again from the database.")
  record Verification(
      @Schema(examples = "2020") int edition,
      @Schema(examples = "1") int version,
      @Schema(description = "Whether the same bytes came out, and nothing contradicts them.")
          boolean same,
      @Schema(description = "SHA-256 that was sealed.") String sealedHash,
      @Schema(description = "SHA-256 of what came out now; absent for who may not know all.")
          @Nullable String recomputedHash,
      @Schema(description = "Only of dossiers that the caller may know.")
          List<Difference> differences) {}
}
