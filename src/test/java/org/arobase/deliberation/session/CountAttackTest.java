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
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.arobase.jury.Juror.Office;
import org.arobase.testing.HttpTest;
import org.arobase.testing.Meeting;
import org.arobase.testing.Spy;
import org.arobase.testing.TestEdition;
import org.junit.jupiter.api.Test;

/**
 * An attack on a hidden vote: a juror who is recused from a dossier reads everything about
 * sessions, decisions and the audit record before and after each motion on it, and compares sizes,
 * words and sums. From one half of the motions they learn which of these shows whether the motion
 * was adopted, and predict the other half: no better than by chance. A juror who takes part
 * predicts each of them with the same method.
 */
@HttpTest
class CountAttackTest {
  private static final String HIDDEN = "35054";
  private static final List<String> DOSSIERS = List.of("78138", HIDDEN);
  private static final int TRIALS = 16;

  private static final Pattern ASKED = Pattern.compile("audit|deliberation|decision|progress");

  /** Deviations from one half, in standard errors, that chance does not explain. */
  private static final double SURPRISING = 2.6;

  private TestEdition edition;

  /**
   * A motion.
   *
   * @param changes of each count that a user could read, by user
   */
  private record Motion(boolean adopted, Map<String, Map<String, Double>> changes) {
    double change(String user, String count) {
      return changes.get(user).getOrDefault(count, 0.0);
    }
  }

  @Test
  void noCountTellsTheOutcomeOfAHiddenMotion() throws Exception {
    edition = deliberation();
    Meeting meeting = Meeting.of(edition, "juror1", "juror2", "juror3", "president");
    Random random = new Random(20201122);
    List<Motion> motions = new ArrayList<>();
    Map<String, Map<String, Double>> before = read();
    for (int trial = 1; trial <= TRIALS; trial++) {
      boolean adopted = random.nextBoolean();
      String choice = adopted ? "FOR" : "AGAINST";
      meeting.move(motion());
      meeting.vote("juror1", trial, choice).vote("juror2", trial, choice).close(trial, null);
      Map<String, Map<String, Double>> after = read();
      motions.add(new Motion(adopted, changes(before, after)));
      before = after;
    }
    int blind = predicted("juror3", motions);
    int sighted = predicted("juror1", motions);
    int asked = TRIALS / 2;
    System.out.printf(
        "Count attack: of %d motions, %d predicted by the recused, %d by who takes part%n",
        asked, blind, sighted);
    double chance = asked / 2.0 + SURPRISING * Math.sqrt(asked) / 2;
    assertTrue(blind < chance, () -> "better than chance: " + blind);
    assertTrue(sighted >= chance, () -> "the attack itself has no power: " + sighted);
  }

  private static TestEdition deliberation() {
    TestEdition edition = new TestEdition();
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

  private static Map<String, Map<String, Double>> changes(
      Map<String, Map<String, Double>> before, Map<String, Map<String, Double>> after) {
    Map<String, Map<String, Double>> changes = new TreeMap<>();
    after.forEach(
        (user, counts) -> {
          Map<String, Double> change = new TreeMap<>(counts);
          before.get(user).forEach((count, value) -> change.merge(count, -value, Double::sum));
          changes.put(user, change);
        });
    return changes;
  }

  /** How many of the second half come out right by the count that was best in the first half. */
  private static int predicted(String user, List<Motion> motions) {
    List<Motion> known = motions.subList(0, motions.size() / 2);
    List<Motion> others = motions.subList(motions.size() / 2, motions.size());
    Set<String> counts = new TreeSet<>();
    motions.forEach(motion -> counts.addAll(motion.changes().get(user).keySet()));
    long best = -1;
    long right = 0;
    for (String count : counts) {
      Set<Double> ofAdopted =
          known.stream()
              .filter(Motion::adopted)
              .map(motion -> motion.change(user, count))
              .collect(Collectors.toSet());
      Predicate<Motion> isRight =
          motion -> ofAdopted.contains(motion.change(user, count)) == motion.adopted();
      long learnt = known.stream().filter(isRight).count();
      if (learnt > best) {
        best = learnt;
        right = others.stream().filter(isRight).count();
      }
    }
    return (int) right;
  }
}
