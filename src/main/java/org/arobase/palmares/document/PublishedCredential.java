package org.arobase.palmares.document;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.util.List;
import java.util.Optional;
import org.arobase.audit.Recorded;
import org.arobase.platform.database.BaseEntity;
import org.arobase.platform.problem.Refusal;

/** The signed label of an authority in a published document; never changed. */
@Entity
public class PublishedCredential extends BaseEntity implements Recorded.Part {
  @Column(nullable = false)
  public int editionYear;

  @Column(nullable = false)
  public int version;

  /** Code of the authority. */
  @Column(nullable = false)
  public String code;

  /** The compact JWS whose payload is the credential. */
  @Column(nullable = false, columnDefinition = "text")
  public String jwt;

  /** All labels signed with a document. */
  public static List<PublishedCredential> all(PublishedDocument document) {
    return list("editionYear = ?1 and version = ?2", document.editionYear, document.version);
  }

  /**
   * The label of an authority in a document.
   *
   * @throws Refusal 404 when there is none
   */
  static PublishedCredential required(PublishedDocument document, String code) {
    return of(document, code)
        .orElseThrow(
            () ->
                new Refusal(
                    DocumentProblem.LABEL_NOT_FOUND, code, String.valueOf(document.editionYear)));
  }

  /** The label of an authority in a document, if there is one. */
  public static Optional<PublishedCredential> of(PublishedDocument document, String code) {
    return find(
            "editionYear = ?1 and version = ?2 and code = ?3",
            document.editionYear,
            document.version,
            code)
        .firstResultOptional();
  }
}
