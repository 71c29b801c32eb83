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
import org.arobase.audit.PartOfRecorded;
import org.arobase.jury.Juror;
import org.arobase.platform.database.BaseEntity;
import org.jspecify.annotations.Nullable;

/** That a member attends a session, in one way and for one stay. */
@Entity
public class Attendance extends BaseEntity implements PartOfRecorded {

  /** How a member attends. */
  public enum Mode {
    /** In the room. */
    PRESENT,
    /** From elsewhere. */
    REMOTE,
    /** Not at all: another member votes for it. */
    MANDATE
  }

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "session_id")
  public DeliberationSession session;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "juror_id")
  public Juror juror;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  public Mode mode;

  /** Who holds its mandate; null of who attends itself. */
  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "holder_id")
  public @Nullable Juror holder;

  /** When it came, or came back, after the session was opened; null of who was there then. */
  public @Nullable Instant arrivedAt;

  /** When it went, or took its mandate back, before the session was closed; null of who did not. */
  public @Nullable Instant leftAt;

  /** The id of who holds its mandate; null of who attends itself. */
  @Nullable
  public String holderHandle() {
    return holder == null ? null : holder.handle;
  }

  /** Of a session, by the members' ids. */
  static List<Attendance> of(DeliberationSession session) {
    return list(
        "from Attendance t join fetch t.juror j left join fetch t.holder"
            + " where t.session = ?1 order by j.handle, t.id",
        session);
  }

  /** Of all sessions of an edition, by the members' ids. */
  public static List<Attendance> all(int year) {
    return list(
        "from Attendance t join fetch t.session s join fetch t.juror j left join fetch t.holder"
            + " where s.editionYear = ?1 order by j.handle, t.id",
        year);
  }
}
