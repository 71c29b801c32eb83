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

  @Schema(name = "Seal", description = "A sealed version of the results.")
  record View(
      @Schema(examples = "2020") int edition,
      @Schema(description = "1 at finalisation, one more with each correction.", examples = "1")
          int version,
      @Schema(description = "SHA-256 of the canonical JSON.") String contentHash,
      @Schema(description = "Why there is a new version; empty for the first.") String reason,
      String sealedBy,
      Instant sealedAt) {
    static View of(Seal s) {
      return new View(s.editionYear, s.version, s.contentHash, s.reason, s.sealedBy, s.sealedAt);
    }
  }

  @Schema(
      name = "SealContent",
      description =
          "The content of a version. Callers who are recused from a dossier get it without that"
              + " dossier and without the hashed text.")
  record ContentView(
      View seal,
      SealedResults results,
      @Schema(description = "The canonical JSON (RFC 8785) hashed in `contentHash`.")
          @Nullable String content)
      implements HasETag {
    @Override
    public String tag() {
      return Canonical.hash(Canonical.json(this));
    }
  }

  @Schema(
      name = "SealDifference",
      description = "A difference between the seal and the present database.")
  record Difference(
      @Schema(description = "Code of the dossier; absent for the edition.", examples = "78138")
          @Nullable String dossier,
      @Schema(
              description = "The property that differs, or the table that contradicts the seal.",
              examples = "marksHash")
          String what,
      @Nullable String sealed,
      @Nullable String now) {}

  @Schema(
      name = "SealVerification",
      description = "A seal compared with the results recomputed from the database.")
  record Verification(
      @Schema(examples = "2020") int edition,
      @Schema(examples = "1") int version,
      @Schema(description = "Whether the recomputed bytes are equal and nothing contradicts them.")
          boolean same,
      @Schema(description = "The sealed SHA-256.") String sealedHash,
      @Schema(description = "SHA-256 recomputed now; absent if some dossiers are hidden.")
          @Nullable String recomputedHash,
      @Schema(description = "Only for dossiers that the caller may see.")
          List<Difference> differences) {}
}
