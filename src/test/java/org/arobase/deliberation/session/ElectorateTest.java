package org.arobase.deliberation.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.arobase.authority.LocalAuthority;
import org.arobase.deliberation.session.Attendance.Mode;
import org.arobase.edition.Edition;
import org.arobase.edition.policy.DeliberationPolicy;
import org.arobase.jury.Juror;
import org.arobase.jury.Recusal;
import org.arobase.jury.Recusals;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who counts for the quorum of a session, and who may cast which vote. */
class ElectorateTest {
  private static final BigDecimal HALF = new BigDecimal("0.5");

  private final Map<String, Juror> jury = new TreeMap<>();
  private final List<Attendance> attendance = new ArrayList<>();
  private final List<Recusal> recusals = new ArrayList<>();
  private boolean mandatesCount;

  private Juror member(String name) {
    return jury.computeIfAbsent(name, n -> new Juror(new Edition(), n, "user-" + n, n));
  }

  private Attendance attends(String name, Mode mode, @Nullable String holder) {
    Attendance stay = new Attendance();
    stay.juror = member(name);
    stay.mode = mode;
    stay.holder = holder == null ? null : member(holder);
    attendance.add(stay);
    return stay;
  }

  private void isRecused(String name, String code) {
    Recusal recusal = new Recusal();
    recusal.juror = member(name);
    recusal.authority = new LocalAuthority();
    recusal.authority.code = code;
    recusals.add(recusal);
  }

  private Electorate electorate() {
    DeliberationPolicy policy =
        new DeliberationPolicy(HALF, mandatesCount, 1, true, HALF, null, null);
    return new Electorate(
        policy, List.copyOf(jury.values()), attendance, () -> Recusals.of(recusals));
  }

  private Ballot ballot(String name, String castBy) {
    Ballot ballot = new Ballot();
    ballot.juror = member(name);
    ballot.castBy = "user-" + castBy;
    return ballot;
  }

  @Test
  void halfOfFourMembersIsTwoAndAMandateCountsOnlyByPolicy() {
    List.of("a", "b", "c", "d").forEach(this::member);
    attends("a", Mode.PRESENT, null);
    attends("b", Mode.MANDATE, "a");
    assertEquals(2, electorate().needed(Set.of()));
    assertEquals(1, electorate().attending(Set.of()));
    assertFalse(electorate().isQuorate(Set.of()));
    mandatesCount = true;
    assertTrue(electorate().isQuorate(Set.of()));
  }

  @Test
  void aMandateIsWorthNothingOnceItsHolderHasLeft() {
    mandatesCount = true;
    attends("a", Mode.PRESENT, null).leftAt = java.time.Instant.EPOCH;
    attends("b", Mode.MANDATE, "a");
    attends("c", Mode.REMOTE, null);
    assertEquals(1, electorate().attending(Set.of()));
    assertEquals(Set.of("c"), electorate().entitled(Set.of()));
  }

  @Test
  void whoIsRecusedNeitherCountsNorVotesOnTheDossier() {
    attends("a", Mode.PRESENT, null);
    attends("b", Mode.PRESENT, null);
    member("c");
    isRecused("b", "78138");
    isRecused("b", "35238");
    assertEquals(Set.of("b"), electorate().recused("78138"));
    assertEquals(Set.of(), electorate().recused("1004"));
    assertEquals(Set.of(), electorate().recused(null));
    assertEquals(1, electorate().needed(Set.of("b")));
    assertEquals(Set.of("a"), electorate().entitled(Set.of("b")));
  }

  @Test
  void aMemberVotesThemselvesOrByTheHolderOfTheirMandate() {
    attends("a", Mode.PRESENT, null);
    attends("b", Mode.MANDATE, "a");
    Electorate electorate = electorate();
    assertTrue(electorate.votesFor(member("a"), member("a")));
    assertTrue(electorate.votesFor(member("a"), member("b")));
    assertFalse(electorate.votesFor(member("b"), member("b")));
    assertFalse(electorate.votesFor(member("b"), member("a")));
    assertFalse(electorate.votesFor(member("a"), member("d")));
  }

  @Test
  void aBallotCountsWhileItsCasterMayStillCastIt() {
    attends("a", Mode.PRESENT, null);
    attends("b", Mode.MANDATE, "a");
    Electorate electorate = electorate();
    assertTrue(electorate.counts(ballot("a", "a"), Set.of()));
    assertTrue(electorate.counts(ballot("b", "a"), Set.of()));
    assertFalse(electorate.counts(ballot("b", "b"), Set.of()));
    assertFalse(electorate.counts(ballot("a", "a"), Set.of("a")));
    assertFalse(electorate.counts(ballot("b", "a"), Set.of("a")));
  }

  @Test
  void whoDeclinedIsNoMember() {
    member("a").answer = Juror.Answer.DECLINED;
    attends("a", Mode.PRESENT, null);
    attends("b", Mode.PRESENT, null);
    assertEquals(1, electorate().members());
    assertEquals(Set.of("b"), electorate().entitled(Set.of()));
  }
}
