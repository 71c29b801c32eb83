package org.arobase.jury.chair;

import static org.arobase.testing.Http.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.arobase.jury.Juror.Office;
import org.arobase.testing.HttpTest;
import org.arobase.testing.TestEdition;
import org.junit.jupiter.api.Test;

/**
 * Where the president and the vice-president are both recused from a dossier, the secretariat
 * appoints a juror who leads on it: the juror decides, the edition becomes final, and the recused
 * learn nothing. The juror has no such right elsewhere, earlier, or once the president is back.
 */
@HttpTest
class DossierChairTest {
  private static final String CODE = "78138";
  private static final String OTHER = "35054";

  private static TestEdition withoutPresidents() {
    TestEdition edition = new TestEdition().dossier(CODE, 1).dossier(OTHER, 1);
    edition.seat(Office.PRESIDENT, "president").seat(Office.VICE_PRESIDENT, "vicepresident");
    edition.assign(CODE, "juror1", "juror2").assign(OTHER, "juror1", "juror2");
    edition.seat(Office.MEMBER, "juror3").move("EVALUATION");
    edition.score(CODE, "juror1", 1, 3).score(CODE, "juror2", 1, 4);
    edition.score(OTHER, "juror1", 1, 3).score(OTHER, "juror2", 1, 3);
    edition.recuse("president", CODE).then().statusCode(201);
    return edition;
  }

  private static Response appoint(TestEdition edition, String juror) {
    return as("secretariat", Map.of("juror", juror, "reason", "Double déport"))
        .put(edition.at("/chairs/" + CODE));
  }

  private static Response decide(String user, TestEdition edition, String code) {
    return as(user, Map.of("level", 3, "reason", "Le jury en convient"))
        .put(edition.at("/decisions/" + code));
  }

  @Test
  void theChairDecidesAndTheEditionBecomesFinal() {
    TestEdition edition = withoutPresidents();
    edition.recuse("vicepresident", CODE).then().statusCode(201);
    appoint(edition, "juror3").then().statusCode(200).body("juror", equalTo("juror3"));
    as("juror3").get(edition.at("/ratings/" + CODE)).then().statusCode(409);
    edition.move("DELIBERATION");
    decide("president", edition, CODE).then().statusCode(403);
    decide("vicepresident", edition, CODE).then().statusCode(403);
    decide("juror1", edition, CODE).then().statusCode(403);
    decide("juror3", edition, OTHER).then().statusCode(403);
    edition.finalise().then().statusCode(409);
    decide("juror3", edition, CODE).then().statusCode(200).body("decidedBy", equalTo("juror3"));
    Response done = edition.finalise();
    done.then().statusCode(200);
    assertFalse(done.asString().contains(CODE));
    for (String recused : new String[] {"president", "vicepresident"}) {
      as(recused).get(edition.at("/chairs")).then().statusCode(200).body("items", empty());
      as(recused).get(edition.at("/chairs/" + CODE)).then().statusCode(403);
    }
    as("secretariat")
        .get(edition.at("/chairs"))
        .then()
        .body("items.dossier", contains(CODE))
        .body("items.juror", contains("juror3"));
  }

  @Test
  void aChairIsAppointedOnlyWhereNobodyElseLeads() {
    TestEdition edition = withoutPresidents();
    appoint(edition, "juror3")
        .then()
        .statusCode(409)
        .body("type", equalTo("/api/v1/problems/chair-not-needed"));
    edition.recuse("vicepresident", CODE).then().statusCode(201);
    appoint(edition, "nobody")
        .then()
        .statusCode(422)
        .body("violations.code", contains("unknown-juror"));
    appoint(edition, "president")
        .then()
        .statusCode(422)
        .body("violations.code", contains("juror-recused"));
    as("secretariat").get(edition.at("/chairs/" + CODE)).then().statusCode(404);
  }

  /** A chair can have marked the dossier; the president and the vice-president never have. */
  @Test
  void aChairDoesNotReopenTheirOwnSheetNorSealAVersionWithoutChanges() {
    TestEdition edition = withoutPresidents();
    edition.recuse("vicepresident", CODE).then().statusCode(201);
    appoint(edition, "juror1").then().statusCode(200);
    edition.move("DELIBERATION");
    reopen(edition, "juror1").then().statusCode(403);
    decide("juror1", edition, CODE).then().statusCode(200);
    edition.finalise().then().statusCode(200);
    edition.publish().then().statusCode(200);
    for (String limited : new String[] {"juror1", "vicepresident"}) {
      as(limited, Map.of("reason", "Pour voir", "changes", List.of()))
          .header("If-Match", edition.etag())
          .post(edition.at("/corrections"))
          .then()
          .statusCode(403);
    }
  }

  private static Response reopen(TestEdition edition, String juror) {
    String sheet = edition.at("/dossiers/" + CODE + "/score-sheets/" + juror);
    return as("juror1", Map.of("reason", "Erreur"))
        .header("If-Match", as("juror1").get(sheet).header("ETag"))
        .post(sheet + "/reopening");
  }

  @Test
  void anotherChairReplacesTheFirstAndThePresidentsReturnEndsIt() {
    TestEdition edition = withoutPresidents();
    edition.recuse("vicepresident", CODE).then().statusCode(201);
    Response first = appoint(edition, "juror3");
    appoint(edition, "juror1").then().statusCode(428);
    as("secretariat", Map.of("juror", "juror1", "reason", "Absence"))
        .header("If-Match", first.header("ETag"))
        .put(edition.at("/chairs/" + CODE))
        .then()
        .statusCode(200);
    edition.move("DELIBERATION");
    decide("juror3", edition, CODE).then().statusCode(403);
    decide("juror1", edition, CODE).then().statusCode(200);
    Response recusal =
        as("secretariat").get(edition.at("/recusals")).then().statusCode(200).extract().response();
    int number = recusal.path("items.find { it.juror == 'president' }.id");
    String address = edition.at("/recusals/" + number);
    as("secretariat")
        .header("If-Match", as("secretariat").get(address).header("ETag"))
        .queryParam("reason", "Le lien n’existe plus")
        .delete(address)
        .then()
        .statusCode(204);
    as("juror1", Map.of("level", 5, "reason", "Encore"))
        .header("If-Match", as("president").get(edition.at("/decisions/" + CODE)).header("ETag"))
        .put(edition.at("/decisions/" + CODE))
        .then()
        .statusCode(403);
  }
}
