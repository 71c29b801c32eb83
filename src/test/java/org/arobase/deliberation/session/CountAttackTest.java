package org.arobase.deliberation.session;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.arobase.jury.Juror.Office;
import org.arobase.testing.HttpTest;
import org.arobase.testing.Meeting;
import org.arobase.testing.Spy;
import org.arobase.testing.TestEdition;
import org.junit.jupiter.api.Test;

/**
 * An attack on a hidden vote: a juror who is recused from a dossier reads what has to do with the
 * vote before and after each motion on it and compares sizes, words and sums in all answers. From
 * one half of the motions they learn which of these tells whether the motion was adopted, and
 * foretell the other half: no better than by chance. A juror who takes part, with the same method,
 * foretells each.
 */
@HttpTest
class CountAttackTest {
  private static final String HIDDEN = "35054";
  private static final List<String> DOSSIERS = List.of("78138", HIDDEN);
  private static final int TRIALS = 16;

  private static final Pattern ASKED = Pattern.compile("audit|deliberation|decision|progress");

  /** Deviations from one half, in standard errors, that chance does not explain. */
  private static final double SURPRISING = 2.6;

  /** What one user saw change with each motion, by address and kind of count. */
  private final Map<String, List<Map<String, Double>>> seen = new TreeMap<>();

  @Test
  void noCountTellsTheOutcomeOfAHiddenMotion() throws Exception {
    Meeting meeting = Meeting.of(edition(), "juror1", "juror2", "juror3", "president");
    Random random = new Random(20201122);
    List<Boolean> outcomes = new ArrayList<>();
    Map<String, Map<String, Double>> before = read();
    for (int trial = 1; trial <= TRIALS; trial++) {
      boolean adopted = random.nextBoolean();
      meeting.move(motion());
      String choice = adopted ? "FOR" : "AGAINST";
      meeting.vote("juror1", trial, choice).vote("juror2", trial, choice).close(trial, null);
      outcomes.add(adopted);
      Map<String, Map<String, Double>> after = read();
      note(before, after);
      before = after;
    }
    int blind = foretold("juror3", outcomes);
    int sighted = foretold("juror1", outcomes);
    int asked = TRIALS / 2;
    System.out.printf(
        "Count attack: of %d motions, %d foretold by the recused, %d by who takes part%n",
        asked, blind, sighted);
    double chance = asked / 2.0 + SURPRISING * Math.sqrt(asked) / 2;
    assertTrue(blind < chance, () -> "better than chance: " + blind);
    assertTrue(sighted >= chance, () -> "the attack itself has no power: " + sighted);
  }

  private TestEdition edition;

  private TestEdition edition() {
    edition = new TestEdition();
    for (String code : DOSSIERS) {
      edition.dossier(code, 1).assign(code, "juror1", "juror2");
    }
    edition.seat(Office.MEMBER, "juror3");
    edition.recuse("juror3", HIDDEN).then().statusCode(201);
    edition.move("EVALUATION");
    for (String code : DOSSIERS) {
      edition.score(code, "juror1", 1, 3).score(code, "juror2", 1, 3);
    }
    return edition.move("DELIBERATION");
  }

  private static Map<String, Object> motion() {
    return Map.of("kind", "LEVEL", "dossier", HIDDEN, "level", 4, "text", "Un élan réel.");
  }

  private Map<String, Map<String, Double>> read() throws IOException {
    Map<String, Map<String, Double>> counts = new TreeMap<>();
    for (String user : List.of("juror1", "juror3")) {
      counts.put(user, Spy.counts(Spy.read(user, edition.year, DOSSIERS, ASKED)));
    }
    return counts;
  }

  private void note(
      Map<String, Map<String, Double>> before, Map<String, Map<String, Double>> after) {
    after.forEach(
        (user, counts) -> {
          Map<String, Double> change = new TreeMap<>(counts);
          before.get(user).forEach((what, count) -> change.merge(what, -count, Double::sum));
          seen.computeIfAbsent(user, u -> new ArrayList<>()).add(change);
        });
  }

  /** How many of the second half come out right by the count that was best in the first half. */
  private int foretold(String user, List<Boolean> outcomes) {
    List<Map<String, Double>> changes = seen.get(user);
    int half = TRIALS / 2;
    int best = -1;
    int right = 0;
    for (String what : all(changes)) {
      Set<Double> adopted = new TreeSet<>();
      for (int i = 0; i < half; i++) {
        if (outcomes.get(i)) {
          adopted.add(changes.get(i).getOrDefault(what, 0.0));
        }
      }
      int learnt = hits(what, adopted, changes, outcomes, 0, half);
      if (learnt > best) {
        best = learnt;
        right = hits(what, adopted, changes, outcomes, half, TRIALS);
      }
    }
    return right;
  }

  private static Set<String> all(List<Map<String, Double>> changes) {
    Set<String> all = new TreeSet<>();
    changes.forEach(change -> all.addAll(change.keySet()));
    return all;
  }

  private static int hits(
      String what,
      Set<Double> adopted,
      List<Map<String, Double>> changes,
      List<Boolean> outcomes,
      int from,
      int to) {
    int hits = 0;
    for (int i = from; i < to; i++) {
      hits += adopted.contains(changes.get(i).getOrDefault(what, 0.0)) == outcomes.get(i) ? 1 : 0;
    }
    return hits;
  }
}
