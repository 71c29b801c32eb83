package org.arobase.jury.recusal;

import static org.arobase.testing.Http.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.arobase.jury.Juror.Office;
import org.arobase.testing.HttpTest;
import org.arobase.testing.TestEdition;
import org.junit.jupiter.api.Test;

/**
 * A conflict of interest takes a juror off the dossier, whether it is declared or found by
 * affiliation as the policy says. The assignment ends, the sheet is kept and no longer counts, the
 * quorum is kept or reduced by policy. A vice-president decides where the president is recused;
 * without that decision nothing becomes final. Conflicts can be declared without learning whether
 * the dossier exists. A blocked step tells that some dossier blocks it, not which one.
 */
@HttpTest
class RecusalTest {

  private static TestEdition scored() {
    TestEdition edition = new TestEdition().dossier("78138", 1).dossier("35054", 1);
    edition.assign("78138", "juror1", "juror2", "juror3").assign("35054", "juror1", "juror2");
    edition.move("EVALUATION");
    edition.score("78138", "juror1", 1, 1).score("78138", "juror2", 1, 3);
    edition.score("78138", "juror3", 1, 4);
    return edition.score("35054", "juror1", 1, 3).score("35054", "juror2", 1, 3);
  }

  @Test
  void aDeclaredTieEndsTheAssignmentAndVoidsTheSheet() {
    TestEdition edition = scored();
    as("president").get(edition.at("/ratings/78138")).then().body("rating.submitted", equalTo(3));
    Response declared =
        as("juror1", Map.of("authority", "78138", "reason", "Mon frère en est élu"))
            .post(edition.at("/recusals"));
    declared.then().statusCode(201).body("ground", equalTo("DECLARED"));
    as("president")
        .get(edition.at("/ratings/78138"))
        .then()
        .body("rating.submitted", equalTo(2))
        .body("rating.score", equalTo(0.7f))
        .body("rating.jurors.juror", contains("juror2", "juror3"));
    for (String gone :
        List.of("", "/initiatives", "/score-sheets/me", "/score-sheets/me/history")) {
      as("juror1")
          .get(edition.at("/dossiers/78138" + gone))
          .then()
          .statusCode(403)
          .body("type", equalTo("/api/v1/problems/recused"));
    }
    as("juror1").get("/me/score-sheets?edition=" + edition.year).then().body("total", equalTo(1));
    as("president")
        .get(edition.at("/dossiers/78138/score-sheets/juror1/history"))
        .then()
        .statusCode(200)
        .body("", hasSize(1));
    as("president").get(edition.at("/dossiers/78138/score-sheets/juror1")).then().statusCode(404);
    as("juror1").get(edition.at("/recusals")).then().body("items.authority", contains("78138"));
    as("juror2").get(edition.at("/recusals")).then().body("items", empty());
  }

  @Test
  void oneDeclaresForItselfOnlyAndOnce() {
    TestEdition edition = scored();
    Map<String, String> another = Map.of("authority", "78138", "juror", "juror2", "reason", "x");
    as("juror1", another).post(edition.at("/recusals")).then().statusCode(403);
    edition.recuse("juror2", "78138").then().statusCode(201).body("juror", equalTo("juror2"));
    edition
        .recuse("juror2", "78138")
        .then()
        .statusCode(409)
        .body("type", equalTo("/api/v1/problems/recusal-exists"));
    edition.recuse("juror2", "00000").then().statusCode(422);
    edition.recuse("nobody", "78138").then().statusCode(404);
    as("juror6", Map.of("authority", "78138", "reason", "x"))
        .post(edition.at("/recusals"))
        .then()
        .statusCode(403)
        .body("type", equalTo("/api/v1/problems/not-your-edition"));
  }

  @Test
  void aTieCanBeDeclaredWithoutLearningWhetherThereIsADossier() {
    TestEdition edition = scored();
    for (String code : List.of("29019", "35054")) {
      as("juror3", Map.of("authority", code, "reason", "Lien"))
          .post(edition.at("/recusals"))
          .then()
          .statusCode(201)
          .body("authority", equalTo(code));
    }
  }

  @Test
  void whatIsLiftedIsAsItWas() {
    TestEdition edition = scored();
    Response declared = edition.recuse("juror1", "78138");
    String recusal = edition.at("/recusals/" + declared.path("id"));
    as("secretariat").delete(recusal + "?reason=Erreur").then().statusCode(428);
    as("secretariat")
        .header("If-Match", "\"9\"")
        .delete(recusal + "?reason=E")
        .then()
        .statusCode(412);
    String etag = as("secretariat").get(recusal).header("ETag");
    assertEquals(declared.header("ETag"), etag);
    as("secretariat").header("If-Match", etag).delete(recusal).then().statusCode(400);
    as("secretariat")
        .header("If-Match", etag)
        .delete(recusal + "?reason=Erreur")
        .then()
        .statusCode(204);
    as("secretariat").get(recusal).then().statusCode(404);
    as("president").get(edition.at("/ratings/78138")).then().body("rating.submitted", equalTo(3));
    as("juror1").get(edition.sheetOf("78138")).then().statusCode(200);
    edition.recuse("juror1", "78138").then().statusCode(201);
  }

  @Test
  void tiesAreFoundByAffiliationWhenJurorsBeginToRead() {
    TestEdition edition = new TestEdition().dossier("78138", 1).dossier("35054", 1);
    edition.assign("78138", "juror1", "juror2", "juror3").assign("35054", "juror1", "juror2");
    affiliate(edition, "juror1", "78138");
    as("secretariat")
        .post(edition.at("/recusals/detection?dryRun=true"))
        .then()
        .statusCode(200)
        .body("found.juror", contains("juror1"))
        .body("found.ground", contains("AUTHORITY"));
    as("secretariat").get(edition.at("/recusals")).then().body("total", equalTo(0));
    edition.move("EVALUATION");
    as("secretariat")
        .get(edition.at("/recusals"))
        .then()
        .body("items.declaredBy", contains("policy"));
    as("juror1").get(edition.at("/dossiers/78138")).then().statusCode(403);
    as("secretariat").post(edition.at("/recusals/detection")).then().body("found", empty());
  }

  @Test
  void policySaysWhetherADepartmentOrAnEpciRecuses() {
    // 78123 is Carrières-sous-Poissy: Chanteloup-les-Vignes is in its EPCI, Plaisir only in its
    // département
    Map<String, List<String>> found =
        Map.of("DEPARTMENT", List.of("78138", "78490"), "INTERMUNICIPALITY", List.of("78138"));
    found.forEach(
        (tie, codes) -> {
          TestEdition edition = withTies(List.of(tie), "KEPT").dossier("78138", 1);
          edition.dossier("78490", 1).dossier("35054", 1).assign("78138", "juror1");
          affiliate(edition, "juror1", "78123");
          as("secretariat")
              .post(edition.at("/recusals/detection?dryRun=true"))
              .then()
              .body("found.authority", containsInAnyOrder(codes.toArray()));
        });
  }

  private static TestEdition withTies(List<String> ties, String quorum) {
    TestEdition edition = new TestEdition();
    edition.tryMove("DRAFT", "Déports").then().statusCode(200);
    @SuppressWarnings("unchecked")
    Map<String, Object> policy =
        new HashMap<>((Map<String, Object>) TestEdition.wanted(edition.year).get("policy"));
    policy.put("recusals", Map.of("automatic", ties, "quorum", quorum));
    as("secretariat", policy)
        .header("If-Match", edition.etag())
        .put(edition.at("/rating-policy"))
        .then()
        .statusCode(200);
    return edition.move("OPEN");
  }

  private static void affiliate(TestEdition edition, String juror, String authority) {
    String address = edition.at("/jurors/" + juror);
    as("secretariat", Map.of("affiliation", authority))
        .header("If-Match", as("secretariat").get(address).header("ETag"))
        .patch(address)
        .then()
        .statusCode(200)
        .body("affiliation", equalTo(authority));
  }

  @Test
  void theQuorumIsKeptOrReducedAsPolicySays() {
    for (String quorum : List.of("KEPT", "REDUCED")) {
      TestEdition edition = withTies(List.of(), quorum).dossier("78138", 1);
      edition.assign("78138", "juror1", "juror2").move("EVALUATION");
      edition.score("78138", "juror2", 1, 3);
      edition.recuse("juror1", "78138").then().statusCode(201);
      Response board = as("president").get(edition.at("/ratings"));
      board.then().body("items[0].flags", hasItem("RECUSED_QUORUM"));
      boolean reduced = quorum.equals("REDUCED");
      assertEquals(reduced ? 3 : null, board.<Integer>path("items[0].level"));
      edition.tryMove("DELIBERATION", null).then().statusCode(reduced ? 200 : 409);
    }
  }

  @Test
  void theVicePresidentDecidesWhatThePresidentIsRecusedFrom() {
    TestEdition edition = scored();
    edition.seat(Office.PRESIDENT, "president").seat(Office.VICE_PRESIDENT, "vicepresident");
    as("vicepresident").get(edition.at("/ratings")).then().body("total", equalTo(0));
    edition.recuse("president", "78138").then().statusCode(201);
    edition.move("DELIBERATION");
    as("president").get(edition.at("/ratings")).then().body("items.dossier", contains("35054"));
    as("vicepresident").get(edition.at("/ratings")).then().body("items.dossier", contains("78138"));
    String decision = edition.at("/decisions/78138");
    as("president", Map.of("level", 3)).put(decision).then().statusCode(403);
    as("vicepresident", Map.of("level", 3))
        .put(edition.at("/decisions/35054"))
        .then()
        .statusCode(403);

    Response tried = as("president", Map.of()).post(edition.at("/finalisation?dryRun=true"));
    tried.then().body("outcomes.dossier", contains("35054"));
    tried.then().body("marksHash", nullValue());
    tried.then().body("blockers.code", contains("hidden-dossier-blocks"));
    edition.finalise().then().statusCode(409);
    as("vicepresident", Map.of("level", 2, "reason", "Deux sur trois"))
        .put(decision)
        .then()
        .statusCode(200)
        .body("decidedBy", equalTo("vicepresident"));
    edition
        .finalise()
        .then()
        .statusCode(200)
        .body("outcomes.dossier", not(hasItem("78138")))
        .body("distribution", equalTo(Map.of("3", 1)));
  }

  @Test
  void theDecisionOfWhoIsRecusedSinceIsNone() {
    TestEdition edition = scored();
    edition.seat(Office.PRESIDENT, "president").seat(Office.VICE_PRESIDENT, "vicepresident");
    edition.move("DELIBERATION");
    String decision = edition.at("/decisions/78138");
    String etag = as("president", Map.of("level", 3)).put(decision).header("ETag");
    edition.recuse("president", "78138").then().statusCode(201);
    edition
        .finalise()
        .then()
        .statusCode(409)
        .body("violations.code", contains("hidden-dossier-blocks"));
    as("vicepresident", Map.of("level", 3))
        .header("If-Match", etag)
        .put(decision)
        .then()
        .statusCode(200);
    edition.finalise().then().statusCode(200);
  }

  @Test
  void whereNobodyIsLeftToDecideItWaitsForAVicePresidentWhoIs() {
    TestEdition edition = scored();
    edition.seat(Office.PRESIDENT, "president").seat(Office.VICE_PRESIDENT, "vicepresident");
    edition.recuse("president", "78138").then().statusCode(201);
    Response tie = edition.recuse("vicepresident", "78138");
    edition.move("DELIBERATION");
    as("vicepresident").get(edition.at("/ratings")).then().body("total", equalTo(0));
    edition
        .finalise()
        .then()
        .statusCode(409)
        .body("violations.code", contains("hidden-dossier-blocks"));
    as("secretariat")
        .header("If-Match", tie.header("ETag"))
        .delete(edition.at("/recusals/" + tie.path("id") + "?reason=Erreur"))
        .then()
        .statusCode(204);
    as("vicepresident", Map.of("level", 3))
        .put(edition.at("/decisions/78138"))
        .then()
        .statusCode(200);
    edition.finalise().then().statusCode(200);
  }

  @Test
  void whatIsLiftedOfWhoHasLeftIsNotInForceAgain() {
    TestEdition edition = scored();
    Response declared = edition.recuse("juror1", "78138");
    String juror = edition.at("/jurors/juror1");
    as("secretariat", Map.of("reason", "Malade"))
        .header("If-Match", as("secretariat").get(juror).header("ETag"))
        .post(juror + "/withdrawal")
        .then()
        .statusCode(200);
    as("secretariat")
        .header("If-Match", declared.header("ETag"))
        .delete(edition.at("/recusals/" + declared.path("id") + "?reason=Erreur"))
        .then()
        .statusCode(204);
    as("president").get(edition.at("/ratings/78138")).then().body("rating.submitted", equalTo(2));
  }

  @Test
  void anAffiliationThatBecomesKnownLateRecusesAtOnce() {
    TestEdition edition = scored();
    affiliate(edition, "juror1", "78138");
    as("juror1").get(edition.sheetOf("78138")).then().statusCode(403);
  }

  @Test
  void aDecisionGoesStaleByActsNotByValues() {
    for (int value : new int[] {3, 5}) {
      TestEdition edition = scored();
      edition.seat(Office.PRESIDENT, "president").seat(Office.VICE_PRESIDENT, "vicepresident");
      edition.recuse("president", "78138").then().statusCode(201);
      edition.move("DELIBERATION");
      as("vicepresident", Map.of("level", 2, "reason", "Avis"))
          .put(edition.at("/decisions/78138"))
          .then()
          .statusCode(200);
      as("president", Map.of())
          .post(edition.at("/finalisation?dryRun=true"))
          .then()
          .body("blockers", empty());
      String sheet = edition.at("/dossiers/78138/score-sheets/juror2");
      as("vicepresident", Map.of("reason", "Relecture"))
          .header("If-Match", as("vicepresident").get(sheet).header("ETag"))
          .post(sheet + "/reopening")
          .then()
          .statusCode(200);
      edition.score("78138", "juror2", 1, value);
      as("president", Map.of())
          .post(edition.at("/finalisation?dryRun=true"))
          .then()
          .body("blockers.code", contains("hidden-dossier-blocks"));
    }
  }

  @Test
  void theDatabasesIdeaOfEqualCodesOpensNothing() {
    TestEdition edition = scored();
    edition.seat(Office.PRESIDENT, "president");
    edition.recuse("president", "78138").then().statusCode(201);
    for (String code : List.of("78138%20", "78138%09", "%2078138", "78138%C2%A0")) {
      as("president").get(edition.at("/ratings/") + code).then().statusCode(404);
      as("president").get(edition.at("/dossiers/") + code).then().statusCode(404);
    }
    as("secretariat", Map.of("authority", "78138 ", "juror", "juror1", "reason", "Lien"))
        .post(edition.at("/recusals"))
        .then()
        .statusCode(422);
  }

  @Test
  void aBlockedStepSaysNothingOfAHiddenDossier() {
    TestEdition edition = new TestEdition().dossier("78138", 1).assign("78138", "juror1");
    edition.seat(Office.PRESIDENT, "president").move("EVALUATION");
    edition.recuse("president", "78138").then().statusCode(201);
    as("president", Map.of("to", "DELIBERATION"))
        .header("If-Match", edition.etag())
        .post(edition.at("/phase"))
        .then()
        .statusCode(409)
        .body("violations.code", contains("hidden-dossier-blocks"))
        .body("violations.context", contains(nullValue()));
  }
}
