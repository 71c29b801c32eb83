package org.arobase.deliberation.session;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.arobase.audit.StateSource;
import org.arobase.audit.Subject;
import org.arobase.deliberation.distinction.Distinction;
import org.arobase.deliberation.session.Ballot.Choice;
import org.jspecify.annotations.Nullable;

/** The recorded state of sessions with their attendance, and of motions with their ballots. */
@ApplicationScoped
class SessionStates implements StateSource {
  private static final String SESSION = "session";
  private static final String MOTION = "motion";

  private record SessionContent(
      Instant heldAt,
      String place,
      DeliberationSession.State state,
      @Nullable Instant openedAt,
      @Nullable Instant closedAt,
      @Nullable String presidedBy,
      @Nullable Integer members,
      @Nullable Integer needed,
      int version,
      List<AttendanceContent> attendance) {}

  private record AttendanceContent(
      long id,
      String juror,
      Attendance.Mode mode,
      @Nullable String holder,
      @Nullable Instant arrivedAt,
      @Nullable Instant leftAt) {
    static AttendanceContent of(Attendance a, int year) {
      String holder = a.holder == null ? null : a.holder.named(year);
      return new AttendanceContent(
          a.id, a.juror.named(year), a.mode, holder, a.arrivedAt, a.leftAt);
    }
  }

  private record MotionContent(
      Motion.Kind kind,
      String text,
      @Nullable Integer level,
      Distinction.@Nullable Kind distinction,
      @Nullable String title,
      Motion.State state,
      @Nullable Choice castingVote,
      List<String> left,
      @Nullable Integer entitled,
      @Nullable Integer attending,
      @Nullable Integer needed,
      String movedBy,
      Instant movedAt,
      @Nullable Instant closedAt,
      int version,
      List<BallotContent> ballots) {}

  private record BallotContent(
      long id, String juror, Choice choice, String castBy, Instant castAt) {
    static BallotContent of(Ballot b, int year) {
      return new BallotContent(b.id, b.juror.named(year), b.choice, b.castBy, b.castAt);
    }
  }

  static State of(DeliberationSession s) {
    return of(s, Attendance.of(s));
  }

  private static State of(DeliberationSession s, List<Attendance> attendance) {
    return new State(
        Subject.of(SESSION, s.editionYear, String.valueOf(s.number)),
        new SessionContent(
            s.heldAt,
            s.place,
            s.state,
            s.openedAt,
            s.closedAt,
            s.presidedBy,
            s.members,
            s.needed,
            s.version,
            attendance.stream().map(a -> AttendanceContent.of(a, s.editionYear)).toList()));
  }

  static State of(Motion m) {
    return of(m, Ballot.on(m));
  }

  private static State of(Motion m, List<Ballot> ballots) {
    int year = m.session.editionYear;
    String key = m.session.number + "/" + m.number;
    return new State(
        m.dossier == null
            ? Subject.of(MOTION, year, key)
            : Subject.ofDossier(MOTION, year, m.dossier.named(year), key),
        new MotionContent(
            m.kind,
            m.text,
            m.level,
            m.distinction,
            m.distinctionTitle,
            m.state,
            m.castingVote,
            m.left(),
            m.entitled,
            m.attending,
            m.needed,
            m.movedBy,
            m.movedAt,
            m.closedAt,
            m.version,
            ballots.stream().map(b -> BallotContent.of(b, year)).toList()));
  }

  @Override
  public List<String> kinds() {
    return List.of(SESSION, MOTION);
  }

  @Override
  public void present(@Nullable Integer year, Consumer<State> to) {
    Map<Long, List<Attendance>> attendance =
        Attendance.<Attendance>list(
                "from Attendance t join fetch t.session s join fetch t.juror j left join fetch"
                    + " t.holder where ?1 is null or s.editionYear = ?1 order by j.handle, t.id",
                year)
            .stream()
            .collect(Collectors.groupingBy(a -> a.session.id));
    Map<Long, List<Ballot>> ballots =
        Ballot.<Ballot>list(
                "from Ballot b join fetch b.juror j join fetch b.motion m join fetch m.session s"
                    + " where ?1 is null or s.editionYear = ?1 order by j.handle",
                year)
            .stream()
            .collect(Collectors.groupingBy(b -> b.motion.id));
    Stream<State> sessions =
        DeliberationSession.<DeliberationSession>list("?1 is null or editionYear = ?1", year)
            .stream()
            .map(s -> of(s, attendance.getOrDefault(s.id, List.of())));
    Stream<State> motions =
        Motion.<Motion>list(
                "from Motion m join fetch m.session s left join fetch m.dossier d left join fetch"
                    + " d.authority left join fetch d.edition where ?1 is null or s.editionYear = ?1",
                year)
            .stream()
            .map(m -> of(m, ballots.getOrDefault(m.id, List.of())));
    Stream.concat(sessions, motions).forEach(to);
  }
}
