package org.arobase.rating.withdrawal;

import static org.arobase.testing.Http.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.Response;
import java.util.Map;
import org.arobase.jury.Juror.Office;
import org.arobase.testing.HttpTest;
import org.arobase.testing.TestEdition;
import org.junit.jupiter.api.Test;

/**
 * A juror who falls ill can be withdrawn: the effect on each dossier is shown first, then they are
 * out at once. The dry run writes nothing, not even an event, and shows exactly what the withdrawal
 * then does. The secretariat sees the number of sheets but no level. The president cannot be
 * withdrawn.
 */
@HttpTest
class WithdrawalTest {
  private static final Map<String, String> ILL = Map.of("reason", "Malade");

  private static TestEdition scored() {
    TestEdition edition = new TestEdition().dossier("78138", 1).dossier("35054", 1);
    edition.assign("78138", "juror1", "juror2", "juror3").assign("35054", "juror1", "juror2");
    edition.move("EVALUATION");
    edition.score("78138", "juror1", 1, 5).score("78138", "juror2", 1, 2);
    return edition.score("78138", "juror3", 1, 2).score("35054", "juror2", 1, 3);
  }

  private static Response tryOut(TestEdition edition, String who) {
    return as(who, ILL).post(edition.at("/jurors/juror1/withdrawal?dryRun=true"));
  }

  @Test
  void theEffectIsShownFirstAndNothingIsWritten() {
    TestEdition edition = scored();
    String board = as("president").get(edition.at("/ratings")).asString();
    int events = as("secretariat").get("/audit?edition=" + edition.year).path("total");
    tryOut(edition, "president")
        .then()
        .statusCode(200)
        .body("dryRun", equalTo(true))
        .body("juror.withdrawnAt", nullValue())
        .body("effects.dossier", contains("35054", "78138"))
        .body("effects.submitted", contains(1, 2))
        .body("effects[1].levelBefore", equalTo(3))
        .body("effects[1].levelAfter", equalTo(2))
        .body("effects[0].levelAfter", nullValue());
    assertEquals(board, as("president").get(edition.at("/ratings")).asString());
    int after = as("secretariat").get("/audit?edition=" + edition.year).path("total");
    assertEquals(events, after);
    as("juror1").get(edition.sheetOf("78138")).then().statusCode(200);
  }

  @Test
  void theSecretariatSeesNoLevel() {
    tryOut(scored(), "secretariat")
        .then()
        .statusCode(200)
        .body("effects.submitted", contains(1, 2))
        .body(
            "effects.findAll { it.levelBefore != null || it.scoreAfter != null }.size()",
            equalTo(0));
  }

  @Test
  void whoPresidesDoesNotWithdraw() {
    TestEdition edition = scored().seat(Office.PRESIDENT, "president");
    String president = edition.at("/jurors/president");
    as("secretariat", ILL)
        .header("If-Match", as("secretariat").get(president).header("ETag"))
        .post(president + "/withdrawal")
        .then()
        .statusCode(409)
        .body("type", equalTo("/api/v1/problems/juror-holds-office"));
  }

  @Test
  void whoHasLeftIsOutAtOnceAndCountsNoMore() {
    TestEdition edition = scored();
    String juror = edition.at("/jurors/juror1");
    as("secretariat", ILL).post(juror + "/withdrawal").then().statusCode(428);
    Response tried = tryOut(edition, "president");
    Response done =
        as("president", ILL)
            .header("If-Match", as("president").get(juror).header("ETag"))
            .post(juror + "/withdrawal");
    done.then().statusCode(200).body("dryRun", equalTo(false));
    assertEquals(tried.<Object>path("effects"), done.path("effects"));
    as("juror1").get(edition.sheetOf("78138")).then().statusCode(403);
    as("juror1").get("/me/score-sheets?edition=" + edition.year).then().statusCode(403);
    as("president").get(edition.at("/ratings/78138")).then().body("rating.level", equalTo(2));
    as("president", ILL)
        .header("If-Match", as("president").get(juror).header("ETag"))
        .post(juror + "/withdrawal")
        .then()
        .statusCode(409)
        .body("type", equalTo("/api/v1/problems/juror-withdrawn"));
    as("secretariat").get(juror).then().body("withdrawnAt", notNullValue());
  }
}
