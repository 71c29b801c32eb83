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
import java.util.stream.Collectors;
import org.arobase.audit.Action;
import org.arobase.audit.Audit;
import org.arobase.deliberation.session.Attendance.Mode;
import org.arobase.deliberation.session.DeliberationSession.State;
import org.arobase.deliberation.session.SessionApi.Attending;
import org.arobase.deliberation.session.SessionApi.Change;
import org.arobase.deliberation.session.SessionApi.Gone;
import org.arobase.deliberation.session.SessionApi.New;
import org.arobase.deliberation.session.SessionApi.View;
import org.arobase.edition.Edition;
import org.arobase.edition.Permit;
import org.arobase.identity.Caller;
import org.arobase.jury.Juror;
import org.arobase.platform.database.Versions;
import org.arobase.platform.http.IfMatch;
import org.arobase.platform.problem.Problem;
import org.arobase.platform.problem.Refusal;
import org.arobase.platform.problem.Rule;
import org.arobase.platform.problem.Violation.Draft;
import org.jspecify.annotations.Nullable;

/** Plans, opens and closes sessions. */
@ApplicationScoped
class SessionService {
  private final Permit permit;
  private final Caller caller;
  private final Audit audit;
  private final Clock clock;

  SessionService(Permit permit, Caller caller, Audit audit, Clock clock) {
    this.permit = permit;
    this.caller = caller;
    this.audit = audit;
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
    Room room = new Room(edition, jury, attendance);
    return new View(
        s.editionYear,
        s.number,
        s.heldAt,
        s.place,
        s.state,
        s.openedAt,
        s.closedAt,
        room.members(),
        room.needed(Set.of()),
        room.attending(Set.of()),
        room.isQuorate(Set.of()),
        attendance.stream().filter(a -> a.leftAt == null).map(Attending::of).toList(),
        gone(attendance),
        s.version);
  }

  /** When each who does not attend any more has gone last. */
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

  /** Plans a session; the edition's lock gives out its number. */
  @Transactional
  View plan(int year, New wanted) {
    Edition edition = permit.locked(year);
    DeliberationSession session = new DeliberationSession();
    session.editionYear = year;
    session.number = (int) DeliberationSession.count("editionYear", year) + 1;
    session.heldAt = wanted.heldAt().truncatedTo(ChronoUnit.MICROS);
    session.place = wanted.place().strip();
    session.persistAndFlush();
    audit.record(Action.CREATED, SessionStates.of(session));
    return view(edition, session);
  }

  private DeliberationSession toChange(int year, int number, String ifMatch, State... states) {
    permit.held(year);
    DeliberationSession session = DeliberationSession.locked(year, number);
    IfMatch.require(ifMatch, session.version);
    audit.requireRecorded(SessionStates.of(session));
    return session.in(states);
  }

  /**
   * Says when, where, and who attends.
   *
   * @throws Refusal 422 for members who are not in the jury, named twice, or mandates that nobody
   *     who attends holds
   */
  @Transactional
  View change(int year, int number, Change change, String ifMatch) {
    DeliberationSession session = toChange(year, number, ifMatch, State.PLANNED, State.OPEN);
    Edition edition = Edition.required(year);
    Map<String, Juror> jury = new HashMap<>();
    Juror.all(year).forEach(j -> jury.put(j.handle, j));
    int most = edition.policy().deliberationRules().mandatesPerMember();
    Refusal.ofBody(violations(change.attendance(), jury, most));
    attend(session, change.attendance(), jury);
    session.heldAt = change.heldAt().truncatedTo(ChronoUnit.MICROS);
    session.place = change.place().strip();
    return changed(session, Action.CHANGED);
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

  /** Whoever attends in another way than before begins another stay. */
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

  /** Who was never there leaves no trace. */
  private static void leave(Attendance gone, @Nullable Instant at) {
    if (at == null) {
      gone.delete();
    } else {
      gone.leftAt = at;
    }
  }

  private View changed(DeliberationSession session, Action action) {
    Versions.raise(session);
    audit.record(action, SessionStates.of(session));
    return view(Edition.required(session.editionYear), session);
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
        found.add(Draft.at(at + "/juror", Rule.ATTENDS_TWICE, one.juror()));
      }
      if (one.holder() != null) {
        mandates.merge(one.holder(), 1, Integer::sum);
      }
    }
    for (int i = 0; i < wanted.size(); i++) {
      Attending one = wanted.get(i);
      String at = "/attendance/" + i + "/holder";
      if (one.mode() != Mode.MANDATE && one.holder() != null) {
        found.add(Draft.at(at, Rule.HOLDER_WITHOUT_MANDATE));
      } else if (one.mode() == Mode.MANDATE && one.holder() == null) {
        found.add(Draft.at(at, Rule.MANDATE_HOLDER));
      } else if (one.holder() != null
          && modes.getOrDefault(one.holder(), Mode.MANDATE) == Mode.MANDATE) {
        found.add(Draft.at(at, Rule.HOLDER_NOT_ATTENDING, one.holder()));
      } else if (one.holder() != null && mandates.get(one.holder()) > mostMandates) {
        found.add(Draft.at(at, Rule.TOO_MANY_MANDATES, one.holder(), mostMandates));
      }
    }
    return found;
  }

  /** Why it cannot attend; null when it can. */
  private static @Nullable Rule whyNotIn(@Nullable Juror juror) {
    if (juror == null) {
      return Rule.UNKNOWN_JUROR;
    }
    if (juror.withdrawnAt != null) {
      return Rule.JUROR_HAS_LEFT;
    }
    return juror.isIn() ? null : Rule.JUROR_HAS_DECLINED;
  }

  /**
   * Opens a session.
   *
   * @throws Refusal 409 when too few attend
   */
  @Transactional
  View open(int year, int number, String ifMatch) {
    DeliberationSession session = toChange(year, number, ifMatch, State.PLANNED);
    Room room = Room.of(Edition.required(year), session);
    requireQuorum(room, Set.of());
    session.state = State.OPEN;
    session.openedAt = clock.instant();
    session.presidedBy = caller.name();
    session.members = room.members();
    session.needed = room.needed(Set.of());
    return changed(session, Action.MOVED);
  }

  /** Refuses to go on with too few, those who have left not counted. */
  static void requireQuorum(Room room, Set<String> left) {
    if (!room.isQuorate(left)) {
      throw new Refusal(Problem.TOO_FEW_ATTEND, room.attending(left), room.needed(left));
    }
  }

  /**
   * Closes a session.
   *
   * @throws Refusal 409 while a motion is open
   */
  @Transactional
  View close(int year, int number, String ifMatch) {
    DeliberationSession session = toChange(year, number, ifMatch, State.OPEN);
    if (Motion.count("session = ?1 and state = ?2", session, Motion.State.OPEN) > 0) {
      throw new Refusal(Problem.MOTION_OPEN);
    }
    session.state = State.CLOSED;
    session.closedAt = clock.instant();
    return changed(session, Action.MOVED);
  }
}
