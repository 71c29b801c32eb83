package org.arobase.jury;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.util.List;
import java.util.Optional;
import org.arobase.edition.Edition;
import org.arobase.platform.database.Stored;
import org.arobase.platform.problem.Problem;
import org.arobase.platform.problem.Refusal;

/** A member of an edition's jury. */
@Entity
public class Juror extends Stored {
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

  protected Juror() {}

  public Juror(Edition edition, String handle, String username, String name) {
    this.edition = edition;
    this.handle = handle;
    this.username = username;
    this.name = name;
  }

  /** The edition's juror who signs in with this name. */
  public static Optional<Juror> ofUser(int year, String username) {
    return find("edition.year = ?1 and username = ?2", year, username).firstResultOptional();
  }

  /** The juror with this id, or 404. */
  public static Juror required(int year, String handle) {
    return Juror.<Juror>find("edition.year = ?1 and handle = ?2", year, handle)
        .firstResultOptional()
        .orElseThrow(() -> new Refusal(Problem.JUROR_NOT_FOUND, handle, String.valueOf(year)));
  }

  /** An edition's jurors by id. */
  static List<Juror> all(int year) {
    return list("edition.year = ?1 order by handle", year);
  }
}
