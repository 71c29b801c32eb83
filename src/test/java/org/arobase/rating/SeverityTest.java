package org.arobase.rating;

import static org.arobase.testing.Http.as;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.path.json.JsonPath;
import io.restassured.path.json.config.JsonPathConfig;
import io.restassured.path.json.config.JsonPathConfig.NumberReturnType;
import java.util.List;
import java.util.Map;
import org.arobase.jury.Juror.Office;
import org.arobase.testing.HttpTest;
import org.arobase.testing.TestEdition;
import org.junit.jupiter.api.Test;

/**
 * The correction of severity over HTTP: dossiers read by a severe juror are raised, and the
 * reliability report names that juror. The estimate uses only what the caller may know: a dossier
 * that the caller is recused from is in no figure. Sensitivity shows which levels depend on one
 * juror, the model, a threshold or a weight. Jurors that nobody links are reported as DISCONNECTED,
 * and nothing is corrected. The probabilities of the six levels add up to 1.
 */
@HttpTest
class SeverityTest {
  private static final List<String> CODES = List.of("35054", "35238", "44109", "78138");
  private static final List<List<String>> PAIRS =
      List.of(
          List.of("juror1", "juror2"),
          List.of("juror1", "juror3"),
          List.of("juror2", "juror3"),
          List.of("juror1", "juror3"));

  /** juror3 scores all dossiers but the first, two points lower than the others. */
  private static TestEdition severe(String model) {
    TestEdition edition = new TestEdition(model);
    for (int i = 0; i < CODES.size(); i++) {
      edition.dossier(CODES.get(i), 1).assign(CODES.get(i), PAIRS.get(i).toArray(String[]::new));
    }
    edition.seat(Office.PRESIDENT, "president").move("EVALUATION");
    for (int i = 0; i < CODES.size(); i++) {
      for (String juror : PAIRS.get(i)) {
        int severity = juror.equals("juror3") ? 2 : 0;
        int noise = juror.equals("juror1") ? i % 2 : 0;
        edition.score(CODES.get(i), juror, 1, 2 + i % 2 + noise - severity);
      }
    }
    return edition;
  }

  private static JsonPath board(TestEdition edition) {
    return as("president")
        .get(edition.at("/ratings"))
        .jsonPath(JsonPathConfig.jsonPathConfig().numberReturnType(NumberReturnType.DOUBLE));
  }

  @Test
  void whoWasSeenByASevereJurorIsRaised() {
    JsonPath raw = board(severe("NONE"));
    JsonPath corrected = board(severe("REML"));
    assertEquals(raw.getList("items.rawScore"), corrected.getList("items.rawScore"));
    assertEquals(raw.getDouble("items[0].score"), raw.getDouble("items[0].rawScore"), 1e-4);
    assertTrue(corrected.getDouble("items[0].score") < raw.getDouble("items[0].score"));
    for (int i = 1; i < 4; i++) {
      String score = "items[" + i + "].score";
      assertTrue(corrected.getDouble(score) > raw.getDouble(score), score);
      List<Object> probabilities = corrected.getList("items[" + i + "].levelProbabilities");
      double sum = probabilities.stream().mapToDouble(p -> ((Number) p).doubleValue()).sum();
      assertEquals(6, probabilities.size());
      assertEquals(1, sum, 1e-5);
    }
  }

  @Test
  void theReportNamesTheSevereJuror() {
    TestEdition edition = severe("REML");
    as("president")
        .get(edition.at("/reliability"))
        .then()
        .statusCode(200)
        .body("model", equalTo("REML"))
        .body("status", equalTo("FITTED"))
        .body("dossiers", equalTo(4))
        .body("jurors.juror", contains("juror1", "juror2", "juror3"))
        .body("jurors.dossiers", contains(3, 2, 3))
        .body("jurors.min { it.severity }.juror", equalTo("juror3"))
        .body("jurors.severity.sum().doubleValue()", closeTo(0, 1e-5))
        .body("criteria", hasSize(5))
        .body("parts", hasSize(1));
    as("secretariat").get(edition.at("/reliability")).then().statusCode(409);
    as("juror1").get(edition.at("/reliability")).then().statusCode(403);
  }

  @Test
  void anExplanationTellsTheCorrection() {
    TestEdition edition = severe("REML");
    JsonPath explained =
        as("president")
            .get(edition.at("/ratings/78138"))
            .jsonPath(JsonPathConfig.jsonPathConfig().numberReturnType(NumberReturnType.DOUBLE));
    double sum =
        explained.getDouble("mean")
            + explained.getDouble("correction")
            + explained.getDouble("rounding");
    assertEquals(explained.getDouble("rating.score"), sum, 1e-9);
    assertTrue(explained.getDouble("correction") > 0);
    assertTrue(explained.getString("sentence").contains("sévérités"));
    as("president")
        .header("Accept-Language", "en")
        .get(edition.at("/ratings/78138"))
        .then()
        .body("sentence", containsString("probability of this level is at least"));
  }

  @Test
  void whatIsHiddenIsNotInTheEstimate() {
    TestEdition edition = severe("REML");
    JsonPath before = board(edition);
    edition.recuse("president", "44109").then().statusCode(201);
    JsonPath after = board(edition);
    assertEquals(List.of("35054", "35238", "78138"), after.getList("items.dossier"));
    assertTrue(before.getDouble("items[3].score") != after.getDouble("items[2].score"));
    as("president")
        .get(edition.at("/reliability"))
        .then()
        .body("dossiers", equalTo(3))
        .body("parts[0].dossiers", not(hasItem("44109")));
  }

  @Test
  void theSensitivityTellsWhatLevelsHangOn() {
    TestEdition edition = severe("REML");
    JsonPath told =
        as("president")
            .get(edition.at("/sensitivity"))
            .then()
            .statusCode(200)
            .body("rated", equalTo(4))
            .body(
                "variations.kind.countBy { it }",
                equalTo(
                    Map.of(
                        "JUROR_LEFT_OUT", 3,
                        "SEVERITY_MODEL", 2,
                        "THRESHOLDS", 2,
                        "CRITERION_WEIGHT", 10,
                        "ISSUE_WEIGHT", 32)))
            .body("weights.draws", equalTo(200))
            .body("weights.seed", equalTo(edition.year))
            .extract()
            .jsonPath();
    // without the severe juror three dossiers have one score, and the quorum is two
    String left = "variations.find { it.what == 'juror3' }.changes";
    assertEquals(
        List.of("35238", "44109", "78138"),
        told.getList(left + ".findAll { it.to == null }.dossier"));
    assertEquals(List.of(), told.getList("variations.find { it.what == 'utility × 0.8' }.changes"));
    String raw = "variations.find { it.what == 'NONE' }.changes.dossier";
    JsonPath corrected = board(edition);
    JsonPath uncorrected = board(severe("NONE"));
    for (int i = 0; i < CODES.size(); i++) {
      String level = "items[" + i + "].level";
      boolean differs = !corrected.get(level).equals(uncorrected.get(level));
      assertEquals(differs, told.getList(raw).contains(CODES.get(i)), CODES.get(i));
    }
    as("secretariat").get(edition.at("/sensitivity")).then().statusCode(409);
  }

  /**
   * Utility weighs .3: with 4 on it and 3 elsewhere the score is .66 of 1. With a fifth less, it
   * weighs .24 of .94 and the score is .6511, below a threshold at .655. A dossier with equal marks
   * does not change.
   */
  @Test
  void aLevelThatHangsOnAWeightIsTold() {
    Map<String, Object> levels =
        Map.of("thresholds", List.of(.1, .2, .3, .655, .9), "gates", List.of(), "floor", 0);
    TestEdition edition = new TestEdition(Map.of("levels", levels));
    edition.dossier("35054", 1).dossier("78138", 1);
    edition.assign("35054", "juror1", "juror2").assign("78138", "juror1", "juror2");
    edition.seat(Office.PRESIDENT, "president").move("EVALUATION");
    for (String juror : List.of("juror1", "juror2")) {
      edition.score("35054", juror, 1, 3).scoreUneven("78138", juror, 4, 3);
    }
    JsonPath board = board(edition);
    double base = board.getDouble("items[1].score");
    JsonPath told = as("president").get(edition.at("/sensitivity")).jsonPath();
    assertTrue(base > .655 && base < .67, () -> "score " + base);
    String less = "variations.find { it.what == 'utility × 0.8' }.changes";
    assertEquals(List.of("78138"), told.getList(less + ".dossier"));
    assertEquals(List.of(4), told.getList(less + ".from"));
    assertEquals(List.of(3), told.getList(less + ".to"));
    assertEquals(List.of(), told.getList("variations.find { it.what == 'utility × 1.2' }.changes"));
    assertEquals(List.of("78138"), told.getList("weights.dossiers.dossier"));
    List<Float> shares = told.getList("weights.dossiers[0].levels", Float.class);
    assertEquals(1, shares.get(3) + shares.get(4), 1e-6);
    assertTrue(shares.get(4) > .5 && shares.get(3) > .1, shares::toString);
  }

  @Test
  void partsThatNoJurorLinksAreToldAndNotCorrected() {
    TestEdition edition = new TestEdition("REML").dossier("35054", 1).dossier("78138", 1);
    edition.assign("35054", "juror1", "juror2").assign("78138", "juror3", "juror4");
    edition.move("EVALUATION").score("35054", "juror1", 1, 3).score("35054", "juror2", 1, 3);
    edition.score("78138", "juror3", 1, 1).score("78138", "juror4", 1, 2);
    as("president")
        .get(edition.at("/ratings"))
        .then()
        .body("items.flags.every { it.contains('DISCONNECTED') }", equalTo(true))
        .body("items.score", contains(0.6f, 0.3f));
    as("president")
        .get(edition.at("/reliability"))
        .then()
        .body("status", equalTo("DISCONNECTED"))
        .body("parts.jurors", contains(List.of("juror1", "juror2"), List.of("juror3", "juror4")));
  }
}
