package org.arobase.scoresheet.secondreading;

import static org.arobase.testing.Http.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.arobase.jury.Juror.Office;
import org.arobase.testing.HttpTest;
import org.arobase.testing.TestEdition;
import org.junit.jupiter.api.Test;

/**
 * A divergent dossier can be read by one more juror, also while the jury deliberates. Candidates
 * who know most of it and have least left to read come first. Recused persons neither give nor get
 * a second reading. Sheets that were submitted before stay closed.
 */
@HttpTest
class SecondReadingTest {
  private static TestEdition divergent() {
    TestEdition edition = new TestEdition().dossier("78138", 1).dossier("35054", 1);
    edition.assign("78138", "juror1", "juror2").assign("35054", "juror1", "juror2", "juror3");
    edition.seat(Office.MEMBER, "juror3", "juror4", "juror5");
    edition.seat(Office.PRESIDENT, "president").move("EVALUATION");
    edition.score("78138", "juror1", 1, 1).score("78138", "juror2", 1, 5);
    edition.score("35054", "juror1", 1, 3).score("35054", "juror2", 1, 3);
    return edition;
  }

  private static Response assign(TestEdition edition, String user, String juror) {
    return as(user, Map.of("juror", juror)).post(edition.at("/dossiers/78138/second-readings"));
  }

  private static void know(TestEdition edition, String juror, List<String> issues) {
    String address = edition.at("/jurors/" + juror);
    as("secretariat", Map.of("competences", issues))
        .header("If-Match", as("secretariat").get(address).header("ETag"))
        .patch(address)
        .then()
        .statusCode(200);
  }

  @Test
  void whoKnowsMostAndHasLeastLeftComesFirst() {
    TestEdition edition = divergent();
    know(edition, "juror5", List.of("services-publics"));
    know(edition, "juror4", List.of("culture-et-patrimoine"));
    edition.recuse("juror4", "35054").then().statusCode(201);
    String candidates = edition.at("/dossiers/78138/second-readings");
    as("president")
        .get(candidates)
        .then()
        .statusCode(200)
        .body("initiatives", equalTo(1))
        .body("candidates.juror", contains("juror5", "juror3", "juror4"))
        .body("candidates.known", contains(100, 50, 0))
        .body("candidates.left", contains(0, 1, 0));
    edition.recuse("juror5", "78138").then().statusCode(201);
    as("president").get(candidates).then().body("candidates.juror", not(hasItem("juror5")));
  }

  @Test
  void theDivergentOnesAreAQueueAndOneMoreJurorScoresWhileTheOthersDeliberate() {
    TestEdition edition = divergent().score("35054", "juror3", 1, 3).move("DELIBERATION");
    as("president")
        .get(edition.at("/ratings?flag=DIVERGENT&sort=GAIN"))
        .then()
        .body("items.dossier", contains("78138"));
    as("secretariat").get(edition.at("/dossiers/78138/second-readings")).then().statusCode(409);
    assign(edition, "president", "juror4")
        .then()
        .statusCode(201)
        .body("purpose", equalTo("SECOND_READING"));
    assign(edition, "president", "juror4")
        .then()
        .statusCode(409)
        .body("type", equalTo("/api/v1/problems/cannot-read"));
    edition.score("78138", "juror4", 1, 5);
    as("president")
        .get(edition.at("/ratings/78138"))
        .then()
        .body("rating.submitted", equalTo(3))
        .body("rating.jurors.juror", hasItems("juror1", "juror2", "juror4"));
    // sheets that were submitted before stay closed
    String closed = edition.sheetOf("78138");
    as("juror1", TestEdition.sheet(1, 5))
        .header("If-Match", as("juror1").get(closed).header("ETag"))
        .put(closed)
        .then()
        .statusCode(409);
    edition.finalise().then().statusCode(200);
  }

  @Test
  void onlyWhoHasAPartInItGivesItAndGetsIt() {
    TestEdition edition = divergent();
    assign(edition, "juror1", "juror4").then().statusCode(403);
    edition.recuse("juror4", "78138").then().statusCode(201);
    assign(edition, "president", "juror4").then().statusCode(409);
    assign(edition, "president", "juror1").then().statusCode(409);
    assign(edition, "president", "nobody").then().statusCode(404);
    edition.recuse("president", "78138").then().statusCode(201);
    assign(edition, "president", "juror5").then().statusCode(403);
    assign(edition, "secretariat", "juror5").then().statusCode(201);
  }
}
