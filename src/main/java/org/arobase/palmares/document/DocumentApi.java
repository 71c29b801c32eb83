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
      @Schema(description = "SHA-256 of what is signed.") String documentHash,
      @Schema(description = "Thumbprint of the key that it is signed with.") String signingKey,
      @Schema(description = "Why there is another version; empty of the first.") String reason,
      @Schema(description = "What is not as in the version before.") List<Change> changes,
      @Schema(description = "The version that stands in its place now; absent while it stands.")
          @Nullable Integer supersededBy,
      @Schema(
              description =
                  "True: nothing was written, and its time and hash are not what will be.")
          @Nullable Boolean dryRun) {
    /** The same as something that was only tried. */
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
