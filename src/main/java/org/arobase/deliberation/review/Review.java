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
import org.arobase.audit.PartOfRecorded;
import org.arobase.jury.Juror;
import org.arobase.platform.database.ByKey;
import org.jspecify.annotations.Nullable;

/**
 * Where a dossier is on its way to what the jury says of it together. Before its first change it
 * exists only as {@link #blank}.
 */
@Entity
class Review extends PanacheEntityBase implements PartOfRecorded {

  /** A stage of the way. */
  enum Stage {
    /** Each juror by itself. */
    INDIVIDUAL,
    /** The dossier's jurors agree on a statement, or say where they do not. */
    CONSENSUS,
    /** The whole jury looks at the statement. */
    PANEL
  }

  /** The inner number of its dossier: there cannot be two. */
  @Id Long dossierId;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  Stage stage = Stage.INDIVIDUAL;

  /** Who writes the statement; null: nobody yet. */
  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "rapporteur_id")
  @Nullable Juror rapporteur;

  @Column(nullable = false, columnDefinition = "text")
  String statement = "";

  /** The level that it proposes, 0 to 5; null: none. */
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

  /** Counts its changes: 0 before the first one. */
  int number() {
    return isBlank() ? 0 : version + 1;
  }

  boolean isBlank() {
    return changedBy.isEmpty();
  }

  /** An edition's reviews by the dossiers' inner numbers; those that are blank are not in it. */
  static Map<Long, Review> all(int year) {
    return Review.<Review>list(
            "from Review r left join fetch r.rapporteur where r.dossierId in"
                + " (select d.id from Dossier d where d.edition.year = ?1)",
            year)
        .stream()
        .collect(Collectors.toMap(r -> r.dossierId, Function.identity()));
  }
}
