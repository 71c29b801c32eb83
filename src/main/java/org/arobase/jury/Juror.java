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
import org.arobase.audit.Recorded;
import org.arobase.audit.StateSource;
import org.arobase.authority.LocalAuthority;
import org.arobase.edition.Edition;
import org.arobase.platform.database.BaseEntity;
import org.arobase.platform.database.Locks;
import org.arobase.platform.database.Versioned;
import org.arobase.platform.problem.Refusal;
import org.arobase.platform.problem.Rule;
import org.arobase.platform.secrets.ServerKey;
import org.jspecify.annotations.Nullable;

/** A member of an edition's jury: a juror, the president or the vice-president. */
@Entity
public class Juror extends BaseEntity implements Recorded, Versioned {

  /** A member's office in the jury. */
  public enum Office {
    MEMBER,
    PRESIDENT,
    VICE_PRESIDENT
  }

  /** A member's answer to the invitation. */
  public enum Answer {
    ACCEPTED,
    DECLINED
  }

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "edition_year")
  public Edition edition;

  /** The member's id in the edition's URLs. */
  @Column(nullable = false)
  public String handle;

  /** The user name in the member's token. */
  @Column(nullable = false)
  public String username;

  /** The name that people see. */
  @Column(nullable = false)
  public String name;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  public Office office = Office.MEMBER;

  /** The authority that the member works for or is elected in; null when unknown. */
  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "affiliation")
  public LocalAuthority affiliation;

  /** The member's mail address; null when unknown. */
  public @Nullable String email;

  /** The language of the member's mail, {@code fr} or {@code en}; null: French. */
  public @Nullable String language;

  /**
   * Sorted codes of the issues that the member knows, separated by spaces; null when not stated.
   */
  @Column(length = 1000)
  @Nullable String competences;

  /** The most initiatives that the member can read, 1 or more; null: no limit. */
  public @Nullable Integer capacity;

  /** The name of the panel that the member sits in; null: none. */
  public @Nullable String panel;

  /** The answer to the invitation; null before there is one. */
  @Enumerated(EnumType.STRING)
  public @Nullable Answer answer;

  /** When the member left the jury; null while they are in it. */
  public Instant withdrawnAt;

  @Column(columnDefinition = "text")
  public String withdrawalReason;

  /** When the member's identity was erased; null before. */
  public @Nullable Instant erasedAt;

  /**
   * For an erased member, the user name's MAC with the server's key, by which the user is still
   * recognised; null for others.
   */
  public @Nullable String formerUser;

  @Version public int version;

  protected Juror() {}

  public Juror(Edition edition, String handle, String username, String name) {
    this.edition = edition;
    this.handle = handle;
    this.username = username;
    this.name = name;
  }

  /** The codes of the issues that the member knows; empty when not stated. */
  public SortedSet<String> competences() {
    return competences == null
        ? new TreeSet<>()
        : new TreeSet<>(Arrays.asList(competences.split(" ")));
  }

  /** Sets the codes of the issues that the member knows; empty: not stated. */
  public void setCompetences(Collection<String> issues) {
    competences = issues.isEmpty() ? null : String.join(" ", new TreeSet<>(issues));
  }

  /** The value that replaces the user name when the member is erased. */
  public String pseudonym() {
    return "erased:" + handle;
  }

  /** The MAC of a user name, which recognises the user without naming them. */
  static String formerUser(ServerKey key, int year, String username) {
    return key.mac("former-user", year + "/" + username);
  }

  /**
   * Erases what identifies the member. What they did stays under their id, and they stay recused.
   */
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

  /**
   * Whether the member is in the jury: has neither left nor declined. {@link CallerFactsQuery} asks
   * the same of a caller.
   */
  public boolean isIn() {
    return whyOut() == null;
  }

  /** Why the member is not in the jury; null when they are. */
  public @Nullable Rule whyOut() {
    if (withdrawnAt != null) {
      return JuryRule.JUROR_HAS_LEFT;
    }
    return answer == Answer.DECLINED ? JuryRule.JUROR_HAS_DECLINED : null;
  }

  /**
   * How the record of an edition names this member: by their id. A member of another edition, whom
   * only SQL can have put there, is named otherwise, so that the record is seen to be contradicted.
   */
  public String named(int year) {
    return edition.year == year ? handle : edition.year + "/" + handle;
  }

  /** Whether the member can be given dossiers: is in the jury and holds no office. */
  public boolean isAvailable() {
    return isIn() && office == Office.MEMBER;
  }

  /** The member of this edition's jury with this user name, even one who has left. */
  public static Optional<Juror> ofUser(int year, String username) {
    return find("edition.year = ?1 and username = ?2", year, username).firstResultOptional();
  }

  /** The juror with this id, even one who has left. */
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
        () -> new Refusal(JuryProblem.JUROR_NOT_FOUND, handle, String.valueOf(year)));
  }

  /** All members of an edition's jury by id, even those who have left, with their affiliations. */
  public static List<Juror> all(int year) {
    return list(
        "from Juror j left join fetch j.affiliation where j.edition.year = ?1 order by j.handle",
        year);
  }

  @Override
  public StateSource.State recorded() {
    return JurorStates.of(this);
  }

  @Override
  public int version() {
    return version;
  }
}
