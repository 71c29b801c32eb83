package org.arobase.deliberation.session;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.arobase.audit.Recorded;
import org.arobase.audit.StateSource;
import org.arobase.deliberation.DeliberationProblem;
import org.arobase.platform.database.BaseEntity;
import org.arobase.platform.database.Locks;
import org.arobase.platform.database.Versioned;
import org.arobase.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;

/** A meeting of the jury in camera. */
@Entity
public class DeliberationSession extends BaseEntity implements Recorded, Versioned {

  /** The state of a session; it only moves forward. */
  public enum State {
    PLANNED,
    OPEN,
    CLOSED
  }

  @Column(nullable = false)
  public int editionYear;

  /** From 1, within its edition. */
  @Column(nullable = false)
  public int number;

  /** The planned start. */
  @Column(nullable = false)
  public Instant heldAt;

  @Column(nullable = false)
  public String place;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  public State state = State.PLANNED;

  public @Nullable Instant openedAt;

  public @Nullable Instant closedAt;

  /** The user who opened it. */
  public @Nullable String presidedBy;

  /** How many members the jury had when it was opened, and how many had to attend. */
  public @Nullable Integer members;

  public @Nullable Integer needed;

  @Version public int version;

  /** An edition's sessions by number. */
  public static List<DeliberationSession> all(int year) {
    return list("editionYear = ?1 order by number", year);
  }

  static DeliberationSession required(int year, int number) {
    return present(
        DeliberationSession.<DeliberationSession>find(
                "editionYear = ?1 and number = ?2", year, number)
            .firstResultOptional(),
        number);
  }

  /**
   * The session with this number, locked until the transaction ends.
   *
   * @throws Refusal 404 when the edition has no such session
   */
  static DeliberationSession locked(int year, int number) {
    return present(
        Locks.exclusive(DeliberationSession.find("editionYear = ?1 and number = ?2", year, number)),
        number);
  }

  private static DeliberationSession present(Optional<DeliberationSession> found, int number) {
    return found.orElseThrow(
        () -> new Refusal(DeliberationProblem.SESSION_NOT_FOUND, String.valueOf(number)));
  }

  /** Whether an edition has an open session. */
  public static boolean anyOpen(int year) {
    return count("editionYear = ?1 and state = ?2", year, State.OPEN) > 0;
  }

  /**
   * Refuses an act that is only possible in these states.
   *
   * @throws Refusal 409
   */
  void requireState(List<State> states) {
    if (!states.contains(state)) {
      throw new Refusal(DeliberationProblem.SESSION_STATE, String.valueOf(number), state.name());
    }
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
