package org.arobase.deliberation.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.arobase.access.AccessScope;
import org.arobase.audit.Action;
import org.arobase.audit.WriteDoor;
import org.arobase.deliberation.DeliberationProblem;
import org.arobase.deliberation.DeliberationRule;
import org.arobase.deliberation.session.Attendance.Mode;
import org.arobase.deliberation.session.DeliberationSession.State;
import org.arobase.deliberation.session.SessionApi.Attending;
import org.arobase.deliberation.session.SessionApi.Change;
import org.arobase.deliberation.session.SessionApi.Gone;
import org.arobase.deliberation.session.SessionApi.New;
import org.arobase.deliberation.session.SessionApi.View;
import org.arobase.edition.Edition;
import org.arobase.identity.Caller;
import org.arobase.jury.Juror;
import org.arobase.jury.JuryRule;
import org.arobase.jury.Recusals;
import org.arobase.platform.database.RetryOnLostRace;
import org.arobase.platform.problem.Refusal;
import org.arobase.platform.problem.Rule;
import org.arobase.platform.problem.Violation.Draft;
import org.jspecify.annotations.Nullable;

/** Plans, opens and closes sessions. */
@ApplicationScoped
@RetryOnLostRace
class SessionService {
  private final AccessScope scope;
  private final Caller caller;
  private final WriteDoor door;
  private final Clock clock;

  SessionService(AccessScope scope, Caller caller, WriteDoor door, Clock clock) {
    this.scope = scope;
    this.caller = caller;
    this.door = door;
    this.clock = clock;
  }

  @Transactional
  List<View> all(int year) {
    Edition edition = Edition.required(year);
    List<Juror> jury = Juror.all(year);
    Map<Long, List<Attendance>> attendance =
        Attendance.all(year).stream().collect(Collectors.groupingBy(a -> a.session.id));
    return DeliberationSession.all(year).stream()
        .map(s -> view(edition, s, jury, attendance.getOrDefault(s.id, List.of())))
        .toList();
  }

  @Transactional
  View of(int year, int number) {
    return view(Edition.required(year), DeliberationSession.required(year, number));
  }

  private static View view(Edition edition, DeliberationSession session) {
    return view(edition, session, Juror.all(session.editionYear), Attendance.of(session));
  }

  private static View view(
      Edition edition, DeliberationSession s, List<Juror> jury, List<Attendance> attendance) {
    Electorate electorate =
        new Electorate(
            edition.policy().deliberationRules(),
            jury,
            attendance,
            () -> Recusals.of(edition.year));
    return new View(
        s.editionYear,
        s.number,
        s.heldAt,
        s.place,
        s.state,
        s.openedAt,
        s.closedAt,
        electorate.members(),
        electorate.needed(Set.of()),
        electorate.attending(Set.of()),
        electorate.isQuorate(Set.of()),
        attendance.stream().filter(a -> a.leftAt == null).map(Attending::of).toList(),
        gone(attendance),
        s.version);
  }

  /** The last departure of each member who no longer attends. */
  private static List<Gone> gone(List<Attendance> attendance) {
    Map<String, Instant> gone = new TreeMap<>();
    attendance.forEach(a -> gone.merge(a.juror.handle, last(a), SessionService::later));
    return gone.entrySet().stream()
        .filter(e -> !e.getValue().equals(Instant.MAX))
        .map(e -> new Gone(e.getKey(), e.getValue()))
        .toList();
  }

  private static Instant last(Attendance attendance) {
    return attendance.leftAt == null ? Instant.MAX : attendance.leftAt;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  /** Plans a session; the edition's lock protects its number. */
  @Transactional
  View plan(int year, New wanted) {
    Edition edition = Edition.locked(year, scope);
    DeliberationSession session = new DeliberationSession();
    session.editionYear = year;
    session.number = (int) DeliberationSession.count("editionYear", year) + 1;
    session.heldAt = wanted.heldAt().truncatedTo(ChronoUnit.MICROS);
    session.place = wanted.place().strip();
    return view(edition, door.create(session));
  }

  /** Changes a session, as the caller has seen it, in one of these states. */
  private View change(
      SessionKey key,
      String ifMatch,
      Action action,
      List<State> states,
      Consumer<DeliberationSession> change) {
    Edition.held(key.year(), scope);
    DeliberationSession session =
        door.change(
            DeliberationSession.locked(key.year(), key.number()),
            ifMatch,
            action,
            locked -> {
              locked.requireState(states);
              change.accept(locked);
            });
    return view(Edition.required(key.year()), session);
  }

  private record SessionKey(int year, int number) {}

  /**
   * Sets the time, place and attendance of a session.
   *
   * @throws Refusal 409 when it is closed; 422 for a person who is not in the jury or is named
   *     twice, for a mandate without an attending holder, or for too many mandates
   */
  @Transactional
  View change(int year, int number, Change change, String ifMatch) {
    return change(
        new SessionKey(year, number),
        ifMatch,
        Action.CHANGED,
        List.of(State.PLANNED, State.OPEN),
        session -> change(session, change));
  }

  private void change(DeliberationSession session, Change change) {
    Edition edition = Edition.required(session.editionYear);
    Map<String, Juror> jury = new HashMap<>();
    Juror.all(edition.year).forEach(j -> jury.put(j.handle, j));
    int most = edition.policy().deliberationRules().mandatesPerMember();
    Refusal.ofBody(violations(change.attendance(), jury, most));
    attend(session, change.attendance(), jury);
    session.heldAt = change.heldAt().truncatedTo(ChronoUnit.MICROS);
    session.place = change.place().strip();
  }

  private void attend(
      DeliberationSession session, List<Attending> attending, Map<String, Juror> jury) {
    Instant now = session.state == State.OPEN ? clock.instant() : null;
    Map<String, Attendance> before = new HashMap<>();
    Attendance.of(session).stream()
        .filter(a -> a.leftAt == null)
        .forEach(a -> before.put(a.juror.handle, a));
    for (Attending wanted : attending) {
      Attendance known = before.get(wanted.juror());
      if (known != null && wanted.equals(Attending.of(known))) {
        before.remove(wanted.juror());
      } else {
        attendance(session, wanted, jury, now).persist();
      }
    }
    before.values().forEach(gone -> leave(gone, now));
    Attendance.flush();
  }

  /** A member who changes mode or holder begins a new stay. */
  private static Attendance attendance(
      DeliberationSession session,
      Attending wanted,
      Map<String, Juror> jury,
      @Nullable Instant arrivedAt) {
    Attendance attendance = new Attendance();
    attendance.session = session;
    attendance.juror = jury.get(wanted.juror());
    attendance.mode = wanted.mode();
    attendance.holder = wanted.holder() == null ? null : jury.get(wanted.holder());
    attendance.arrivedAt = arrivedAt;
    return attendance;
  }

  /** Before the opening nobody was there, so the row is deleted. */
  private static void leave(Attendance gone, @Nullable Instant at) {
    if (at == null) {
      gone.delete();
    } else {
      gone.leftAt = at;
    }
  }

  private static List<Draft> violations(
      List<Attending> wanted, Map<String, Juror> jury, int mostMandates) {
    List<Draft> found = new ArrayList<>();
    Map<String, Mode> modes = new HashMap<>();
    Map<String, Integer> mandates = new HashMap<>();
    for (int i = 0; i < wanted.size(); i++) {
      String at = "/attendance/" + i;
      Attending one = wanted.get(i);
      Rule not = whyNotIn(jury.get(one.juror()));
      if (not != null) {
        found.add(Draft.at(at + "/juror", not, one.juror()));
      } else if (modes.put(one.juror(), one.mode()) != null) {
        found.add(Draft.at(at + "/juror", DeliberationRule.ATTENDS_TWICE, one.juror()));
      }
      if (one.holder() != null) {
        mandates.merge(one.holder(), 1, Integer::sum);
      }
    }
    for (int i = 0; i < wanted.size(); i++) {
      Attending one = wanted.get(i);
      String at = "/attendance/" + i + "/holder";
      if (one.mode() != Mode.MANDATE && one.holder() != null) {
        found.add(Draft.at(at, DeliberationRule.HOLDER_WITHOUT_MANDATE));
      } else if (one.mode() == Mode.MANDATE && one.holder() == null) {
        found.add(Draft.at(at, DeliberationRule.MANDATE_HOLDER));
      } else if (one.holder() != null
          && modes.getOrDefault(one.holder(), Mode.MANDATE) == Mode.MANDATE) {
        found.add(Draft.at(at, DeliberationRule.HOLDER_NOT_ATTENDING, one.holder()));
      } else if (one.holder() != null && mandates.get(one.holder()) > mostMandates) {
        found.add(Draft.at(at, DeliberationRule.TOO_MANY_MANDATES, one.holder(), mostMandates));
      }
    }
    return found;
  }

  /** Why a juror cannot attend; null when they can. */
  private static @Nullable Rule whyNotIn(@Nullable Juror juror) {
    return juror == null ? JuryRule.UNKNOWN_JUROR : juror.whyOut();
  }

  /**
   * Opens a session.
   *
   * @throws Refusal 409 when too few attend
   */
  @Transactional
  View open(int year, int number, String ifMatch) {
    return change(
        new SessionKey(year, number),
        ifMatch,
        Action.MOVED,
        List.of(State.PLANNED),
        session -> {
          Electorate electorate = Electorate.of(Edition.required(year), session);
          requireQuorum(electorate, Set.of());
          session.state = State.OPEN;
          session.openedAt = clock.instant();
          session.presidedBy = caller.name();
          session.members = electorate.members();
          session.needed = electorate.needed(Set.of());
        });
  }

  /**
   * Requires the quorum, without counting members who have left.
   *
   * @throws Refusal 409 when too few attend
   */
  static void requireQuorum(Electorate electorate, Set<String> left) {
    if (!electorate.isQuorate(left)) {
      throw new Refusal(
          DeliberationProblem.TOO_FEW_ATTEND, electorate.attending(left), electorate.needed(left));
    }
  }

  /**
   * Closes a session.
   *
   * @throws Refusal 409 while a motion is open
   */
  @Transactional
  View close(int year, int number, String ifMatch) {
    return change(
        new SessionKey(year, number), ifMatch, Action.MOVED, List.of(State.OPEN), this::close);
  }

  private void close(DeliberationSession session) {
    if (Motion.count("session = ?1 and state = ?2", session, Motion.State.OPEN) > 0) {
      throw new Refusal(DeliberationProblem.MOTION_OPEN);
    }
    session.state = State.CLOSED;
    session.closedAt = clock.instant();
  }
}
