package org.arobase.scoresheet.mailing;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A mail to a member of the jury; its key is why it is not written twice. */
@Entity
@Table(name = "mail")
@IdClass(JuryMail.Key.class)
class JuryMail extends PanacheEntityBase {
  private static final Duration STUCK = Duration.ofHours(1);

  /** What a mail is about. */
  enum Kind {
    INVITATION,
    REMINDER
  }

  /** How far a mail is. */
  enum State {
    WAITING,
    /** Claimed by a server; one that died meanwhile may have sent it or not. */
    SENDING,
    SENT,
    /** The mail server was not there or refused it: it can be ordered again. */
    FAILED
  }

  @Id int editionYear;
  @Id Long jurorId;

  @Id
  @Enumerated(EnumType.STRING)
  Kind kind;

  @Id String occasion;

  @Column(nullable = false)
  String address;

  @Column(nullable = false)
  String subject;

  @Column(nullable = false, columnDefinition = "text")
  String body;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  State state;

  /** Names the order that it is written for. */
  @Column(nullable = false)
  String ordered;

  @Column(nullable = false)
  Instant writtenAt;

  /** Since when somebody has been sending it. */
  @Nullable Instant claimedAt;

  @Nullable Instant sentAt;

  /** The key. */
  record Key(int editionYear, Long jurorId, Kind kind, String occasion) {}

  /**
   * Keeps the edition's mails as they are until the transaction ends. To be called before anything
   * is read without a lock: whoever sends one meanwhile would else have changed what an upsert has
   * seen. The first orders of two editions may break each other, and are tried again.
   */
  static void hold(int year) {
    getEntityManager()
        .createNativeQuery("select juror_id from mail where edition_year = :year for update")
        .setParameter("year", year)
        .getResultList();
  }

  /**
   * Writes a mail down, if there is none with its key, or one that was not sent: whoever sends it
   * claims it first, so that it is sent once all the same.
   *
   * @param stuckToo also one that has been SENDING for an hour, of which nobody knows
   * @return whether it waits to be sent now
   */
  static boolean write(
      Key key, String address, String subject, String body, Instant now, boolean stuckToo) {
    // how many rows an upsert changed is told in too many ways: whose order it is, in one
    String order = UUID.randomUUID().toString();
    getEntityManager()
        .createNativeQuery(
            "insert into mail (edition_year, juror_id, kind, occasion, address, subject, body,"
                + " state, ordered, written_at) values (:year, :juror, :kind, :occasion, :address,"
                + " :subject, :body, 'WAITING', :order, :now) on duplicate key update"
                + " ordered = if(state in ('FAILED', 'WAITING')"
                + " or (:stuck and state = 'SENDING' and claimed_at < :hourAgo), :order, ordered),"
                + " address = if(ordered = :order, :address, address),"
                + " subject = if(ordered = :order, :subject, subject),"
                + " body = if(ordered = :order, :body, body),"
                + " written_at = if(ordered = :order, :now, written_at),"
                + " state = if(ordered = :order, 'WAITING', state)")
        .setParameter("year", key.editionYear())
        .setParameter("juror", key.jurorId())
        .setParameter("kind", key.kind().name())
        .setParameter("occasion", key.occasion())
        .setParameter("address", address)
        .setParameter("subject", subject)
        .setParameter("body", body)
        .setParameter("order", order)
        .setParameter("now", now)
        .setParameter("stuck", stuckToo)
        .setParameter("hourAgo", now.minus(STUCK))
        .executeUpdate();
    return count(
            "editionYear = ?1 and jurorId = ?2 and kind = ?3 and occasion = ?4 and ordered = ?5",
            key.editionYear(),
            key.jurorId(),
            key.kind(),
            key.occasion(),
            order)
        > 0;
  }

  /**
   * Takes a waiting mail to send it; of several who try one alone gets it. In a transaction in
   * which nothing was read, it waits for whoever holds the mails instead of breaking.
   */
  static boolean claim(Key key, Instant now) {
    return change(
        key, State.WAITING, "state = ?6, sentAt = null, claimedAt = ?7", State.SENDING, now);
  }

  /** Says what became of a claimed mail. */
  static boolean end(Key key, State state, @Nullable Instant sentAt) {
    return change(key, State.SENDING, "state = ?6, sentAt = ?7", state, sentAt);
  }

  private static boolean change(
      Key key, State from, String change, State to, @Nullable Instant at) {
    return update(
            change
                + " where editionYear = ?1 and jurorId = ?2 and kind = ?3 and occasion = ?4"
                + " and state = ?5",
            key.editionYear(),
            key.jurorId(),
            key.kind(),
            key.occasion(),
            from,
            to,
            at)
        == 1;
  }

  /** An edition's mails with the ids of the jurors, the newest occasion first. */
  static List<Object[]> all(int year) {
    return getEntityManager()
        .createQuery(
            "select m, j.handle from JuryMail m join Juror j on j.id = m.jurorId"
                + " where m.editionYear = :year order by m.writtenAt desc, j.handle, m.kind",
            Object[].class)
        .setParameter("year", year)
        .getResultList();
  }
}
