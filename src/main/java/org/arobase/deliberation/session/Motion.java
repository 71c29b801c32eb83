package org.arobase.deliberation.session;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.arobase.audit.Recorded;
import org.arobase.audit.StateSource;
import org.arobase.deliberation.DeliberationProblem;
import org.arobase.deliberation.distinction.Distinction;
import org.arobase.dossier.Dossier;
import org.arobase.platform.database.BaseEntity;
import org.arobase.platform.database.Versioned;
import org.arobase.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** A motion that a session votes on. */
@Entity
public class Motion extends BaseEntity implements Recorded, Versioned {

  /** What an adopted motion does. */
  public enum Kind {
    /** Decides the level of a dossier. */
    LEVEL,
    /** Gives a dossier a distinction. */
    DISTINCTION,
    /** Is only put on record. */
    OTHER
  }

  /** The state of a motion. */
  public enum State {
    OPEN,
    ADOPTED,
    REJECTED,
    /** Taken back before it was decided. */
    WITHDRAWN
  }

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "session_id")
  public DeliberationSession session;

  /** From 1, within its session. */
  @Column(nullable = false)
  public int number;

  /** Null when the motion concerns no dossier. */
  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "dossier_id")
  public @Nullable Dossier dossier;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  public Kind kind;

  @Column(nullable = false, columnDefinition = "text")
  public String text;

  /** 0 to 5 for a LEVEL motion; null for the others. */
  public @Nullable Integer level;

  @Enumerated(EnumType.STRING)
  public Distinction.@Nullable Kind distinction;

  public @Nullable String distinctionTitle;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  public State state = State.OPEN;

  /** The casting vote of the person presiding, on a tie; null without one. */
  @Enumerated(EnumType.STRING)
  public Ballot.@Nullable Choice castingVote;

  /** How many could vote when the vote was closed; null before. */
  public @Nullable Integer entitled;

  /** How many attended then, as policy counts, and how many had to. */
  public @Nullable Integer attending;

  public @Nullable Integer needed;

  @Column(nullable = false, columnDefinition = "text")
  String leftMembers = "";

  @Column(nullable = false)
  public String movedBy;

  @Column(nullable = false)
  public Instant movedAt;

  public @Nullable Instant closedAt;

  @Version public int version;

  /** The ids of the members who are recused from the dossier and have left. */
  public List<String> left() {
    return leftMembers.isEmpty() ? List.of() : List.of(leftMembers.split(" "));
  }

  void setLeft(Collection<String> handles) {
    leftMembers = String.join(" ", new TreeSet<>(handles));
  }

  /** Keeps who could vote: the attendance can change later. */
  void keep(Electorate electorate, Set<String> left) {
    setLeft(left);
    entitled = electorate.entitled(left).size();
    attending = electorate.attending(left);
    needed = electorate.needed(left);
  }

  /** The code of its dossier; null when it concerns none. */
  public @Nullable String code() {
    return dossier == null ? null : dossier.code();
  }

  /** Whether a vote on a dossier is under way. */
  static boolean isOpenOn(Dossier dossier) {
    return count("dossier = ?1 and state = ?2", dossier, State.OPEN) > 0;
  }

  /** The motions of an edition, ordered by session and number. */
  public static List<Motion> all(int year) {
    return list(
        "from Motion m join fetch m.session s left join fetch m.dossier d left join fetch"
            + " d.authority where s.editionYear = ?1 order by s.number, m.number",
        year);
  }

  static List<Motion> of(DeliberationSession session) {
    return list(
        "from Motion m left join fetch m.dossier d left join fetch d.authority"
            + " where m.session = ?1 order by m.number",
        session);
  }

  static Motion required(DeliberationSession session, int number) {
    return Motion.<Motion>find("session = ?1 and number = ?2", session, number)
        .firstResultOptional()
        .orElseThrow(
            () -> new Refusal(DeliberationProblem.MOTION_NOT_FOUND, String.valueOf(number)));
  }

  @Override
  public StateSource.State recorded() {
    return SessionStates.of(this);
  }

  @Override
  public int version() {
    return version;
  }
}
