package org.arobase.deliberation.seal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.arobase.audit.Recorded;
import org.arobase.deliberation.DeliberationProblem;
import org.arobase.platform.canonical.Canonical;
import org.arobase.platform.database.BaseEntity;
import org.arobase.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** A sealed version of an edition's results; never changed. */
@Entity
public class Seal extends BaseEntity implements Recorded.Part {
  @Column(nullable = false)
  public int editionYear;

  /** 1 at finalisation, one more with each correction. */
  @Column(nullable = false)
  public int version;

  /** {@link SealedResults} as RFC 8785 canonical JSON. */
  @Column(nullable = false, columnDefinition = "longtext")
  public String content = "";

  /** SHA-256 of the content. */
  @Column(nullable = false)
  public String contentHash = "";

  /** Why there is a new version; empty for the first. */
  @Column(nullable = false, columnDefinition = "text")
  public String reason = "";

  @Column(nullable = false)
  public String sealedBy;

  @Column(nullable = false)
  public Instant sealedAt;

  /** The sealed results. */
  public SealedResults results() {
    return Canonical.read(content, SealedResults.class);
  }

  /** An edition's seals by version. */
  public static List<Seal> all(int year) {
    return list("editionYear = ?1 order by version", year);
  }

  /** The newest seal of an edition; none for an edition finalised before seals existed. */
  public static Optional<Seal> newest(int year) {
    return Seal.<Seal>find("editionYear = ?1 order by version desc", year).firstResultOptional();
  }

  /** A version, if there is one. */
  public static Optional<Seal> of(int year, int version) {
    return find("editionYear = ?1 and version = ?2", year, version).firstResultOptional();
  }

  /**
   * A version of an edition's results.
   *
   * @param version null for the newest
   * @throws Refusal 404 when there is no such version
   */
  public static Seal required(int year, @Nullable Integer version) {
    return (version == null ? newest(year) : of(year, version))
        .orElseThrow(
            () ->
                new Refusal(
                    DeliberationProblem.SEAL_NOT_FOUND,
                    String.valueOf(Objects.requireNonNullElse(version, 1)),
                    String.valueOf(year)));
  }
}
