package org.arobase.scoresheet.history;

import static org.arobase.testing.Http.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.arobase.testing.HttpTest;
import org.arobase.testing.TestEdition;
import org.junit.jupiter.api.Test;

/**
 * No submitted version of a sheet is lost. Each is kept with who submitted it, when, what changed,
 * and who reopened it and why. In DELIBERATION only a reopened sheet can be written, and a decision
 * based on the earlier marks must be taken again. Jurors see each other's sheets from DELIBERATION;
 * the secretariat does not.
 */
@HttpTest
class HistoryTest {
  private static final Map<String, String> WHY = Map.of("reason", "Deux initiatives confondues");

  private static TestEdition submitted() {
    TestEdition edition = new TestEdition().dossier("78138", 2);
    edition.assign("78138", "juror1", "juror2").move("EVALUATION");
    return edition.score("78138", "juror1", 2, 3).score("78138", "juror2", 2, 3);
  }

  private static String sheet(TestEdition edition) {
    return edition.at("/dossiers/78138/score-sheets/juror1");
  }

  private static Response reopen(TestEdition edition) {
    String etag = as("president").get(sheet(edition)).header("ETag");
    return as("president", WHY).header("If-Match", etag).post(sheet(edition) + "/reopening");
  }

  private static void markAndSubmit(TestEdition edition, int value) {
    String own = edition.sheetOf("78138");
    Map<String, Object> mark = Map.of("initiative", 2, "criterion", "utility", "value", value);
    String etag =
        as("juror1", Map.of("marks", List.of(mark), "overallComment", "Revu"))
            .header("If-Match", as("juror1").get(own).header("ETag"))
            .patch(own)
            .then()
            .statusCode(200)
            .extract()
            .header("ETag");
    as("juror1").header("If-Match", etag).post(own + "/submission").then().statusCode(200);
  }

  @Test
  void everySubmittedVersionIsKeptWithWhatChanged() {
    TestEdition edition = submitted();
    reopen(edition).then().statusCode(200).body("status", equalTo("DRAFT"));
    markAndSubmit(edition, 5);
    for (String reader : List.of("juror1", "president")) {
      as(reader)
          .get(sheet(edition) + "/history")
          .then()
          .statusCode(200)
          .body("number", contains(1, 2))
          .body("submittedBy", contains("juror1", "juror1"))
          .body("[0].changes", empty())
          .body("[0].reopenedBy", equalTo("president"))
          .body("[0].reopenReason", equalTo(WHY.get("reason")))
          .body("[1].changes", hasSize(1))
          .body("[1].changes[0].initiative", equalTo(2))
          .body("[1].changes[0].before.value", equalTo(3))
          .body("[1].changes[0].after.value", equalTo(5))
          .body("[1].commentsChanged", equalTo(true));
    }
    as("juror1")
        .get(sheet(edition) + "/history/1")
        .then()
        .statusCode(200)
        .body("marks", hasSize(10))
        .body("marks.value.unique()", contains(3));
    as("juror1").get(sheet(edition) + "/history/3").then().statusCode(404);
    as("secretariat").get(sheet(edition) + "/history").then().statusCode(403);
    as("juror2").get(sheet(edition) + "/history").then().statusCode(403);
  }

  @Test
  void reopeningNeedsAReasonAVersionAndASubmittedSheet() {
    TestEdition edition = submitted();
    String reopening = sheet(edition) + "/reopening";
    as("president", WHY).post(reopening).then().statusCode(428);
    as("president", WHY).header("If-Match", "\"0\"").post(reopening).then().statusCode(412);
    as("president", Map.of("reason", " "))
        .header("If-Match", "\"2\"")
        .post(reopening)
        .then()
        .statusCode(422);
    as("juror1", WHY).header("If-Match", "\"2\"").post(reopening).then().statusCode(403);
    as("secretariat", WHY).header("If-Match", "\"2\"").post(reopening).then().statusCode(403);
    Response reopened = reopen(edition);
    as("president", WHY)
        .header("If-Match", reopened.header("ETag"))
        .post(reopening)
        .then()
        .statusCode(409)
        .body("type", equalTo("/api/v1/problems/sheet-not-submitted"));
  }

  @Test
  void inDeliberationOnlyAReopenedSheetIsWrittenAndItsDecisionIsStale() {
    TestEdition edition = submitted().move("DELIBERATION");
    as("president", Map.of("level", 3)).put(edition.at("/decisions/78138")).then().statusCode(200);
    as("juror1", Map.of())
        .header("If-Match", "\"2\"")
        .patch(edition.sheetOf("78138"))
        .then()
        .statusCode(409)
        .body("type", equalTo("/api/v1/problems/wrong-phase"));
    reopen(edition).then().statusCode(200);
    as("president").get(edition.at("/ratings")).then().body("items[0].submitted", equalTo(1));
    as("juror2", Map.of())
        .header("If-Match", "\"2\"")
        .patch(edition.sheetOf("78138"))
        .then()
        .statusCode(409);
    edition
        .finalise()
        .then()
        .statusCode(409)
        .body("violations.code", contains("decided-on-other-marks"));
    markAndSubmit(edition, 4);
    edition
        .finalise()
        .then()
        .statusCode(409)
        .body("violations.code", contains("decided-on-other-marks"));
    Response decision = as("president").get(edition.at("/decisions/78138"));
    as("president", Map.of("level", 3))
        .header("If-Match", decision.header("ETag"))
        .put(edition.at("/decisions/78138"))
        .then()
        .statusCode(200);
    edition.finalise().then().statusCode(200);
  }

  @Test
  void jurorsSeeEachOthersSheetsOnceTheyDeliberate() {
    TestEdition edition = submitted();
    as("juror2").get(sheet(edition)).then().statusCode(403);
    as("juror2").get(edition.at("/ratings")).then().statusCode(409);
    edition.move("DELIBERATION");
    as("juror2").get(sheet(edition)).then().statusCode(200).body("marks", hasSize(10));
    as("juror2").get(edition.at("/ratings")).then().body("items.dossier", contains("78138"));
  }
}
