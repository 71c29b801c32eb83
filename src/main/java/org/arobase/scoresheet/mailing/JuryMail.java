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
import org.arobase.platform.canonical.Canonical;
import org.arobase.platform.secrets.ServerKey;
import org.jspecify.annotations.Nullable;

/** A mail to a member of the jury. The key prevents the same mail from being written twice. */
@Entity
@Table(name = "mail")
@IdClass(JuryMail.Key.class)
class JuryMail extends PanacheEntityBase {
  private static final Duration STUCK = Duration.ofHours(1);

  /** Why a mail is sent. */
  enum Kind {
    INVITATION,
    REMINDER
  }

  /** The delivery state of a mail. */
  enum State {
    WAITING,
    /** Claimed by a server. If that server died, the mail may or may not have been sent. */
    SENDING,
    SENT,
    /** The mail server was unreachable or refused the mail: it can be ordered again. */
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

  /** Id of the order that the mail was last written for. */
  @Column(nullable = false)
  String ordered;

  @Column(nullable = false)
  Instant writtenAt;

  /** When a server claimed the mail for sending; null before. */
  @Nullable Instant claimedAt;

  @Nullable Instant sentAt;

  /** Signature of the key, the address and the text, so that SQL alone can send nothing. */
  @Column(nullable = false)
  String mac;

  /** The primary key of a mail. */
  record Key(int editionYear, Long jurorId, Kind kind, String occasion) {}

  /** What is sent, and to whom. */
  record Content(String address, String subject, String body) {
    private String mac(Key key, ServerKey server) {
      return server.mac("mail", Canonical.json(List.of(key, this)));
    }
  }

  /** Whether this server, or another one with its key, wrote it so. */
  boolean isSigned(ServerKey server) {
    Key key = new Key(editionYear, jurorId, kind, occasion);
    return mac.equals(new Content(address, subject, body).mac(key, server));
  }

  /**
   * Locks the edition's mails until the transaction ends. Call it before any read without a lock:
   * otherwise a sender could change rows after this transaction has read them and before its
   * upsert. The first orders of two editions may deadlock; they are tried again.
   */
  static void hold(int year) {
    getEntityManager()
        .createNativeQuery("select juror_id from mail where edition_year = :year for update")
        .setParameter("year", year)
        .getResultList();
  }

  /**
   * Stores a mail to be sent, unless one with this key was sent to this address or is being sent.
   * The sender claims it first, so that it is sent only once.
   *
   * @param stuckToo whether to replace also a mail that has been SENDING for more than an hour;
   *     nobody knows whether it was sent
   * @return whether the mail was stored and waits to be sent
   */
  static boolean write(Key key, Content content, Instant now, boolean stuckToo, ServerKey server) {
    // databases and drivers count the rows of an upsert differently; the order id is reliable
    String order = UUID.randomUUID().toString();
    getEntityManager()
        .createNativeQuery(
            "insert into mail (edition_year, juror_id, kind, occasion, address, subject, body, mac,"
                + " state, ordered, written_at) values (:year, :juror, :kind, :occasion, :address,"
                + " :subject, :body, :mac, 'WAITING', :order, :now) on duplicate key update"
                + " ordered = if(state in ('FAILED', 'WAITING')"
                + " or (state = 'SENT' and address <> :address)"
                + " or (:stuck and state = 'SENDING' and claimed_at < :hourAgo), :order, ordered),"
                + " address = if(ordered = :order, :address, address),"
                + " subject = if(ordered = :order, :subject, subject),"
                + " body = if(ordered = :order, :body, body),"
                + " mac = if(ordered = :order, :mac, mac),"
                + " written_at = if(ordered = :order, :now, written_at),"
                + " state = if(ordered = :order, 'WAITING', state)")
        .setParameter("year", key.editionYear())
        .setParameter("juror", key.jurorId())
        .setParameter("kind", key.kind().name())
        .setParameter("occasion", key.occasion())
        .setParameter("address", content.address())
        .setParameter("subject", content.subject())
        .setParameter("body", content.body())
        .setParameter("mac", content.mac(key, server))
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
   * Claims a waiting mail before it is sent; of several senders only one succeeds. In a transaction
   * that has read nothing before, it waits for {@link #hold} instead of failing.
   *
   * @return whether this call has claimed the mail
   */
  static boolean claim(Key key, Instant now) {
    return change(
        key, State.WAITING, "state = ?6, sentAt = null, claimedAt = ?7", State.SENDING, now);
  }

  /**
   * Stores the outcome of a claimed mail.
   *
   * @return whether the mail was SENDING
   */
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

  /** A mail, and the id of the juror it is written to. */
  record Addressed(JuryMail mail, String juror) {}

  /** An edition's mails, newest first; with the id of the juror. */
  static List<Addressed> all(int year) {
    return getEntityManager()
        .createQuery(
            "select m, j.handle from JuryMail m join Juror j on j.id = m.jurorId"
                + " where m.editionYear = :year order by m.writtenAt desc, j.handle, m.kind",
            Addressed.class)
        .setParameter("year", year)
        .getResultList();
  }
}
