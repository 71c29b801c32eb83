package org.arobase.deliberation.session;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.arobase.deliberation.session.Ballot.Choice;
import org.arobase.deliberation.session.SessionApi.MotionView;
import org.arobase.deliberation.session.SessionApi.Tally;

/** API views of motions; while a vote is open, they show only how many votes were cast. */
public final class MotionViews {
  private MotionViews() {}

  /** The view of a motion with its stored ballots. */
  static MotionView of(Motion m, Electorate electorate) {
    return of(m, electorate, Ballot.on(m));
  }

  /** The view of a motion with these ballots. */
  static MotionView of(Motion m, Electorate electorate, List<Ballot> ballots) {
    boolean open = m.state == Motion.State.OPEN;
    Set<String> left = open ? electorate.recused(m.code()) : Set.copyOf(m.left());
    return new MotionView(
        m.session.editionYear,
        m.session.number,
        m.number,
        m.kind,
        m.code(),
        m.dossier == null ? null : m.dossier.authority.name,
        m.level,
        m.distinction,
        m.distinctionTitle,
        m.text,
        m.state,
        left.stream().sorted().toList(),
        Objects.requireNonNullElseGet(m.entitled, () -> electorate.entitled(left).size()),
        Objects.requireNonNullElseGet(m.attending, () -> electorate.attending(left)),
        Objects.requireNonNullElseGet(m.needed, () -> electorate.needed(left)),
        (int) ballots.stream().filter(b -> !open || electorate.counts(b, left)).count(),
        open ? null : tally(ballots),
        m.castingVote,
        m.version);
  }

  /** Counts the votes by choice. */
  public static Tally tally(List<Ballot> ballots) {
    Map<Choice, Integer> count = new EnumMap<>(Choice.class);
    ballots.forEach(b -> count.merge(b.choice, 1, Integer::sum));
    return new Tally(
        count.getOrDefault(Choice.FOR, 0),
        count.getOrDefault(Choice.AGAINST, 0),
        count.getOrDefault(Choice.ABSTAIN, 0));
  }
}
