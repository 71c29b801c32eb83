package org.arobase.deliberation.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.arobase.access.AccessScope;
import org.arobase.audit.Action;
import org.arobase.audit.WriteDoor;
import org.arobase.deliberation.DeliberationProblem;
import org.arobase.deliberation.DeliberationRule;
import org.arobase.deliberation.distinction.Distinction;
import org.arobase.deliberation.session.Ballot.Choice;
import org.arobase.deliberation.session.Motion.Kind;
import org.arobase.deliberation.session.SessionApi.Closing;
import org.arobase.deliberation.session.SessionApi.MotionView;
import org.arobase.deliberation.session.SessionApi.NewBallot;
import org.arobase.deliberation.session.SessionApi.NewMotion;
import org.arobase.deliberation.session.SessionApi.Tally;
import org.arobase.dossier.Dossier;
import org.arobase.edition.Edition;
import org.arobase.identity.Caller;
import org.arobase.jury.Juror;
import org.arobase.jury.JuryRule;
import org.arobase.platform.database.RetryOnLostRace;
import org.arobase.platform.database.Transactions;
import org.arobase.platform.language.Typed;
import org.arobase.platform.problem.CommonProblem;
import org.arobase.platform.problem.Refusal;
import org.arobase.platform.problem.Violation.Draft;
import org.jspecify.annotations.Nullable;

/** Puts motions to the vote. Members recused from a motion's dossier leave, and have no vote. */
@ApplicationScoped
@RetryOnLostRace
class MotionService {
  private final AdoptedMotion adopted;
  private final AccessScope scope;
  private final Caller caller;
  private final WriteDoor door;
  private final Clock clock;

  MotionService(
      AdoptedMotion adopted, AccessScope scope, Caller caller, WriteDoor door, Clock clock) {
    this.adopted = adopted;
    this.scope = scope;
    this.caller = caller;
    this.door = door;
    this.clock = clock;
  }

  /** The motions of a session that the caller may see. */
  @Transactional
  List<MotionView> all(int year, int session) {
    DeliberationSession held = DeliberationSession.required(year, session);
    Electorate electorate = electorate(held);
    Map<Long, List<Ballot>> ballots =
        Ballot.of(held).stream().collect(Collectors.groupingBy(b -> b.motion.id));
    return Motion.of(held).stream()
        .filter(m -> m.dossier == null || scope.sees(m.code()))
        .map(m -> MotionViews.of(m, electorate, ballots.getOrDefault(m.id, List.of())))
        .toList();
  }

  @Transactional
  MotionView of(int year, int session, int number) {
    Motion motion = Motion.required(DeliberationSession.required(year, session), number);
    requireSeen(motion);
    return MotionViews.of(motion, electorate(motion.session));
  }

  /** Recused callers get 404, so that they do not learn that there was a vote on the dossier. */
  private void requireSeen(Motion motion) {
    if (motion.dossier != null && scope.limits().hidden().contains(motion.code())) {
      throw new Refusal(DeliberationProblem.MOTION_NOT_FOUND, String.valueOf(motion.number));
    }
  }

  /** A vice-president leads only motions on their own dossiers, and sessions that they opened. */
  private void requireLead(DeliberationSession session, @Nullable String code) {
    if (code != null) {
      scope.require(code);
    } else if (scope.isLimited() && !caller.name().equals(session.presidedBy)) {
      throw new Refusal(CommonProblem.FORBIDDEN);
    }
  }

  private static Electorate electorate(DeliberationSession session) {
    return Electorate.of(Edition.required(session.editionYear), session);
  }

  /**
   * Puts a motion to the vote of a session.
   *
   * @throws Refusal 409 when the session is not open, when too few members who are not recused
   *     attend, or when a vote on the dossier is already open; 422 when fields do not fit the
   *     motion's kind
   */
  @Transactional
  MotionView move(int year, int session, NewMotion wanted) {
    Edition.held(year, scope);
    Optional<Dossier> dossier =
        Optional.ofNullable(wanted.dossier()).flatMap(code -> Dossier.lockedIfThere(year, code));
    DeliberationSession held = DeliberationSession.locked(year, session);
    held.requireState(List.of(DeliberationSession.State.OPEN));
    Refusal.ofBody(violations(wanted, dossier.isPresent()));
    requireLead(held, wanted.dossier());
    if (dossier.isPresent() && Motion.isOpenOn(dossier.get())) {
      throw new Refusal(DeliberationProblem.MOTION_OPEN);
    }
    Electorate electorate = electorate(held);
    SortedSet<String> left = electorate.recused(wanted.dossier());
    SessionService.requireQuorum(electorate, left);
    Motion motion = new Motion();
    motion.session = held;
    motion.number = (int) Motion.count("session", held) + 1;
    motion.dossier = dossier.orElse(null);
    motion.kind = wanted.kind();
    motion.text = wanted.text().strip();
    motion.level = wanted.level();
    motion.distinction = wanted.distinction();
    motion.distinctionTitle = Typed.orNull(Typed.stripped(wanted.title()));
    motion.setLeft(left);
    motion.movedBy = caller.name();
    motion.movedAt = clock.instant();
    door.create(motion);
    return MotionViews.of(motion, electorate);
  }

  private static List<Draft> violations(NewMotion wanted, boolean known) {
    List<Draft> found = new ArrayList<>();
    need(found, "/dossier", wanted.kind() == Kind.OTHER || wanted.dossier() != null);
    need(found, "/level", (wanted.kind() == Kind.LEVEL) == (wanted.level() != null));
    need(
        found,
        "/distinction",
        (wanted.kind() == Kind.DISTINCTION) == (wanted.distinction() != null));
    boolean special = wanted.distinction() == Distinction.Kind.SPECIAL_MENTION;
    boolean titled = wanted.title() != null && !wanted.title().isBlank();
    need(found, "/title", special == titled);
    if (wanted.dossier() != null && !known) {
      found.add(Draft.at("/dossier", JuryRule.UNKNOWN_DOSSIER, wanted.dossier()));
    }
    return found;
  }

  private static void need(List<Draft> found, String pointer, boolean fits) {
    if (!fits) {
      found.add(Draft.at(pointer, DeliberationRule.UNFIT_FOR_MOTION));
    }
  }

  /**
   * An open motion, with its dossier and its session locked, so that no recusal intervenes and
   * concurrent votes see each other.
   *
   * @throws Refusal 404 when there is no such motion; 409 when its vote is closed
   */
  private Motion open(int year, int session, int number) {
    String code =
        Transactions.inNew(
                () -> {
                  DeliberationSession held = DeliberationSession.required(year, session);
                  return Optional.ofNullable(Motion.required(held, number).code());
                })
            .orElse(null);
    Edition.held(year, scope);
    if (code != null) {
      Dossier.locked(year, code);
    }
    Motion motion = Motion.required(DeliberationSession.locked(year, session), number);
    requireSeen(motion);
    if (motion.state != Motion.State.OPEN) {
      throw new Refusal(DeliberationProblem.VOTE_CLOSED, String.valueOf(number));
    }
    return motion;
  }

  /**
   * Casts a vote; a second vote replaces the first.
   *
   * @throws Refusal 403 when the member has no vote, or when the caller does not hold their mandate
   */
  @Transactional
  MotionView vote(int year, int session, int number, NewBallot vote) {
    Motion motion = open(year, session, number);
    Juror caster =
        Juror.ofUser(year, caller.name())
            .orElseThrow(() -> new Refusal(DeliberationProblem.NO_VOTE));
    Juror voter = vote.juror() == null ? caster : voter(year, vote.juror());
    Electorate electorate = electorate(motion.session);
    boolean entitled =
        electorate.entitled(electorate.recused(motion.code())).contains(voter.handle);
    if (!entitled || !electorate.votesFor(caster, voter)) {
      throw new Refusal(DeliberationProblem.NO_VOTE);
    }
    door.write(
        motion.recorded(),
        Action.CHANGED,
        () -> {
          cast(motion, voter, vote);
          return motion.recorded();
        });
    return MotionViews.of(motion, electorate);
  }

  private void cast(Motion motion, Juror voter, NewBallot vote) {
    Ballot ballot = Ballot.of(motion, voter).orElseGet(Ballot::new);
    ballot.motion = motion;
    ballot.juror = voter;
    ballot.choice = vote.choice();
    ballot.castBy = caller.name();
    ballot.castAt = clock.instant();
    ballot.persist();
  }

  private static Juror voter(int year, String handle) {
    return Juror.ofHandle(year, handle)
        .orElseThrow(() -> Refusal.at("/juror", JuryRule.UNKNOWN_JUROR, handle));
  }

  /**
   * Closes a vote. More votes for than against adopt the motion. The person presiding settles a
   * tie, if the policy says so and they attend; without any vote in favour there is no tie to
   * settle. An adopted motion is carried out: the level is decided, or the distinction given.
   *
   * @throws Refusal 409 when too few members attend now; 422 for a tie without a casting vote, a
   *     casting vote without a tie, or one that contradicts the caller's own ballot
   */
  @Transactional
  MotionView close(int year, int session, int number, Closing closing, String ifMatch) {
    Motion motion = open(year, session, number);
    requireLead(motion.session, motion.code());
    Electorate electorate = electorate(motion.session);
    door.change(motion, ifMatch, Action.MOVED, m -> close(m, electorate, closing.castingVote()));
    if (motion.state == Motion.State.ADOPTED) {
      adopted.carryOut(year, motion, MotionViews.tally(Ballot.on(motion)));
    } else if (motion.dossier != null && motion.kind != Kind.OTHER) {
      // the number of events is public: it must not tell whether a hidden motion was adopted
      door.change(motion, Action.CHANGED, rejected -> {});
    }
    return MotionViews.of(motion, electorate);
  }

  private void close(Motion motion, Electorate electorate, @Nullable Choice castingVote) {
    SortedSet<String> left = electorate.recused(motion.code());
    SessionService.requireQuorum(electorate, left);
    Ballot.on(motion).stream().filter(b -> !electorate.counts(b, left)).forEach(Ballot::delete);
    Ballot.flush();
    Tally tally = MotionViews.tally(Ballot.on(motion));
    motion.keep(electorate, left);
    motion.castingVote = castingVote(motion, electorate, tally, castingVote);
    motion.state =
        isAdopted(tally, motion.castingVote) ? Motion.State.ADOPTED : Motion.State.REJECTED;
    motion.closedAt = clock.instant();
  }

  /**
   * Withdraws a motion, for example when too few members are left to vote.
   *
   * @throws Refusal 409 once the vote is closed
   */
  @Transactional
  MotionView withdraw(int year, int session, int number, String ifMatch) {
    Motion motion = open(year, session, number);
    requireLead(motion.session, motion.code());
    Electorate electorate = electorate(motion.session);
    door.change(
        motion,
        ifMatch,
        Action.MOVED,
        withdrawn -> {
          withdrawn.keep(electorate, electorate.recused(withdrawn.code()));
          withdrawn.state = Motion.State.WITHDRAWN;
          withdrawn.closedAt = clock.instant();
        });
    return MotionViews.of(motion, electorate);
  }

  private @Nullable Choice castingVote(
      Motion motion, Electorate electorate, Tally tally, @Nullable Choice said) {
    boolean tie = tally.inFavour() == tally.against() && tally.inFavour() > 0;
    if (said != null && !tie) {
      throw Refusal.at("/castingVote", DeliberationRule.NO_TIE, tally.inFavour(), tally.against());
    }
    Optional<Juror> presiding =
        Juror.ofUser(motion.session.editionYear, caller.name())
            .filter(juror -> electorate.isIn(juror, Set.copyOf(motion.left())));
    if (!tie || !electorate.hasCastingVote() || presiding.isEmpty()) {
      requireNone(said);
      return null;
    }
    if (said == null || said == Choice.ABSTAIN) {
      throw Refusal.at("/castingVote", DeliberationRule.CASTING_VOTE_NEEDED, tally.inFavour());
    }
    Ballot.of(motion, presiding.get())
        .filter(own -> own.choice != Choice.ABSTAIN && own.choice != said)
        .ifPresent(own -> refuseOther(own.choice));
    return said;
  }

  private static void requireNone(@Nullable Choice said) {
    if (said != null) {
      throw Refusal.at("/castingVote", DeliberationRule.NO_CASTING_VOTE);
    }
  }

  private static void refuseOther(Choice cast) {
    throw Refusal.at("/castingVote", DeliberationRule.CASTING_VOTE_CONTRADICTS, cast);
  }

  private static boolean isAdopted(Tally tally, @Nullable Choice castingVote) {
    return tally.inFavour() > tally.against() || castingVote == Choice.FOR;
  }
}
