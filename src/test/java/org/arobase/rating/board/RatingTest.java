package org.arobase.rating.board;

import static org.arobase.testing.Http.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.restassured.path.json.JsonPath;
import io.restassured.path.json.config.JsonPathConfig;
import io.restassured.path.json.config.JsonPathConfig.NumberReturnType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.arobase.testing.HttpTest;
import org.arobase.testing.TestEdition;
import org.junit.jupiter.api.Test;

@HttpTest
class RatingTest {

  private static final JsonPathConfig DOUBLES =
      JsonPathConfig.jsonPathConfig().numberReturnType(NumberReturnType.DOUBLE);

  @Test
  void theBoardShowsWhatIsComplete() {
    TestEdition edition = new TestEdition().dossier("35054", 1).dossier("78138", 2);
    edition.assign("35054", "juror1", "juror2").assign("78138", "juror1", "juror2", "juror3");
    edition.move("EVALUATION");
    edition.score("35054", "juror1", 1, 5).score("35054", "juror2", 1, 0);
    edition.score("78138", "juror1", 2, 4);
    as("president")
        .get(edition.at("/ratings"))
        .then()
        .body("items.dossier", contains("35054", "78138"))
        .body("items[0].score", equalTo(0.5f))
        .body("items[0].level", equalTo(3))
        .body("items[0].flags", contains("DIVERGENT", "BORDERLINE"))
        .body("items[1].score", nullValue())
        .body("items[1].level", nullValue())
        .body("items[1].submitted", equalTo(1))
        .body("items[1].assigned", equalTo(3))
        .body("items[1].flags", contains("INCOMPLETE"));
    as("president")
        .get(edition.at("/ratings?flag=INCOMPLETE"))
        .then()
        .body("items.dossier", contains("78138"));
    as("president").get(edition.at("/ratings?level=3")).then().body("total", equalTo(1));
    as("president")
        .get(edition.at("/ratings/78138"))
        .then()
        .body("sentence", startsWith("Chanteloup-les-Vignes n’a pas encore de niveau"));
  }

  @Test
  void anExplanationAccountsForEveryContribution() {
    JsonPath explained =
        as("president").get("/editions/2020/ratings/" + synthetic()).jsonPath(DOUBLES);
    List<Map<String, Object>> jurors = explained.getList("jurors");
    assertEquals(3, jurors.size());
    for (int j = 0; j < jurors.size(); j++) {
      List<Object> parts =
          explained.getList(
              "jurors[" + j + "].lines.findAll { it.criterion != null }.contribution");
      double sum = parts.stream().mapToDouble(part -> ((Number) part).doubleValue()).sum();
      double score = ((Number) jurors.get(j).get("score")).doubleValue();
      assertEquals(score, sum, 1e-9);
    }
    assertEquals(64, explained.getString("marksHash").length());
    assertEquals(16, explained.getList("issues").size());
  }

  @Test
  void theMarksHashChangesWithTheMarksAndOnlyThen() {
    TestEdition edition = new TestEdition().dossier("78138", 1);
    edition.assign("78138", "juror1", "juror2").move("EVALUATION");
    String empty = hash(edition);
    as("juror1", TestEdition.sheet(1, 3)).header("If-Match", "\"0\"").put(edition.sheetOf("78138"));
    assertEquals(empty, hash(edition), "a draft counts");
    edition.score("78138", "juror1", 1, 3);
    String one = hash(edition);
    assertNotEquals(empty, one);
    assertEquals(one, hash(edition));
    edition.score("78138", "juror2", 1, 4);
    assertNotEquals(one, hash(edition));
  }

  @Test
  void notApplicableAndAbstainedAreNoZeros() {
    TestEdition edition = new TestEdition().dossier("78138", 1);
    edition.assign("78138", "juror1", "juror2").move("EVALUATION");
    for (String juror : List.of("juror1", "juror2")) {
      String sheet = edition.sheetOf("78138");
      as(juror, TestEdition.sheet(1, 4)).header("If-Match", "\"0\"").put(sheet);
      Map<String, Object> mark =
          Map.of(
              "initiative",
              1,
              "criterion",
              "utility",
              "state",
              juror.equals("juror1") ? "NOT_APPLICABLE" : "ABSTAINED");
      as(juror, Map.of("marks", List.of(mark))).header("If-Match", "\"1\"").patch(sheet);
      as(juror).header("If-Match", "\"2\"").post(sheet + "/submission").then().statusCode(200);
    }
    as("president")
        .get(edition.at("/ratings/78138"))
        .then()
        .body("rating.score", equalTo(0.8f))
        .body(
            "jurors[0].lines.find { it.criterion == 'utility' }.presence",
            equalTo("NOT_APPLICABLE"))
        .body("jurors[1].lines.find { it.criterion == 'utility' }.presence", equalTo("ABSTAINED"))
        .body("jurors[0].lines.find { it.initiative == 1 }.coverage", equalTo(1.0f))
        .body("jurors[1].lines.find { it.initiative == 1 }.coverage", equalTo(0.7f));
  }

  @Test
  void theBoardRemembersOnlyWhatDidNotChange() {
    TestEdition edition = new TestEdition().dossier("35054", 1).dossier("78138", 1);
    edition.assign("35054", "juror1", "juror2").assign("78138", "juror1", "juror2");
    edition.move("EVALUATION");
    edition.score("35054", "juror1", 1, 1).score("35054", "juror2", 1, 1);
    assertBoard(edition, 0.2f, null);
    edition.score("78138", "juror1", 1, 2).score("78138", "juror2", 1, 4);
    assertBoard(edition, 0.2f, 0.6f);
    assertBoard(edition, 0.2f, 0.6f);
  }

  private static void assertBoard(TestEdition edition, Float first, Float second) {
    List<Float> scores = as("president").get(edition.at("/ratings")).path("items.score");
    assertEquals(Arrays.asList(first, second), scores);
  }

  @Test
  void onlyThePresidentSeesTheBoardBeforeItIsFinal() {
    as("secretariat").get("/editions/2020/ratings").then().statusCode(409);
    as("juror1").get("/editions/2020/ratings").then().statusCode(409);
    as("chanteloup").get("/editions/2020/ratings/78138").then().statusCode(403);
    as("president").get("/editions/2020/ratings").then().statusCode(200).body("items", hasSize(6));
  }

  private static String synthetic() {
    return as("president").get("/editions/2020/ratings").path("items[0].dossier");
  }

  private static String hash(TestEdition edition) {
    return as("president").get(edition.at("/ratings/78138")).path("marksHash");
  }
}
