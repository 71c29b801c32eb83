package org.arobase.palmares.figures;

import static org.arobase.testing.Http.anyone;
import static org.arobase.testing.Http.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.arobase.testing.HttpTest;
import org.arobase.testing.IndependentReaders;
import org.arobase.testing.TestEdition;
import org.junit.jupiter.api.Test;

/** The history of an authority through the editions, and counts of labels, past and ours. */
@HttpTest
class AuthorityProgressTest {
  @Test
  void thePastIsToldAsFarAsItIsKnown() {
    anyone()
        .get("/authorities/69029/progress")
        .then()
        .statusCode(200)
        .body("name", equalTo("Bron"))
        .body("honours.year", contains(2021))
        .body("honours[0].what", equalTo("Territoire d'excellence numérique (3 ans)"));
    anyone()
        .get("/authorities/01001/progress")
        .then()
        .body("participations", equalTo(0))
        .body("best", nullValue())
        .body("sentence", equalTo("Aucune participation connue"))
        .body("history", empty());
    anyone().get("/authorities/99999/progress").then().statusCode(404);
  }

  @Test
  void aSecondParticipationIsCountedAndItsChange() {
    for (int value : List.of(1, 3)) {
      TestEdition edition = new TestEdition().dossier("01009", 1);
      edition.assign("01009", "juror1", "juror2").move("EVALUATION");
      edition.score("01009", "juror1", 1, value).score("01009", "juror2", 1, value);
      edition.move("DELIBERATION").finalise().then().statusCode(200);
      edition.publish().then().statusCode(200);
    }
    anyone()
        .get("/authorities/01009/progress")
        .then()
        .body("sentence", equalTo("2e participation connue"))
        .body("history.number", contains(1, 2))
        .body("history[1].change", greaterThan(0))
        .body("history.ours", contains(true, true));
    anyone()
        .header("Accept-Language", "en")
        .get("/authorities/01009/progress")
        .then()
        .body("sentence", equalTo("2 participations known"));
  }

  @Test
  void labelsOfThePastAreCountedAndNeverAsAll() {
    anyone()
        .get("/palmares/2006/counts?level=4")
        .then()
        .statusCode(200)
        .body("complete", equalTo(true))
        .body("count", equalTo(24))
        .body("ofAnyLevel", equalTo(223))
        .body("byLevel", equalTo(Map.of("4", 24)))
        .body("sentence", equalTo("24 collectivités à 4 @ au palmarès 2006."));
    anyone()
        .get("/palmares/2006/counts?level=5&kind=MUNICIPALITY")
        .then()
        .statusCode(200)
        .body("complete", equalTo(false))
        .body("count", greaterThan(0))
        .body("byLevel.keySet()", contains("5"));
    anyone().get("/palmares/1999/counts").then().statusCode(404);
  }

  /** A data portal can harvest the catalogue: it uses standard terms, and each file is there. */
  @Test
  void theCatalogueIsReadByOthers() {
    String catalogue =
        anyone().get("/palmares/catalogue").then().statusCode(200).extract().asString();
    String expanded = IndependentReaders.expanded(catalogue).toString();
    assertTrue(expanded.contains("http://www.w3.org/ns/dcat#Dataset"), expanded);
    assertTrue(expanded.contains("media-types/application/jose"), expanded);
    JsonPath known = JsonPath.from(catalogue);
    known.setRootPath("'dcat:dataset'[0].'dcat:distribution'");
    for (String address : known.<String>getList("'dcat:downloadURL'.'@id'")) {
      String path = address.substring(address.indexOf("/api/v1") + "/api/v1".length());
      anyone().get(path).then().statusCode(200);
    }
  }

  /** The dry run of finalisation shows the candidates that gain on their last edition. */
  @Test
  void aDryRunSaysWhoGains() {
    TestEdition first = new TestEdition().dossier("01010", 1);
    first.assign("01010", "juror1", "juror2").move("EVALUATION");
    first.score("01010", "juror1", 1, 1).score("01010", "juror2", 1, 1);
    first.move("DELIBERATION").finalise().then().statusCode(200);
    first.publish().then().statusCode(200);
    TestEdition second = new TestEdition().dossier("01010", 1);
    second.assign("01010", "juror1", "juror2").move("EVALUATION");
    second.score("01010", "juror1", 1, 3).score("01010", "juror2", 1, 3);
    second.move("DELIBERATION");
    as("president", Map.of("level", 4, "reason", "Élan"))
        .put(second.at("/decisions/01010"))
        .then()
        .statusCode(200);
    as("president", Map.of())
        .post(second.at("/finalisation?dryRun=true"))
        .then()
        .body("gaining", hasItem("01010"))
        .body("losing", empty())
        .body("otherThanComputed", contains("01010"))
        .body("outcomes[0].change", greaterThan(0))
        .body("sealHash", nullValue());
  }
}
