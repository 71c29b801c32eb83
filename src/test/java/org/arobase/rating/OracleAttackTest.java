package org.arobase.rating;

import static org.arobase.testing.Http.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.arobase.dossier.Dossier;
import org.arobase.edition.Edition;
import org.arobase.jury.Juror.Office;
import org.arobase.platform.canonical.Canonical;
import org.arobase.platform.database.Transactions;
import org.arobase.platform.secrets.ServerKey;
import org.arobase.scoring.Certainty;
import org.arobase.scoring.Grid.Cell;
import org.arobase.scoring.JuryRating;
import org.arobase.scoring.Mark;
import org.arobase.scoring.Panel;
import org.arobase.scoring.Policy;
import org.arobase.scoring.Rating;
import org.arobase.testing.HttpTest;
import org.arobase.testing.Rounds;
import org.arobase.testing.Spy;
import org.arobase.testing.TestEdition;
import org.junit.jupiter.api.Test;

/**
 * An attack on the marks of a hidden dossier by a recused president who has this engine. They read
 * every figure they may, in DELIBERATION and once results are final, and try all 216 ways in which
 * three jurors could have marked: which of them gives the figures that were read, and which gives
 * one of the hashes? The right one comes out no earlier than by chance. The same attack with the
 * answers of others, who may see the dossier, finds it each time.
 */
@HttpTest
class OracleAttackTest {
  private static final long SEED = 20201122;
  private static final int TRIALS = Rounds.of(8, 4);
  private static final String HIDDEN = "35238";
  private static final List<String> SHOWN = List.of("78138", "35054", "44109", "29019");
  private static final List<String> ALL = Stream.concat(SHOWN.stream(), Stream.of(HIDDEN)).toList();
  private static final List<String> JURORS = List.of("juror1", "juror2", "juror3");
  private static final Pattern ASKED = Pattern.compile("rating|seal|marks|minutes|reliab|sensit");
  private static final List<List<Integer>> MARKS = allMarks();

  /** Deviations from one half, in standard errors, that chance does not explain. */
  private static final double SURPRISING = 2.6;

  /** Figures that are final have ten digits. */
  private static final double EXACT = 1e-11;

  private final RatingInputs inputs;
  private final ServerKey key;

  OracleAttackTest(RatingInputs inputs, ServerKey key) {
    this.inputs = inputs;
    this.key = key;
  }

  /**
   * A way in which the hidden dossier can have been marked, and what an attacker computes from it.
   *
   * @param marks of each juror, the same everywhere on the sheet
   * @param figures of the shown dossiers, if these were the marks
   * @param content the text that is hashed together with the secret of the dossier
   */
  private record Candidate(List<Integer> marks, double[] figures, String content) {}

  private static List<List<Integer>> allMarks() {
    List<List<Integer>> all = new ArrayList<>();
    for (int i = 0; i < 216; i++) {
      all.add(List.of(i / 36, i / 6 % 6, i % 6));
    }
    return all;
  }

  @Test
  void theEngineFindsNoHiddenMark() throws Exception {
    Random random = new Random(SEED);
    double blind = 0;
    double sighted = 0;
    for (int trial = 0; trial < TRIALS; trial++) {
      List<Integer> secret = MARKS.get(random.nextInt(MARKS.size()));
      TestEdition edition = deliberation(random, secret);
      List<Candidate> candidates = candidates(edition);
      List<String> president = read(edition, "president", SHOWN);
      List<String> informed = read(edition, "juror1", ALL);
      finalise(edition);
      president.addAll(read(edition, "president", SHOWN));
      informed.addAll(read(edition, "secretariat", ALL));
      blind += rank(secret, candidates, Spy.fractions(president));
      sighted += rank(secret, candidates, Spy.fractions(informed));
      assertEquals(Set.of(), confirmed(edition, candidates, Spy.hashes(president)));
      List<String> secrets = new ArrayList<>(Spy.hashes(informed));
      secrets.add(key.mac("marks-secret", edition.year + "/" + HIDDEN));
      assertEquals(Set.of(secret), confirmed(edition, candidates, secrets));
    }
    System.out.printf(
        "Oracle attack: %d trials, mean rank of the marks %.3f when hidden, %.3f when shown%n",
        TRIALS, blind / TRIALS, sighted / TRIALS);
    double chance = 0.5 - SURPRISING / Math.sqrt(12.0 * TRIALS);
    assertTrue(blind / TRIALS > chance, () -> "better than chance");
    assertTrue(sighted / TRIALS < 0.05, () -> "the attack itself has no power");
  }

  private static List<String> read(TestEdition edition, String user, List<String> dossiers)
      throws IOException {
    return new ArrayList<>(Spy.read(user, edition.year, dossiers, ASKED).values());
  }

  private static TestEdition deliberation(Random random, List<Integer> secret) {
    TestEdition edition = new TestEdition("REML");
    edition.seat(Office.PRESIDENT, "president").seat(Office.VICE_PRESIDENT, "vicepresident");
    for (String code : ALL) {
      edition.dossier(code, 1).assign(code, panel(code).toArray(String[]::new));
    }
    edition.recuse("president", HIDDEN).then().statusCode(201);
    edition.move("EVALUATION");
    for (String code : SHOWN) {
      panel(code).forEach(juror -> edition.score(code, juror, 1, random.nextInt(6)));
    }
    for (int j = 0; j < JURORS.size(); j++) {
      edition.score(HIDDEN, JURORS.get(j), 1, secret.get(j));
    }
    return edition.move("DELIBERATION");
  }

  /** Two of the three jurors read a dossier, so that severities matter; all read the hidden one. */
  private static List<String> panel(String code) {
    int absent = SHOWN.indexOf(code) % JURORS.size();
    return JURORS.stream().filter(juror -> JURORS.indexOf(juror) != absent).toList();
  }

  private static void finalise(TestEdition edition) {
    as("vicepresident", Map.of("level", 2, "reason", "Décision de la vice-présidence"))
        .put(edition.at("/decisions/" + HIDDEN))
        .then()
        .statusCode(200);
    edition.finalise().then().statusCode(200);
  }

  private List<Candidate> candidates(TestEdition edition) {
    return Transactions.inNew(
        () -> {
          Edition found = Edition.required(edition.year);
          RatingInput hidden =
              inputs.of(found, List.of(Dossier.required(edition.year, HIDDEN))).get(0);
          List<Panel> panels =
              inputs.scored(found, inputs.of(found)).stream().map(ScoredDossier::panel).toList();
          Policy policy = found.policy().forEngine();
          return MARKS.stream()
              .map(m -> new Candidate(m, figures(m, panels, policy), content(m, hidden)))
              .toList();
        });
  }

  private static double[] figures(List<Integer> marks, List<Panel> panels, Policy policy) {
    List<Panel> guessed = panels.stream().map(panel -> with(panel, marks)).toList();
    Map<String, Rating> ratings = JuryRating.rate(guessed, policy).ratings();
    return SHOWN.stream()
        .flatMap(code -> figures(ratings.get(code)))
        .mapToDouble(BigDecimal::doubleValue)
        .toArray();
  }

  private static String content(List<Integer> marks, RatingInput hidden) {
    Map<String, Map<Cell, Mark>> sheets = new HashMap<>();
    for (int j = 0; j < marks.size(); j++) {
      sheets.put(JURORS.get(j), MarksHashTest.all(hidden.grid(), marks.get(j)));
    }
    return MarksHash.content(HIDDEN, hidden.stratum(), null, hidden.grid(), sheets);
  }

  /** The position of the right marks among all, 0 to 1, by how well they explain the numbers. */
  private static double rank(List<Integer> secret, List<Candidate> candidates, double[] numbers) {
    double right = distance(candidates.get(MARKS.indexOf(secret)), numbers);
    double[] all = candidates.stream().mapToDouble(one -> distance(one, numbers)).toArray();
    double before = Arrays.stream(all).filter(one -> one < right - 1e-12).count();
    double tied = Arrays.stream(all).filter(one -> Math.abs(one - right) <= 1e-12).count();
    return (before + (tied - 1) / 2) / (candidates.size() - 1);
  }

  /**
   * How far the figures of a candidate are from the nearest numbers that were read, as the sum of
   * logarithms: one figure that is exactly right weighs more than many that are near.
   */
  private static double distance(Candidate candidate, double[] numbers) {
    return Arrays.stream(candidate.figures())
        .map(figure -> Math.log(nearest(figure, numbers) + EXACT))
        .sum();
  }

  private static Panel with(Panel panel, List<Integer> marks) {
    if (!panel.dossier().equals(HIDDEN)) {
      return panel;
    }
    TreeMap<String, BigDecimal> scores = new TreeMap<>();
    for (int j = 0; j < marks.size(); j++) {
      scores.put(JURORS.get(j), BigDecimal.valueOf(marks.get(j)).divide(BigDecimal.valueOf(5)));
    }
    return new Panel(
        panel.dossier(), panel.expected(), panel.quorum(), scores, panel.issues(), panel.anchor());
  }

  private static Stream<BigDecimal> figures(Rating rating) {
    Certainty certainty = rating.certainty();
    Stream<BigDecimal> levels = Stream.iterate(0, i -> i + 1).limit(6).map(certainty::of);
    return Stream.concat(Stream.of(certainty.adjusted(), certainty.error()), levels)
        .filter(figure -> figure != null && figure.signum() != 0);
  }

  private static double nearest(double figure, double[] numbers) {
    int at = Arrays.binarySearch(numbers, figure);
    if (at >= 0) {
      return 0;
    }
    double below = -at - 2 >= 0 ? figure - numbers[-at - 2] : 1;
    double above = -at - 1 < numbers.length ? numbers[-at - 1] - figure : 1;
    return Math.min(below, above);
  }

  /** The marks whose hash was read, with each text that was read as the secret, or with none. */
  private static Set<List<Integer>> confirmed(
      TestEdition edition, List<Candidate> candidates, List<String> read) {
    Set<String> hashes = new HashSet<>(read);
    List<String> secrets = new ArrayList<>(read);
    secrets.addAll(List.of("", edition.year + "/" + HIDDEN));
    return candidates.stream()
        .filter(
            one ->
                secrets.stream()
                    .anyMatch(secret -> hashes.contains(Canonical.hash(secret + one.content()))))
        .map(Candidate::marks)
        .collect(Collectors.toSet());
  }
}
