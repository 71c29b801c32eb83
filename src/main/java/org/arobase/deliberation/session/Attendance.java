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
import org.arobase.audit.Recorded;
import org.arobase.jury.Juror;
import org.arobase.platform.database.BaseEntity;
import org.jspecify.annotations.Nullable;

/** A member's attendance at a session, in one mode and for one stay. */
@Entity
public class Attendance extends BaseEntity implements Recorded.Part {

  /** How a member attends. */
  public enum Mode {
    /** In the room. */
    PRESENT,
    /** From elsewhere. */
    REMOTE,
    /** Absent: another member votes for them. */
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

  /** The member who holds their mandate; null for members who attend themselves. */
  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "holder_id")
  public @Nullable Juror holder;

  /** When they arrived or came back after the opening; null if they were there at the opening. */
  public @Nullable Instant arrivedAt;

  /** When they left or took their mandate back before the closing; null if they did not. */
  public @Nullable Instant leftAt;

  /** The id of the member who holds their mandate; null for members who attend themselves. */
  @Nullable
  public String holderHandle() {
    return holder == null ? null : holder.handle;
  }

  /** The attendance at a session, ordered by member id. */
  static List<Attendance> of(DeliberationSession session) {
    return list(
        "from Attendance t join fetch t.juror j left join fetch t.holder"
            + " where t.session = ?1 order by j.handle, t.id",
        session);
  }

  /** The attendance at all sessions of an edition, ordered by member id. */
  public static List<Attendance> all(int year) {
    return list(
        "from Attendance t join fetch t.session s join fetch t.juror j left join fetch t.holder"
            + " where s.editionYear = ?1 order by j.handle, t.id",
        year);
  }
}
