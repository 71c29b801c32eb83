package org.arobase.deliberation.review;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.List;
import org.arobase.audit.Recorded;
import org.arobase.jury.Juror;
import org.arobase.platform.database.BaseEntity;

/** A juror's opinion on one version of a statement. */
@Entity
class ReviewVoice extends BaseEntity implements Recorded.Part {
  @Column(nullable = false)
  Long dossierId;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "juror_id")
  Juror juror;

  @Column(nullable = false)
  int reviewVersion;

  @Column(nullable = false)
  boolean agrees;

  @Column(nullable = false, columnDefinition = "text")
  String remark;

  @Column(nullable = false)
  Instant givenAt;

  /** All voices of an edition, oldest first. */
  static List<ReviewVoice> all(int year) {
    return list(
        "from ReviewVoice v join fetch v.juror j where j.edition.year = ?1 order by v.givenAt, v.id",
        year);
  }

  /** All voices on a dossier, oldest first. */
  static List<ReviewVoice> on(Long dossier) {
    return list(
        "from ReviewVoice v join fetch v.juror where v.dossierId = ?1 order by v.givenAt, v.id",
        dossier);
  }
}
