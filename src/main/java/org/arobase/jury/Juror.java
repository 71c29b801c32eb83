package org.arobase.jury;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.arobase.audit.Audited;
import org.arobase.audit.Recorded;
import org.arobase.authority.LocalAuthority;
import org.arobase.edition.Edition;
import org.arobase.platform.database.BaseEntity;
import org.arobase.platform.database.Locks;
import org.arobase.platform.database.Versioned;
import org.arobase.platform.problem.Problem;
import org.arobase.platform.problem.Refusal;
import org.arobase.platform.secrets.ServerKey;
import org.jspecify.annotations.Nullable;

/** A member of an edition's jury: a juror, the president or the vice-president. */
@Entity
public class Juror extends BaseEntity implements Recorded, Versioned {

  /** What a member is in the jury. */
  public enum Office {
    MEMBER,
    PRESIDENT,
    VICE_PRESIDENT
  }

  /** What a member answers to its invitation. */
  public enum Answer {
    ACCEPTED,
    DECLINED
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

  /** Where it gets its mail; null when nobody has said so. */
  public @Nullable String email;

  /** The language of its mail, {@code fr} or {@code en}; null: French. */
  public @Nullable String language;

  /** Codes of issues in order, with a space between; null when it has said nothing. */
  @Column(length = 1000)
  @Nullable String competences;

  /** The most initiatives it can read, 1 or more; null: no limit. */
  public @Nullable Integer capacity;

  /** The name of the panel that it sits in; null: none. */
  public @Nullable String panel;

  /** What it answered to the invitation; null: nothing yet. */
  @Enumerated(EnumType.STRING)
  public @Nullable Answer answer;

  /** When it left the jury; null while it is in it. */
  public Instant withdrawnAt;

  @Column(columnDefinition = "text")
  public String withdrawalReason;

  /** When what tells who it was has been erased; null while it is known. */
  public @Nullable Instant erasedAt;

  /** Of one that was erased: what its user's name gives with the server's key; null of others. */
  public @Nullable String formerUser;

  @Version public int version;

  protected Juror() {}

  public Juror(Edition edition, String handle, String username, String name) {
    this.edition = edition;
    this.handle = handle;
    this.username = username;
    this.name = name;
  }

  /** The codes of the issues that it knows; empty when it has said nothing. */
  public SortedSet<String> competences() {
    return competences == null
        ? new TreeSet<>()
        : new TreeSet<>(Arrays.asList(competences.split(" ")));
  }

  /** Says what it knows; nothing: it has said nothing. */
  public void setCompetences(Collection<String> issues) {
    competences = issues.isEmpty() ? null : String.join(" ", new TreeSet<>(issues));
  }

  /** What stands in its user's place once it is erased. */
  public String pseudonym() {
    return "erased:" + handle;
  }

  /** What stands for a user that is not to be named. */
  static String formerUser(ServerKey key, int year, String username) {
    return key.mac("former-user", year + "/" + username);
  }

  /** Takes away all that tells who it is; what it did stays, under its id, and so do its ties. */
  public void erase(ServerKey key, Instant now) {
    formerUser = formerUser(key, edition.year, username);
    username = pseudonym();
    name = handle;
    email = null;
    language = null;
    affiliation = null;
    competences = null;
    withdrawalReason = withdrawalReason == null ? null : "";
    erasedAt = now;
  }

  /** Whether it is in the jury: it has not left, and has not declined. */
  public boolean isIn() {
    return withdrawnAt == null && answer != Answer.DECLINED;
  }

  /** Whether it can be given dossiers. */
  public boolean isAvailable() {
    return isIn() && office == Office.MEMBER;
  }

  /** The member of this edition's jury who signs in with this name, also one who has left. */
  public static Optional<Juror> ofUser(int year, String username) {
    return find("edition.year = ?1 and username = ?2", year, username).firstResultOptional();
  }

  /** The juror with this id, also one who has left. */
  public static Optional<Juror> ofHandle(int year, String handle) {
    return find("edition.year = ?1 and handle = ?2", year, handle).firstResultOptional();
  }

  /**
   * The juror with this id, also one who has left.
   *
   * @throws Refusal 404
   */
  public static Juror required(int year, String handle) {
    return present(ofHandle(year, handle), year, handle);
  }

  /**
   * The juror with this id, locked until the transaction ends.
   *
   * @throws Refusal 404
   */
  public static Juror locked(int year, String handle) {
    return present(
        Locks.exclusive(Juror.find("edition.year = ?1 and handle = ?2", year, handle)),
        year,
        handle);
  }

  private static Juror present(Optional<Juror> found, int year, String handle) {
    return found.orElseThrow(
        () -> new Refusal(Problem.JUROR_NOT_FOUND, handle, String.valueOf(year)));
  }

  /** An edition's jury by id. */
  public static List<Juror> all(int year) {
    return list(
        "from Juror j left join fetch j.affiliation where j.edition.year = ?1 order by j.handle",
        year);
  }

  @Override
  public Audited.State recorded() {
    return JurorStates.of(this);
  }

  @Override
  public int version() {
    return version;
  }
}
