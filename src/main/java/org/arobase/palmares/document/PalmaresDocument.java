package org.arobase.palmares.document;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.arobase.authority.LocalAuthority;
import org.arobase.deliberation.distinction.Distinction;
import org.arobase.deliberation.seal.SealedResults.DistinctionPart;
import org.arobase.platform.canonical.Canonical;
import org.arobase.platform.language.Typed;
import org.arobase.platform.merkle.MerkleTree;
import org.arobase.platform.problem.Refusal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The published results of an edition: the public part of the sealed ones. Its RFC 8785 canonical
 * JSON is signed.
 *
 * @param format {@link #FORMAT}
 * @param version version of the results: 1, one more with each correction
 * @param resultsHash SHA-256 of the sealed results behind it, which are not public
 * @param supersedes the version before; null for the first
 * @param reason why there is a new version; empty for the first
 * @param changes the differences from the version before
 * @param merkleRoot root of the tree (RFC 6962) over the canonical JSON of each label in order
 * @param labels ordered by code
 */
@Schema(name = "PalmaresDocument", description = "The published results of an edition.")
public record PalmaresDocument(
    String format,
    Issuer issuer,
    EditionPart edition,
    int version,
    Instant publishedAt,
    Instant sealedAt,
    String engine,
    String resultsHash,
    String frameworkHash,
    String policyHash,
    String marksHash,
    @Nullable Superseded supersedes,
    String reason,
    List<Change> changes,
    String merkleRoot,
    List<Label> labels) {
  /** The name that readers recognise the format by. */
  public static final String FORMAT = "arobase-palmares/1";

  /** The publisher. */
  @Schema(name = "DocumentIssuer")
  public record Issuer(String id, String name) {}

  /** The edition. */
  @Schema(name = "DocumentEdition")
  public record EditionPart(int year, int number, String name) {}

  /** The version before. */
  @Schema(name = "DocumentVersion")
  public record Superseded(int version, String documentHash) {}

  /** A corrected label, before and after; null where there is none. */
  @Schema(name = "DocumentChange")
  public record Change(String code, @Nullable Label before, @Nullable Label after, String reason) {}

  /**
   * The label of an authority.
   *
   * @param level 0 to 5 @
   * @param green whether one @ is green
   * @param outOfCompetition whether it took part without being compared
   * @param synthetic made by the sample generator: not a real label
   */
  @Schema(name = "DocumentLabel")
  public record Label(
      String code,
      String name,
      LocalAuthority.Kind kind,
      String department,
      String region,
      String regionName,
      int population,
      String stratum,
      int level,
      boolean green,
      boolean outOfCompetition,
      List<LabelDistinction> distinctions,
      boolean synthetic) {
    private static final int MOST_ATS = 5;

    /** How one of its five @ is shown. */
    public enum At {
      LIT,
      GREEN,
      UNLIT
    }

    /** How its five @ are shown; the green one is the last lit one. */
    public List<At> ats() {
      return IntStream.range(0, MOST_ATS).mapToObj(this::at).toList();
    }

    private At at(int place) {
      if (place >= level) {
        return At.UNLIT;
      }
      return green && place == level - 1 ? At.GREEN : At.LIT;
    }

    /** The hash of its leaf in the Merkle tree. */
    public String leafHash() {
      return MerkleTree.leafHash(Canonical.rfc8785(this));
    }
  }

  /** A distinction in addition to the level. */
  @Schema(name = "LabelDistinction")
  public record LabelDistinction(
      Distinction.Kind kind, @Nullable String title, @Nullable Integer untilYear) {
    /** The public part of a sealed distinction. */
    public static LabelDistinction of(DistinctionPart d) {
      return new LabelDistinction(d.kind(), d.title(), d.untilYear());
    }

    /** The public part of a stored distinction. */
    public static LabelDistinction of(Distinction d) {
      return new LabelDistinction(d.kind, Typed.orNull(d.title), d.untilYear);
    }
  }

  /**
   * The label of an authority.
   *
   * @throws Refusal 404 when it has none in this document
   */
  public Label label(String code) {
    return labels.stream()
        .filter(label -> label.code().equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                new Refusal(DocumentProblem.LABEL_NOT_FOUND, code, String.valueOf(edition.year())));
  }

  static MerkleTree tree(List<Label> labels) {
    return new MerkleTree(labels.stream().map(Label::leafHash).toList());
  }
}
