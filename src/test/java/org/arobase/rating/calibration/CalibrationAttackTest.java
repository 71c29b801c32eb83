package org.arobase.rating.calibration;

import static org.arobase.testing.Http.as;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.arobase.jury.Juror.Office;
import org.arobase.testing.HttpTest;
import org.arobase.testing.Rounds;
import org.arobase.testing.TestEdition;
import org.junit.jupiter.api.Test;

/**
 * An attack on the scores of colleagues: a juror notes the mean of the others before and after a
 * sheet is opened again and a juror leaves, and subtracts. This hits no score more often than a
 * guess from the first mean alone.
 */
@HttpTest
class CalibrationAttackTest {
  private static final List<String> JURORS =
      List.of("juror1", "juror2", "juror3", "juror4", "juror5");
  private static final List<String> CODES =
      List.of("78138", "35238", "35054", "44109", "29019", "50129", "56260")
          .subList(0, Rounds.of(7, 4));

  private final Random random = new Random(20201122);

  @Test
  void theDifferenceOfTwoMeansTellsNoScore() {
    TestEdition edition = edition();
    Map<String, Integer> secret = new HashMap<>();
    for (String code : CODES) {
      for (String juror : JURORS) {
        int mark = random.nextInt(6);
        edition.score(code, juror, 1, mark);
        secret.put(code + juror, mark);
      }
    }
    Map<String, float[]> first = told(edition);
    CODES.forEach(code -> edition.reopen(code, "juror4"));
    Map<String, float[]> withoutFourth = told(edition);
    CODES.forEach(code -> edition.score(code, "juror4", 1, 0));
    Map<String, float[]> again = told(edition);
    edition.withdraw("juror3");
    Map<String, float[]> withoutThird = told(edition);
    int guessed = 0;
    int subtracted = 0;
    for (String code : CODES) {
      float[] told = first.get(code);
      int fourth = secret.get(code + "juror4");
      int third = secret.get(code + "juror3");
      guessed += hits(told[0], fourth) + hits(told[0], third);
      subtracted += hits(removed(told, withoutFourth.get(code)), fourth);
      subtracted += hits(removed(again.get(code), withoutThird.get(code)), third);
    }
    System.out.printf(
        "Calibration attack: %d scores, %d hit by subtraction, %d by the first mean%n",
        2 * CODES.size(), subtracted, guessed);
    assertEquals(guessed, subtracted);
  }

  private static TestEdition edition() {
    TestEdition edition = new TestEdition();
    edition.seat(Office.MEMBER, JURORS.toArray(String[]::new)).seat(Office.PRESIDENT, "president");
    List<Map<String, String>> all = new ArrayList<>();
    for (String code : CODES) {
      edition.dossier(code, 1);
      JURORS.forEach(
          juror -> all.add(Map.of("dossier", code, "juror", juror, "purpose", "CALIBRATION")));
    }
    return edition.allocate(all).move("EVALUATION");
  }

  /** By dossier, the mean of the others, NaN when it is not told, and their number. */
  private static Map<String, float[]> told(TestEdition edition) {
    JsonPath told = as("juror1").get("/me/calibration?edition=" + edition.year).jsonPath();
    Map<String, float[]> means = new HashMap<>();
    for (int i = 0; i < CODES.size(); i++) {
      String at = "dossiers[" + i + "].";
      means.put(
          told.getString(at + "dossier"),
          new float[] {
            told.get(at + "panel") == null ? Float.NaN : told.getFloat(at + "panel"),
            told.getInt(at + "others")
          });
    }
    return means;
  }

  /** The score of the one who is in the first mean and no longer in the second. */
  private static double removed(float[] before, float[] after) {
    return before[1] * before[0] - (before[1] - 1) * after[0];
  }

  private static int hits(double score, int mark) {
    return Math.abs(score * 5 - mark) < 0.5 ? 1 : 0;
  }
}
