package org.arobase.jury;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.LockModeType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.arobase.authority.LocalAuthority;
import org.arobase.edition.Edition;
import org.arobase.platform.database.Stored;
import org.arobase.platform.problem.Problem;
import org.arobase.platform.problem.Refusal;

/** A member of an edition's jury: a juror, the president or the vice-president. */
@Entity
public class Juror extends Stored {

  /** What a member is in the jury. */
  public enum Office {
    MEMBER,
    PRESIDENT,
    VICE_PRESIDENT
  }

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "edition_year")
  public Edition edition;

  /** Its id in the edition's addresses. */
  @Column(nullable = false)
  public String handle;

  /** The name that its token carries. */
  @Column(nullable = false)
  public String username;

  /** The name that people read. */
  @Column(nullable = false)
  public String name;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  public Office office = Office.MEMBER;

  /** The authority it works for or is elected in; null when none is known. */
  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "affiliation")
  public LocalAuthority affiliation;

  /** When it left the jury; null while it is in it. */
  public Instant withdrawnAt;

  @Column(columnDefinition = "text")
  public String withdrawalReason;

  @Version public int version;

  protected Juror() {}

  public Juror(Edition edition, String handle, String username, String name) {
    this.edition = edition;
    this.handle = handle;
    this.username = username;
    this.name = name;
  }

  /** The member of this edition's jury who signs in with this name, also one who has left. */
  public static Optional<Juror> ofUser(int year, String username) {
    return find("edition.year = ?1 and username = ?2", year, username).firstResultOptional();
  }

  /** The juror with this id, or 404. */
  public static Juror required(int year, String handle) {
    return present(find("edition.year = ?1 and handle = ?2", year, handle), year, handle);
  }

  /** The same, locked until the transaction ends. */
  public static Juror locked(int year, String handle) {
    return present(
        Juror.<Juror>find("edition.year = ?1 and handle = ?2", year, handle)
            .withLock(LockModeType.PESSIMISTIC_WRITE),
        year,
        handle);
  }

  private static Juror present(PanacheQuery<Juror> found, int year, String handle) {
    return found
        .firstResultOptional()
        .orElseThrow(() -> new Refusal(Problem.JUROR_NOT_FOUND, handle, String.valueOf(year)));
  }

  /** An edition's jury by id. */
  static List<Juror> all(int year) {
    return list(
        "from Juror j left join fetch j.affiliation where j.edition.year = ?1 order by j.handle",
        year);
  }
}
