package org.arobase.jury.planning;

import static org.arobase.testing.Http.anyone;
import static org.arobase.testing.Http.as;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.arobase.jury.Juror.Office;
import org.arobase.testing.Awaited;
import org.arobase.testing.HttpTest;
import org.arobase.testing.TestEdition;
import org.junit.jupiter.api.Test;

/**
 * A plan is ordered, explained and adopted over HTTP; until it is adopted nothing changes. A juror
 * who leaves moves almost nobody else (at least 27 of 30 assignments stay). What is pinned, begun
 * or made for a purpose stays. Rules that cannot be kept are named, and such a plan is not
 * adoptable.
 */
@HttpTest
class PlanTest {
  private static final List<String> JURORS =
      IntStream.rangeClosed(1, 6).mapToObj(n -> "juror" + n).toList();

  private List<String> codes;

  private TestEdition edition() {
    return withDossiers(new TestEdition());
  }

  private TestEdition withDossiers(TestEdition edition) {
    codes =
        anyone().get("/authorities?kind=MUNICIPALITY&department=35&limit=12").path("items.code");
    for (int i = 0; i < codes.size(); i++) {
      edition.dossier(codes.get(i), 1 + i % 3);
    }
    return edition.seat(Office.MEMBER, JURORS.toArray(String[]::new));
  }

  private static ValidatableResponse planned(TestEdition edition, Map<String, Object> order) {
    return Awaited.job(
            "secretariat", as("secretariat", order).post(edition.at("/assignments/plan")))
        .body("state", equalTo("DONE"));
  }

  private static void adopt(TestEdition edition, JsonPath plan) {
    edition.allocate(plan.getList("result.assignments"));
  }

  @Test
  void aPlanIsLookedAtAndAdopted() {
    TestEdition edition = edition();
    edition.recuse("juror1", codes.get(0)).then().statusCode(201);
    JsonPath plan =
        planned(edition, Map.of("seed", 7))
            .body("kind", equalTo("ASSIGNMENT_PLAN"))
            .body("result.adoptable", equalTo(true))
            .body("result.components", equalTo(1))
            .body("result.assignments.size()", equalTo(36))
            .body("result.rules.findAll { it.hardness != 'SOFT' }", empty())
            .extract()
            .jsonPath();
    assertTrue(plan.getDouble("result.contrastRatio") <= 1.25);
    assertTrue(plan.getDouble("result.loadSpread") <= 1);
    assertTrue(plan.getDouble("result.precision.rightLevel") > .6);
    assertTrue(
        plan.getList("result.assignments").stream()
            .noneMatch(Map.of("dossier", codes.get(0), "juror", "juror1")::equals));
    assertEquals(
        plan.getList("result.assignments"),
        planned(edition, Map.of("seed", 7)).extract().path("result.assignments"));
    as("secretariat").get(edition.at("/assignments")).then().body("total", equalTo(0));
    adopt(edition, plan);
    as("secretariat").get(edition.at("/assignments")).then().body("total", equalTo(36));
  }

  @Test
  void aChangedJuryMovesLittleAndWhatIsPinnedStays() {
    TestEdition edition = edition();
    adopt(edition, planned(edition, Map.of()).extract().jsonPath());
    String juror = edition.at("/jurors/juror6");
    as("secretariat", Map.of("reason", "Malade"))
        .header("If-Match", as("secretariat").get(juror).header("ETag"))
        .post(juror + "/withdrawal")
        .then()
        .statusCode(200);
    JsonPath plan =
        planned(edition, Map.of())
            .body("result.assignments.size()", equalTo(36))
            .body("result.assignments.findAll { it.juror == 'juror6' }", empty())
            .extract()
            .jsonPath();
    int kept = plan.getInt("result.kept");
    assertEquals(30, kept + plan.getInt("result.moved"));
    assertTrue(kept >= 27, "kept " + kept);
  }

  @Test
  void theRulesThatItCannotKeepAreTold() {
    TestEdition edition = edition();
    for (String name : JURORS) {
      String juror = edition.at("/jurors/" + name);
      as("secretariat", Map.of("capacity", 5))
          .header("If-Match", as("secretariat").get(juror).header("ETag"))
          .patch(juror)
          .then()
          .statusCode(200);
    }
    planned(edition, Map.of())
        .body("result.adoptable", equalTo(false))
        .body("result.rules.rule", hasItem("CAPACITY"))
        .body("result.rules[0].hardness", equalTo("HARD"));
  }

  @Test
  void allReadWhatTheyCompareThemselvesBy() {
    TestEdition edition = edition();
    edition.recuse("juror2", codes.get(1)).then().statusCode(201);
    Map<String, Object> order = new HashMap<>(Map.of("calibration", Set.of(codes.get(1))));
    JsonPath plan = planned(edition, order).extract().jsonPath();
    String calibration = "result.assignments.findAll { it.purpose == 'CALIBRATION' }";
    assertEquals(
        List.of("juror1", "juror3", "juror4", "juror5", "juror6"),
        plan.getList(calibration + ".juror"));
    assertEquals(Set.of(codes.get(1)), Set.copyOf(plan.getList(calibration + ".dossier")));
    adopt(edition, plan);
    as("secretariat")
        .get(edition.at("/assignments"))
        .then()
        .body("items.findAll { it.purpose == 'CALIBRATION' }.size()", equalTo(5));
  }

  @Test
  void whatHasAPurposeOrWasBegunStaysAlsoOfWhoHasDeclined() {
    TestEdition edition = edition();
    String code = codes.get(0);
    List<Map<String, String>> there =
        List.of(
            Map.of("dossier", code, "juror", "juror1"),
            Map.of("dossier", code, "juror", "juror2"),
            Map.of("dossier", code, "juror", "juror3"),
            Map.of("dossier", code, "juror", "juror6", "purpose", "SECOND_READING"));
    edition.allocate(there).move("EVALUATION").score(code, "juror1", 1, 3);
    String mine = "/me/jury-membership?edition=" + edition.year;
    as("juror1", Map.of("answer", "DECLINED"))
        .header("If-Match", as("juror1").get(mine).header("ETag"))
        .patch(mine)
        .then()
        .statusCode(200);
    JsonPath plan =
        planned(edition, Map.of())
            .body("result.adoptable", equalTo(true))
            .body("result.assignments.findAll { it.juror == 'juror1' }.size()", equalTo(1))
            .extract()
            .jsonPath();
    String ofIt = "result.assignments.findAll { it.dossier == '" + code + "' }";
    assertEquals(4, plan.getList(ofIt).size());
    assertEquals(
        List.of("juror6"),
        plan.getList(ofIt + ".findAll { it.purpose == 'SECOND_READING' }.juror"));
    adopt(edition, plan);
  }

  @Test
  void whoReadADossierLastYearReadsAnother() {
    TestEdition last = edition();
    String code = codes.get(0);
    Set<String> readers = Set.of("juror1", "juror2", "juror3");
    last.allocate(readers.stream().map(r -> Map.of("dossier", code, "juror", r)).toList());
    planned(withDossiers(last.next()), Map.of())
        .body("result.adoptable", equalTo(true))
        .body(
            "result.assignments.findAll { it.dossier == '" + code + "' }.juror.sort()",
            equalTo(List.of("juror4", "juror5", "juror6")));
  }

  @Test
  void anAssumptionIsWholeOrNone() {
    as("secretariat", Map.of("assumption", Map.of("severity", 0.05)))
        .post(edition().at("/assignments/plan"))
        .then()
        .statusCode(422);
    planned(
            edition(),
            Map.of(
                "assumption",
                Map.of("severity", 0, "residual", 0.0001, "mean", 0.5, "spread", 0.1)))
        .body("result.precision.rightLevel.toDouble()", greaterThan(.99));
  }

  @Test
  void whereThereIsNobodyNothingIsPlanned() {
    as("secretariat", Map.of())
        .post(new TestEdition().dossier("78138", 1).at("/assignments/plan"))
        .then()
        .statusCode(409)
        .body("type", equalTo("/api/v1/problems/nothing-to-plan"));
    as("secretariat", Map.of("calibration", Set.of("78138")))
        .post(new TestEdition().at("/assignments/plan"))
        .then()
        .statusCode(404)
        .body("type", equalTo("/api/v1/problems/dossier-not-found"));
  }
}
