package org.arobase.audit.sealing;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.List;
import org.arobase.audit.AuditEvent;

/** The position in the tree that an event gets when it is sealed. */
@Entity
public class AuditLeaf extends PanacheEntityBase {
  /** From 0, without gaps. */
  @Id public Long position;

  @Column(nullable = false)
  public Long eventId;

  @Column(nullable = false)
  public String leafHash;

  protected AuditLeaf() {}

  AuditLeaf(long position, AuditEvent event) {
    this.position = position;
    this.eventId = event.id;
    this.leafHash = event.leafHash();
  }

  /** The highest number of a sealed event; 0 when there is none. */
  static long newestEvent() {
    return getEntityManager()
        .createQuery("select coalesce(max(l.eventId), 0) from AuditLeaf l", Long.class)
        .getSingleResult();
  }

  /** The leaf hashes from position {@code from} to before position {@code to}, in order. */
  public static List<String> hashes(long from, long to) {
    return getEntityManager()
        .createQuery(
            "select l.leafHash from AuditLeaf l where l.position >= :from and l.position < :to"
                + " order by l.position",
            String.class)
        .setParameter("from", from)
        .setParameter("to", to)
        .getResultList();
  }
}
