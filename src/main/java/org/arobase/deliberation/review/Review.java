package org.arobase.deliberation.review;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.arobase.audit.Recorded;
import org.arobase.jury.Juror;
import org.arobase.platform.database.ByKey;
import org.jspecify.annotations.Nullable;

/**
 * The stage of a dossier in the jury's joint review, and the statement on it. Before its first
 * change a review exists only as {@link #blank}.
 */
@Entity
class Review extends PanacheEntityBase implements Recorded.Part {

  /** A stage of the review. */
  enum Stage {
    /** Each juror works alone. */
    INDIVIDUAL,
    /** The dossier's jurors agree on a statement, or say where they disagree. */
    CONSENSUS,
    /** The whole jury considers the statement. */
    PANEL
  }

  /** The database id of the dossier; as primary key it allows only one review per dossier. */
  @Id Long dossierId;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  Stage stage = Stage.INDIVIDUAL;

  /** The juror who writes the statement; null when nobody does yet. */
  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "rapporteur_id")
  @Nullable Juror rapporteur;

  @Column(nullable = false, columnDefinition = "text")
  String statement = "";

  /** The level that the statement proposes, 0 to 5; null for none. */
  @Nullable Integer level;

  @Column(nullable = false)
  String changedBy = "";

  @Column(nullable = false)
  Instant changedAt = Instant.EPOCH;

  @Version int version;

  /** The review of a dossier as it is now. */
  static Review of(Long dossier) {
    return ByKey.find(Review.class, dossier).orElseGet(() -> blank(dossier));
  }

  static Review blank(Long dossier) {
    Review blank = new Review();
    blank.dossierId = dossier;
    return blank;
  }

  /** The number of changes; 0 before the first one. */
  int number() {
    return isBlank() ? 0 : version + 1;
  }

  boolean isBlank() {
    return changedBy.isEmpty();
  }

  /** The reviews of an edition by the dossiers' database ids, without blank ones. */
  static Map<Long, Review> all(int year) {
    return Review.<Review>list(
            "from Review r left join fetch r.rapporteur where r.dossierId in"
                + " (select d.id from Dossier d where d.edition.year = ?1)",
            year)
        .stream()
        .collect(Collectors.toMap(r -> r.dossierId, Function.identity()));
  }
}
