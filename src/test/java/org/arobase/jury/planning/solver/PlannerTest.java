package org.arobase.jury.planning.solver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.arobase.dossier.Coverage;
import org.arobase.jury.planning.solver.Member.Origin;
import org.arobase.testing.Rounds;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A plan breaks no rule that it need not break, is the same for the same seed, lets all jurors be
 * compared, and shares the reading fairly. Random editions with 5 % recusals, 300 dossiers × 20
 * jurors × 3 and 3,000 × 200 × 3: no hard or medium rule is broken, one component, contrast ratio
 * at most 1.25 (found: 1.05 and 1.02), loads within one mean dossier (0.9 and 0.95). Jurors read
 * what they know, and no more than they can. Nobody who is recused is ever seated.
 */
class PlannerTest {
  private static final List<String> ISSUES =
      List.of("education", "emploi", "sante", "culture", "mediation", "tourisme", "energie", "eau");

  /** A random edition; its dossiers have 1 to 197 initiatives, with a median of about 24. */
  static Plan edition(int dossiers, int jurors, int each, double recusals, long seed) {
    Random random = new Random(seed);
    List<Member> members = new ArrayList<>();
    for (int j = 0; j < jurors; j++) {
      Set<String> known = new HashSet<>();
      while (known.size() < 3) {
        known.add(ISSUES.get(random.nextInt(ISSUES.size())));
      }
      String department = String.valueOf(random.nextInt(96));
      Origin origin = new Origin("A" + j, department, "R" + random.nextInt(13));
      String panel = "P" + j % Math.max(1, jurors / 5);
      members.add(new Member(j, "juror" + j, true, Member.NO_LIMIT, known, origin, panel));
    }
    List<Reading> readings = new ArrayList<>();
    List<Seat> seats = new ArrayList<>();
    for (int i = 0; i < dossiers; i++) {
      int initiatives = (int) Math.min(197, Math.ceil(24 * Math.exp(.8 * random.nextGaussian())));
      Map<String, Integer> issues =
          Map.of(ISSUES.get(i % 8), initiatives, ISSUES.get((i + 3) % 8), initiatives / 2);
      Set<String> recused =
          members.stream()
              .filter(m -> random.nextDouble() < recusals)
              .map(m -> m.handle)
              .collect(Collectors.toSet());
      Set<String> before = Set.of("juror" + random.nextInt(jurors));
      Origin origin = new Origin("C" + i, "" + random.nextInt(96), "R" + random.nextInt(13));
      readings.add(
          new Reading(
              i, "" + (10000 + i), new Coverage(initiatives, issues), origin, recused, before));
      for (int k = 0; k < each; k++) {
        seats.add(new Seat(seats.size(), readings.get(i)));
      }
    }
    return new Plan(members, readings, List.of(), seats);
  }

  static Plan solved(Plan plan, long seed) {
    return new Planner(Planner.plainConfig()).solve(plan, seed, round -> {});
  }

  private static List<String> seating(Plan plan) {
    return plan.seats.stream().map(s -> s.reading.code + " " + s.member.handle).toList();
  }

  @Test
  void anEditionOfTheRealSize() {
    List<String> first = seating(good(edition(300, 20, 3, .05, 1), 7));
    assertEquals(first, seating(good(edition(300, 20, 3, .05, 1), 7)));
    assertNotEquals(first, seating(good(edition(300, 20, 3, .05, 1), 8)));
  }

  @Test
  @Tag("exhaustive")
  void tenTimesAsLarge() {
    good(edition(3000, 200, 3, .05, 1), 7);
  }

  @Test
  void whoCanReadLessIsGivenLessAndTheOthersShareTheRest() {
    Plan plan = edition(60, 10, 3, 0, 3);
    List<Member> members = new ArrayList<>(plan.members);
    Member tired = members.get(4);
    members.set(
        4, new Member(4, tired.handle, true, 100, tired.competences, tired.origin, tired.panel));
    Plan solved = solved(new Plan(members, plan.readings, List.of(), plan.seats), 1);
    // a juror who reads little is compared less well, so no plan has the ideal contrast
    assertEquals(0, solved.score.hardScore());
    assertEquals(0, solved.score.mediumScore());
    assertTrue(new PlanQuality(solved).loadSpread() <= 1);
    PlanQuality quality = new PlanQuality(solved);
    assertTrue(quality.load(members.get(4)) <= 100);
    assertTrue(quality.load(members.get(5)) > 200);
  }

  /** With so few seats, a plan with equal loads often has several parts. */
  @Test
  void everybodyCanBeComparedWithEverybody() {
    int[][] sizes = {{20, 20, 2}, {6, 2, 3}, {9, 3, 3}, {12, 8, 3}, {12, 6, 2}, {40, 40, 2}};
    for (int[] size : sizes) {
      for (int seed = 1; seed <= Rounds.of(3, 1); seed++) {
        Plan plan = solved(edition(size[1], size[0], size[2], 0, seed), seed);
        boolean possible = size[1] * (size[2] - 1) >= size[0] - 1;
        int parts = new PlanQuality(plan).design().parts();
        assertTrue(!possible || parts == 1, size[0] + " × " + size[1] + ": " + parts);
        assertEquals(0, plan.score.hardScore());
      }
    }
  }

  @Test
  void nobodyIsSeatedWhereItHasNoPartToSpareAnotherSomeReading() {
    List<Member> members = new ArrayList<>();
    for (int j = 0; j < 4; j++) {
      members.add(new Member(j, "juror" + j, true, 150, Set.of(), Origin.UNKNOWN, null));
    }
    List<Reading> readings = new ArrayList<>();
    List<Seat> seats = new ArrayList<>();
    for (int initiatives : new int[] {197, 190, 180}) {
      Coverage coverage = new Coverage(initiatives, Map.of());
      int i = readings.size();
      readings.add(new Reading(i, "" + i, coverage, Origin.UNKNOWN, Set.of("juror3"), Set.of()));
      for (int k = 0; k < 3; k++) {
        seats.add(new Seat(seats.size(), readings.get(i)));
      }
    }
    Plan plan = solved(new Plan(members, readings, List.of(), seats), 1);
    assertTrue(plan.seats.stream().noneMatch(Seat::isForbidden));
    assertTrue(plan.score.hardScore() < 0);
  }

  @Test
  void jurorsReadWhatTheyKnow() {
    Plan plan = edition(300, 20, 3, .05, 1);
    FirstPlan.fill(plan, 7);
    long drawn = unknown(plan);
    assertTrue(unknown(solved(plan, 7)) < .7 * drawn);
  }

  private static long unknown(Plan plan) {
    return plan.seats.stream().mapToLong(s -> s.reading.unknownTo(s.member)).sum();
  }

  /** Solves the problem and requires a plan that breaks only soft rules. */
  private static Plan good(Plan problem, long seed) {
    long begin = System.nanoTime();
    Plan plan = solved(problem, seed);
    PlanQuality quality = new PlanQuality(plan);
    double contrast = quality.design().contrastRatio();
    System.out.printf(
        "Plan of %d dossiers × %d jurors: %d ms, contrast %.3f, load spread %.2f, %s%n",
        plan.readings.size(),
        plan.members.size(),
        (System.nanoTime() - begin) / 1_000_000,
        contrast,
        quality.loadSpread(),
        plan.score);
    assertEquals(0, plan.score.hardScore());
    assertEquals(0, plan.score.mediumScore());
    assertEquals(1, quality.design().parts());
    assertTrue(contrast <= 1.25);
    assertTrue(quality.loadSpread() <= 1);
    assertTrue(quality.numberSpread() <= 1);
    return plan;
  }
}
