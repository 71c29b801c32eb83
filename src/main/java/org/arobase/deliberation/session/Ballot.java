package org.arobase.deliberation.session;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.arobase.audit.Recorded;
import org.arobase.jury.Juror;
import org.arobase.platform.database.BaseEntity;

/** A member's vote on a motion. */
@Entity
public class Ballot extends BaseEntity implements Recorded.Part {

  /** How a member can vote. */
  public enum Choice {
    FOR,
    AGAINST,
    ABSTAIN
  }

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "motion_id")
  public Motion motion;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "juror_id")
  public Juror juror;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  public Choice choice;

  /** The user who cast it: the member, or the holder of their mandate. */
  @Column(nullable = false)
  public String castBy;

  @Column(nullable = false)
  public Instant castAt;

  static List<Ballot> on(Motion motion) {
    return list("from Ballot b join fetch b.juror j where b.motion = ?1 order by j.handle", motion);
  }

  static List<Ballot> of(DeliberationSession session) {
    return list(
        "from Ballot b join fetch b.juror j join fetch b.motion m where m.session = ?1"
            + " order by j.handle",
        session);
  }

  /** The ballots on all motions of an edition, ordered by member id. */
  public static List<Ballot> all(int year) {
    return list(
        "from Ballot b join fetch b.juror j join fetch b.motion m"
            + " where m.session.editionYear = ?1 order by j.handle",
        year);
  }

  static Optional<Ballot> of(Motion motion, Juror juror) {
    return find("motion = ?1 and juror = ?2", motion, juror).firstResultOptional();
  }
}
