package org.arobase.palmares.document;

import java.time.Instant;
import java.util.List;
import org.arobase.palmares.document.PalmaresDocument.Change;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The records of the documents' API. */
public final class DocumentApi {
  private DocumentApi() {}

  /** A version of a palmarès. */
  @Schema(name = "PalmaresVersion", description = "A published version of a palmarès.")
  public record Version(
      @Schema(examples = "2020") int year,
      @Schema(examples = "1") int version,
      Instant publishedAt,
      @Schema(description = "SHA-256 of the signed content.") String documentHash,
      @Schema(description = "Thumbprint of the signing key.") String signingKey,
      @Schema(description = "Why there is a new version; empty for the first.") String reason,
      @Schema(description = "The differences from the version before.") List<Change> changes,
      @Schema(description = "The newest version, when it replaces this one; absent otherwise.")
          @Nullable Integer supersededBy,
      @Schema(description = "True when nothing was written and time and hash are provisional.")
          @Nullable Boolean dryRun) {
    /** This version marked as a dry run. */
    public Version tried() {
      return new Version(
          year, version, publishedAt, documentHash, signingKey, reason, changes, null, true);
    }

    /**
     * The view of a document.
     *
     * @param newest the newest version of its edition
     */
    public static Version of(PublishedDocument d, int newest) {
      return new Version(
          d.editionYear,
          d.version,
          d.publishedAt,
          d.documentHash,
          d.signingKey,
          d.document().reason(),
          d.document().changes(),
          d.version < newest ? newest : null,
          null);
    }
  }
}
