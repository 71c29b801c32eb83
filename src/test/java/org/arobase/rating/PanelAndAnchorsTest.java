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
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.arobase.jury.Juror.Office;
import org.arobase.testing.HttpTest;
import org.arobase.testing.TestEdition;
import org.junit.jupiter.api.Test;

/**
 * A policy can combine the jurors' scores otherwise than by their mean, and anchors keep levels
 * comparable between editions; over HTTP, against results computed by hand. Five anchors that got
 * .6 instead of .4 lower every score by .2. An anchor that is hidden from the caller does not count
 * for them; four anchors are too few. The median needs four jurors; with three the mean is used and
 * the row is flagged.
 */
@HttpTest
class PanelAndAnchorsTest {

  private static final List<String> ANCHORS = List.of("11040", "11301", "30266", "35054", "35238");

  /** Five anchors with the reference .4 get marks of 3 out of 5; one other dossier gets 5. */
  private static TestEdition anchored() {
    TestEdition edition = new TestEdition();
    for (String code : ANCHORS) {
      edition.dossier(code, 1).assign(code, "juror1", "juror2");
      anchor(edition, code, "0.4").then().statusCode(200).body("score", equalTo(0.4f));
    }
    edition.dossier("78138", 1).assign("78138", "juror1", "juror2");
    anchor(edition, "78138", "0.9").then().statusCode(200);
    anchor(edition, "78138", "").then().statusCode(200).body("score", nullValue());
    anchor(edition, "78138", "1.5").then().statusCode(422);
    edition.seat(Office.PRESIDENT, "president").move("EVALUATION");
    for (String juror : List.of("juror1", "juror2")) {
      ANCHORS.forEach(code -> edition.score(code, juror, 1, 3));
      edition.score("78138", juror, 1, 5);
    }
    return edition;
  }

  private static ValidatableResponse board(TestEdition edition) {
    return as("president").get(edition.at("/ratings")).then().statusCode(200);
  }

  /** By hand: the anchors got .6 instead of .4, so every score is lowered by .2. */
  @Test
  void anchorsHoldLevelsStill() {
    TestEdition edition = anchored();
    board(edition)
        .body("items.rawScore", contains(0.6f, 0.6f, 0.6f, 0.6f, 0.6f, 1.0f))
        .body("items.score", contains(0.4f, 0.4f, 0.4f, 0.4f, 0.4f, 0.8f))
        .body("items.interval[5]", hasSize(2));
    as("president")
        .get(edition.at("/ratings/78138"))
        .then()
        .body("anchoring.doubleValue()", closeTo(-.2, 1e-6))
        .body("correction.doubleValue()", closeTo(0, 1e-6))
        .body("panelRule", equalTo("MEAN"))
        .body("sentence", containsString("calage"));
    as("president")
        .get(edition.at("/reliability"))
        .then()
        .body("anchoring.anchors", contains(ANCHORS))
        .body("anchoring[0].added.doubleValue()", closeTo(-.2, 1e-6))
        .body("common.dossiers", hasSize(6))
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

  /** A caller who is recused from an anchor sees scores without it: four anchors are too few. */
  @Test
  void aHiddenAnchorHoldsNothing() {
    TestEdition edition = anchored();
    board(edition).body("items.score[5]", equalTo(0.8f));
    edition.recuse("president", "35238").then().statusCode(201);
    board(edition).body("items.score[4]", equalTo(1.0f));
    as("president").get(edition.at("/dossiers/35238/anchor")).then().statusCode(403);
    as("juror1").get(edition.at("/dossiers/35054/anchor")).then().statusCode(403);
  }

  /** By hand: the median of 1, 3, 4 and 5 out of 5 is .7; with three jurors the mean is used. */
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
        .body("anchoring", empty())
        .body("common.dossiers", contains("35054"));
  }
}
