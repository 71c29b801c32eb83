package org.arobase.deliberation.seal;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.arobase.deliberation.seal.SealedResults.AttendancePart;
import org.arobase.deliberation.seal.SealedResults.MotionPart;
import org.arobase.deliberation.seal.SealedResults.SessionPart;
import org.arobase.deliberation.session.Attendance;
import org.arobase.deliberation.session.Ballot;
import org.arobase.deliberation.session.DeliberationSession;
import org.arobase.deliberation.session.Motion;
import org.arobase.deliberation.session.MotionViews;
import org.arobase.deliberation.session.SessionApi.Tally;
import org.arobase.jury.Juror;

/** The sealed form of sessions: who attended and the vote counts, never an individual vote. */
public final class SealedSessions {
  private SealedSessions() {}

  /** The closed sessions of an edition, in order. */
  public static List<SessionPart> of(int year) {
    Map<String, String> handles =
        Juror.all(year).stream().collect(Collectors.toMap(j -> j.username, j -> j.handle));
    Map<Long, List<Attendance>> attendance =
        Attendance.all(year).stream().collect(Collectors.groupingBy(a -> a.session.id));
    Map<Long, List<Ballot>> ballots =
        Ballot.all(year).stream().collect(Collectors.groupingBy(b -> b.motion.id));
    Map<Long, List<MotionPart>> motions =
        Motion.all(year).stream()
            .collect(
                Collectors.groupingBy(
                    m -> m.session.id,
                    Collectors.mapping(
                        m -> motion(m, ballots.getOrDefault(m.id, List.of())),
                        Collectors.toList())));
    return DeliberationSession.all(year).stream()
        .filter(s -> s.state == DeliberationSession.State.CLOSED)
        .map(
            s ->
                new SessionPart(
                    s.number,
                    s.heldAt,
                    s.place,
                    s.openedAt,
                    s.closedAt,
                    handles.get(s.presidedBy),
                    Objects.requireNonNullElse(s.members, 0),
                    Objects.requireNonNullElse(s.needed, 0),
                    attendance.getOrDefault(s.id, List.of()).stream()
                        .map(SealedSessions::attending)
                        .toList(),
                    motions.getOrDefault(s.id, List.of())))
        .toList();
  }

  private static AttendancePart attending(Attendance a) {
    return new AttendancePart(a.juror.handle, a.mode, a.holderHandle(), a.arrivedAt, a.leftAt);
  }

  private static MotionPart motion(Motion m, List<Ballot> ballots) {
    Tally tally = MotionViews.tally(ballots);
    return new MotionPart(
        m.number,
        m.kind,
        m.code(),
        m.level,
        m.distinction,
        m.distinctionTitle,
        m.text,
        m.state,
        tally.inFavour(),
        tally.against(),
        tally.abstained(),
        m.castingVote,
        m.left(),
        m.entitled,
        m.attending,
        m.needed);
  }
}
