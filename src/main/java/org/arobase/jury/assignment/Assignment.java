package org.arobase.jury.assignment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.util.List;
import java.util.Optional;
import org.arobase.audit.Recorded;
import org.arobase.audit.StateSource;
import org.arobase.dossier.Dossier;
import org.arobase.edition.Edition;
import org.arobase.jury.Juror;
import org.arobase.platform.database.BaseEntity;
import org.jspecify.annotations.Nullable;

/**
 * A dossier that a juror is to score. An ended assignment is kept, but its score sheet no longer
 * counts.
 */
@Entity
public class Assignment extends BaseEntity implements Recorded {

  /** Why an assignment ended. */
  public enum End {
    RECUSED,
    WITHDRAWN
  }

  /** The purpose of a reading that is not an ordinary one. */
  public enum Purpose {
    /** All jurors read the dossier first, to compare their marks. */
    CALIBRATION,
    /** One more juror reads a dossier that the others do not agree on. */
    SECOND_READING
  }

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "juror_id")
  public Juror juror;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "dossier_id")
  public Dossier dossier;

  /** Why the assignment ended; null while it is in force. */
  @Enumerated(EnumType.STRING)
  @Column(length = 12)
  public End ended;

  /** The purpose of the reading; null: the ordinary reading. */
  @Enumerated(EnumType.STRING)
  @Column(length = 16)
  public @Nullable Purpose purpose;

  /** Whether a plan must leave the assignment as it is. */
  @Column(nullable = false)
  public boolean pinned;

  protected Assignment() {}

  public Assignment(Juror juror, Dossier dossier) {
    this.juror = juror;
    this.dossier = dossier;
  }

  /** The assignment of this dossier to this juror, in force or ended, if there is one. */
  public static Optional<Assignment> everOf(Juror juror, Dossier dossier) {
    return find("juror = ?1 and dossier = ?2", juror, dossier).firstResultOptional();
  }

  /** All assignments of a dossier, in force or ended, with juror, by juror id. */
  public static List<Assignment> ever(Dossier dossier) {
    return list(
        "from Assignment s join fetch s.juror j where s.dossier = ?1 order by j.handle", dossier);
  }

  /**
   * An edition's assignments in force with juror, dossier and authority, by code and juror. The
   * edition is read before: joined, its framework and policy would come with each of thousands.
   */
  public static List<Assignment> all(Edition edition) {
    return list(
        "from Assignment s join fetch s.juror j join fetch s.dossier d join fetch d.authority a"
            + " where d.edition = ?1 and s.ended is null order by a.code, j.handle",
        edition);
  }

  /** The assignments in force of the edition of this year, as {@link #all(Edition)} reads them. */
  public static List<Assignment> all(int year) {
    return all(Edition.required(year));
  }

  /** A user's assignments in force in an edition, with dossier and authority, by code. */
  public static List<Assignment> ofUser(int year, String username) {
    Edition.required(year);
    return list(
        "from Assignment s join fetch s.juror j join fetch s.dossier d join fetch d.authority a"
            + " where d.edition.year = ?1 and j.username = ?2 and s.ended is null order by a.code",
        year,
        username);
  }

  /** A juror's assignments that ended for this reason; null: those in force. */
  public static List<Assignment> of(Juror juror, End ended) {
    return list(
        "from Assignment s join fetch s.dossier d join fetch d.authority"
            + " where s.juror = ?1 and s.ended is not distinct from ?2",
        juror,
        ended);
  }

  @Override
  public StateSource.State recorded() {
    return AssignmentStates.of(this);
  }
}
