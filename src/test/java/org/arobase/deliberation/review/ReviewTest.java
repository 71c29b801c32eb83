package org.arobase.deliberation.review;

import static org.arobase.testing.Http.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;
import java.util.HashMap;
import java.util.Map;
import org.arobase.jury.Juror.Office;
import org.arobase.testing.HttpTest;
import org.arobase.testing.TestEdition;
import org.junit.jupiter.api.Test;

/**
 * A dossier goes from single sheets to a statement on which its jurors agree, and then to the
 * panel. When the statement changes, its jurors are asked again; disagreement needs a remark; the
 * panel needs a statement and a rapporteur who is not recused. Recused persons neither read nor
 * take part.
 */
@HttpTest
class ReviewTest {
  private static TestEdition deliberating() {
    TestEdition edition = new TestEdition().dossier("78138", 1).dossier("35054", 1);
    edition.assign("78138", "juror1", "juror2", "juror3").assign("35054", "juror1", "juror2");
    edition.seat(Office.PRESIDENT, "president").move("EVALUATION");
    edition.score("78138", "juror1", 1, 1).score("78138", "juror2", 1, 5);
    edition.score("78138", "juror3", 1, 3);
    edition.score("35054", "juror1", 1, 3).score("35054", "juror2", 1, 3);
    return edition.move("DELIBERATION");
  }

  private static Response change(TestEdition edition, String stage, String statement) {
    Map<String, Object> change = new HashMap<>(Map.of("stage", stage, "statement", statement));
    change.put("rapporteur", "juror2");
    String review = edition.at("/reviews/78138");
    return as("president", change)
        .header("If-Match", as("president").get(review).header("ETag"))
        .put(review);
  }

  private static Response voice(TestEdition edition, String juror, Map<String, Object> voice) {
    return as(juror, voice).post(edition.at("/reviews/78138/voices"));
  }

  @Test
  void aDossierGoesFromItsSheetsToAStatementAndToThePanel() {
    TestEdition edition = deliberating();
    as("juror1")
        .get(edition.at("/reviews"))
        .then()
        .statusCode(200)
        .body("items.dossier", contains("35054", "78138"))
        .body("items.stage", contains("INDIVIDUAL", "INDIVIDUAL"));
    voice(edition, "juror1", Map.of("version", 0, "agrees", true)).then().statusCode(409);
    change(edition, "PANEL", "Trop vite").then().statusCode(409);
    change(edition, "CONSENSUS", "Un dossier solide.")
        .then()
        .statusCode(200)
        .body("version", equalTo(1))
        .body("rapporteur", equalTo("juror2"))
        .body("silent", contains("juror1", "juror2", "juror3"));
    voice(edition, "juror1", Map.of("version", 1, "agrees", true)).then().statusCode(201);
    voice(edition, "juror3", Map.of("version", 1, "agrees", false))
        .then()
        .statusCode(422)
        .body("violations.code", contains("remark-needed"));
    voice(edition, "juror3", Map.of("version", 1, "agrees", false, "remark", "Trop indulgent"))
        .then()
        .statusCode(201)
        .body("voices.juror", contains("juror1", "juror3"))
        .body("voices.agrees", contains(true, false))
        .body("silent", contains("juror2"));
    // after a change of the statement its jurors are asked again
    change(edition, "CONSENSUS", "Un dossier solide, mais sobre.")
        .then()
        .body("version", equalTo(2))
        .body("voices", empty());
    voice(edition, "juror1", Map.of("version", 1, "agrees", true))
        .then()
        .statusCode(409)
        .body("type", equalTo("/api/v1/problems/statement-changed"));
    voice(edition, "juror3", Map.of("version", 2, "agrees", false, "remark", "Encore"));
    voice(edition, "juror3", Map.of("version", 2, "agrees", true))
        .then()
        .body("voices.agrees", contains(true));
    change(edition, "PANEL", "Un dossier solide, mais sobre.").then().statusCode(200);
    as("juror2")
        .get(edition.at("/reviews?stage=PANEL"))
        .then()
        .body("items.dossier", contains("78138"));
    edition.finalise().then().statusCode(200);
  }

  @Test
  void thePanelNeedsAStatementAndARapporteurWhoHasAPartInIt() {
    TestEdition edition = deliberating();
    change(edition, "CONSENSUS", "").then().statusCode(200);
    change(edition, "PANEL", " ")
        .then()
        .statusCode(422)
        .body("violations.code", contains("statement-needed"));
    edition.recuse("juror2", "78138").then().statusCode(201);
    change(edition, "CONSENSUS", "Avis")
        .then()
        .statusCode(422)
        .body("violations.code", contains("juror-recused"));
  }

  @Test
  void whoHasNoPartInADossierNeitherReadsNorSpeaks() {
    TestEdition edition = deliberating();
    change(edition, "CONSENSUS", "Avis").then().statusCode(200);
    edition.recuse("juror1", "78138").then().statusCode(201);
    as("juror1").get(edition.at("/reviews/78138")).then().statusCode(403);
    as("juror1").get(edition.at("/reviews")).then().body("items.dossier", contains("35054"));
    voice(edition, "juror1", Map.of("version", 1, "agrees", true)).then().statusCode(403);
    voice(edition, "juror4", Map.of("version", 1, "agrees", true)).then().statusCode(403);
    as("secretariat").get(edition.at("/reviews")).then().statusCode(403);
    as("president", Map.of("stage", "CONSENSUS", "statement", "Avis"))
        .header("If-Match", "\"0\"")
        .put(new TestEdition().dossier("78138", 1).at("/reviews/78138"))
        .then()
        .statusCode(409);
  }
}
