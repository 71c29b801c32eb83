package org.arobase.palmares.document;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.arobase.audit.Recorded;
import org.arobase.palmares.document.PalmaresDocument.Label;
import org.arobase.palmares.signing.Jws;
import org.arobase.platform.canonical.Canonical;
import org.arobase.platform.database.BaseEntity;
import org.arobase.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** A signed and published version of an edition's results; never changed. */
@Entity
public class PublishedDocument extends BaseEntity implements Recorded.Part {
  @Column(nullable = false)
  public int editionYear;

  @Column(nullable = false)
  public int version;

  /** The compact JWS. */
  @Column(nullable = false, columnDefinition = "longtext")
  public String jws;

  /** SHA-256 of the signed content, the document's canonical JSON. */
  @Column(nullable = false)
  public String documentHash;

  /** The id of the signing key. */
  @Column(nullable = false)
  public String signingKey;

  @Column(nullable = false)
  public Instant publishedAt;

  @Transient private @Nullable PalmaresDocument parsed;

  /** The signed content. */
  public PalmaresDocument document() {
    if (parsed == null) {
      parsed = Canonical.read(Jws.of(jws).orElseThrow().payload(), PalmaresDocument.class);
    }
    return parsed;
  }

  /**
   * The labels that still stand: every later version has them unchanged. A label that was changed
   * and changed back does not stand, because a published revocation cannot be taken back.
   *
   * @param later all versions after this one
   */
  public Set<Label> standing(List<PublishedDocument> later) {
    Set<Label> standing = new HashSet<>(document().labels());
    later.forEach(version -> standing.retainAll(Set.copyOf(version.document().labels())));
    return standing;
  }

  /** The versions after this one, in order. */
  public List<PublishedDocument> later() {
    return list("editionYear = ?1 and version > ?2 order by version", editionYear, version);
  }

  /** An edition's documents by version. */
  public static List<PublishedDocument> all(int year) {
    return list("editionYear = ?1 order by version", year);
  }

  /** The newest document of an edition, if one was published. */
  public static Optional<PublishedDocument> newest(int year) {
    return PublishedDocument.<PublishedDocument>find("editionYear = ?1 order by version desc", year)
        .firstResultOptional();
  }

  /** The newest version number of an edition; null when none was published. */
  public static @Nullable Integer newestVersion(int year) {
    return getEntityManager()
        .createQuery(
            "select max(d.version) from PublishedDocument d where d.editionYear = :year",
            Integer.class)
        .setParameter("year", year)
        .getSingleResult();
  }

  /** The document whose signed bytes have this hash. */
  public static Optional<PublishedDocument> ofHash(String documentHash) {
    return find("documentHash", documentHash).firstResultOptional();
  }

  /**
   * A version of an edition's document.
   *
   * @param version null for the newest
   * @throws Refusal 404 when the edition is not published or has no such version
   */
  public static PublishedDocument required(int year, @Nullable Integer version) {
    Optional<PublishedDocument> found =
        version == null
            ? newest(year)
            : find("editionYear = ?1 and version = ?2", year, version).firstResultOptional();
    if (found.isEmpty() && version != null && newestVersion(year) != null) {
      throw new Refusal(
          DocumentProblem.VERSION_NOT_FOUND, String.valueOf(version), String.valueOf(year));
    }
    return found.orElseThrow(
        () -> new Refusal(DocumentProblem.PALMARES_NOT_FOUND, String.valueOf(year)));
  }
}
