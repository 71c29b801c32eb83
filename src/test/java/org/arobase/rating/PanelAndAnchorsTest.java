package org.arobase.rating;

import static org.arobase.testing.Http.as;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.arobase.jury.Juror.Office;
import org.arobase.testing.HttpTest;
import org.arobase.testing.TestEdition;
import org.junit.jupiter.api.Test;

/** What a policy can make of the jurors' scores beside their mean, over HTTP. */
@HttpTest
class PanelAndAnchorsTest {

  /** By hand: the anchors got .2 and .4 more than then, so that every score is .3 less. */
  @Test
  void anchorsHoldLevelsStill() {
    TestEdition edition = new TestEdition();
    for (String code : List.of("35054", "35238", "78138")) {
      edition.dossier(code, 1).assign(code, "juror1", "juror2");
    }
    anchor(edition, "35054", "0.4").then().statusCode(200).body("score", equalTo(0.4f));
    anchor(edition, "35238", "0.4").then().statusCode(200);
    anchor(edition, "78138", "0.9").then().statusCode(200);
    anchor(edition, "78138", "").then().statusCode(200).body("score", nullValue());
    anchor(edition, "78138", "1.5").then().statusCode(422);
    edition.seat(Office.PRESIDENT, "president").move("EVALUATION");
    for (String juror : List.of("juror1", "juror2")) {
      edition.score("35054", juror, 1, 3).score("35238", juror, 1, 4).score("78138", juror, 1, 5);
    }
    as("president")
        .get(edition.at("/ratings"))
        .then()
        .statusCode(200)
        .body("items.rawScore", contains(0.6f, 0.8f, 1.0f))
        .body("items.score", contains(0.3f, 0.5f, 0.7f))
        .body("items.interval[2]", hasSize(2));
    as("president")
        .get(edition.at("/ratings/78138"))
        .then()
        .body("anchoring.doubleValue()", closeTo(-.3, 1e-6))
        .body("correction.doubleValue()", closeTo(0, 1e-6))
        .body("panelRule", equalTo("MEAN"))
        .body("sentence", containsString("calage"));
    as("president")
        .get(edition.at("/reliability"))
        .then()
        .body("anchoring.anchors", contains("35054", "35238"))
        .body("anchoring.added.doubleValue()", closeTo(-.3, 1e-6))
        .body("common.dossiers", contains("35054", "35238", "78138"))
        .body("common.kendallW.doubleValue()", closeTo(1, 1e-6));
  }

  private static Response anchor(TestEdition edition, String code, String score) {
    String path = edition.at("/dossiers/" + code + "/anchor");
    return as("secretariat")
        .header("If-Match", as("secretariat").get(path).header("ETag"))
        .contentType(ContentType.JSON)
        .body(score.isEmpty() ? "{}" : "{\"score\":" + score + "}")
        .put(path);
  }

  /** Who is recused from an anchor sees scores as they are without it. */
  @Test
  void aHiddenAnchorHoldsNothing() {
    TestEdition edition = new TestEdition();
    for (String code : List.of("35054", "35238", "78138")) {
      edition.dossier(code, 1).assign(code, "juror1", "juror2");
      anchor(edition, code, "0.4").then().statusCode(200);
    }
    edition.seat(Office.PRESIDENT, "president").move("EVALUATION");
    for (String juror : List.of("juror1", "juror2")) {
      edition.score("35054", juror, 1, 3).score("35238", juror, 1, 4).score("78138", juror, 1, 5);
    }
    as("president").get(edition.at("/ratings")).then().body("items.score[0]", equalTo(0.2f));
    edition.recuse("president", "78138").then().statusCode(201);
    as("president").get(edition.at("/ratings")).then().body("items.score[0]", equalTo(0.3f));
    edition.recuse("president", "35238").then().statusCode(201);
    as("president").get(edition.at("/ratings")).then().body("items.score[0]", equalTo(0.6f));
    as("president").get(edition.at("/dossiers/78138/anchor")).then().statusCode(403);
    as("juror1").get(edition.at("/dossiers/35054/anchor")).then().statusCode(403);
  }

  /** By hand: of 1, 3, 4 and 5 out of 5 the median is .7; of three jurors the mean stays. */
  @Test
  void theMedianOfFour() {
    TestEdition edition = new TestEdition(Map.of("panel", "MEDIAN", "jurorsPerDossier", 4));
    edition.dossier("35054", 1).assign("35054", "juror1", "juror2", "juror3", "juror4");
    edition.dossier("78138", 1).assign("78138", "juror1", "juror2", "juror3");
    edition.seat(Office.PRESIDENT, "president").move("EVALUATION");
    edition.score("35054", "juror1", 1, 1).score("35054", "juror2", 1, 3);
    edition.score("35054", "juror3", 1, 4).score("35054", "juror4", 1, 5);
    edition.score("78138", "juror1", 1, 1).score("78138", "juror2", 1, 4);
    edition.score("78138", "juror3", 1, 4);
    as("president")
        .get(edition.at("/ratings"))
        .then()
        .body("items.score", contains(0.7f, 0.6f))
        .body("items.rawScore", contains(0.65f, 0.6f))
        .body("items.flags.collect { it.contains('PANEL_TOO_SMALL') }", contains(false, true));
    as("president")
        .get(edition.at("/reliability"))
        .then()
        .body("anchoring.anchors", empty())
        .body("common.dossiers", contains("35054"));
  }
}
