package org.arobase.rating;

import static org.arobase.testing.Http.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.arobase.jury.Juror.Office;
import org.arobase.testing.HttpTest;
import org.arobase.testing.TestEdition;
import org.junit.jupiter.api.Test;

/**
 * No sheet drops out in silence. The step to DELIBERATION and the finalisation list every dossier
 * that would be judged on fewer sheets than were assigned, those with reopened sheets first, and
 * wait until it is named. The step counts the quorum as the rating does: in scores.
 */
@HttpTest
class FewerSheetsTest {
  private static final List<String> CODES = List.of("01004", "29019", "35054");

  /** Three dossiers with two jurors each and a quorum of one. */
  private static TestEdition edition() {
    TestEdition edition = new TestEdition(Map.of("quorum", 1));
    for (String code : CODES) {
      edition.dossier(code, 1).assign(code, "juror1", "juror2");
    }
    edition.seat(Office.PRESIDENT, "president").move("EVALUATION");
    CODES.forEach(code -> edition.score(code, "juror1", 1, 3));
    return edition;
  }

  private static Response step(TestEdition edition, Object confirmed, boolean dryRun) {
    return as("secretariat", Map.of("to", "DELIBERATION", "confirmed", confirmed))
        .header("If-Match", edition.etag())
        .post(edition.at("/phase?dryRun=" + dryRun));
  }

  private static Response finalise(TestEdition edition, Object confirmed, boolean dryRun) {
    return as("president", Map.of("confirmed", confirmed))
        .header("If-Match", edition.etag())
        .post(edition.at("/finalisation?dryRun=" + dryRun));
  }

  @Test
  void theStepWaitsUntilEachIsNamed() {
    TestEdition edition = edition();
    edition.score("29019", "juror2", 1, 3);
    edition.score("35054", "juror2", 1, 3).reopen("35054", "juror2");
    for (boolean dryRun : new boolean[] {true, false}) {
      step(edition, List.of(), dryRun)
          .then()
          .statusCode(409)
          .body("violations.code", contains("fewer-sheets", "fewer-sheets"))
          .body("violations.context.dossier", contains("35054", "01004"))
          .body("violations.context.reopened", contains(1, 0))
          .body("violations.context.submitted", contains(1, 1))
          .body("violations.context.assigned", contains(2, 2))
          .body("violations[0].message", containsString("dont une rouverte"));
    }
    step(edition, List.of("35054"), false)
        .then()
        .statusCode(409)
        .body("violations.context.dossier", contains("01004"));
    step(edition, List.of("35054", "01004"), false).then().statusCode(200);
  }

  @Test
  void theFinalisationWaitsUntilThePresidentNamesEach() {
    TestEdition edition = edition();
    CODES.forEach(code -> edition.score(code, "juror2", 1, 5));
    edition.move("DELIBERATION");
    finalise(edition, List.of(), true).then().statusCode(200).body("blockers.size()", equalTo(0));
    edition.reopen("29019", "juror2");
    finalise(edition, List.of(), true)
        .then()
        .statusCode(200)
        .body("blockers.code", contains("fewer-sheets"))
        .body("blockers.context.dossier", contains("29019"));
    as("president", Map.of())
        .header("If-Match", edition.etag())
        .post(edition.at("/finalisation"))
        .then()
        .statusCode(409)
        .body("violations.context.dossier", contains("29019"));
    finalise(edition, List.of("01004"), false).then().statusCode(409);
    finalise(edition, List.of("29019"), false).then().statusCode(200);
  }

  /** Whoever may not see a dossier is neither asked about it nor told of it. */
  @Test
  void whoIsRecusedIsNotAsked() {
    TestEdition edition = edition();
    edition.seat(Office.MEMBER, "secretariat").recuse("secretariat", "29019");
    step(edition, List.of("01004"), true)
        .then()
        .statusCode(409)
        .body("violations.context.dossier", contains("35054"));
    step(edition, List.of("01004", "35054"), true).then().statusCode(200);
  }

  /** Neither how many hidden dossiers block is told, nor between which others they are. */
  @Test
  void whatIsHiddenBlocksInOneWord() {
    TestEdition edition = new TestEdition(Map.of("quorum", 1)).dossier("01004", 1);
    edition.dossier("29019", 1).dossier("35054", 1).dossier("78138", 1);
    edition.seat(Office.MEMBER, "secretariat").move("EVALUATION");
    edition.recuse("secretariat", "29019").then().statusCode(201);
    edition.recuse("secretariat", "35054").then().statusCode(201);
    step(edition, List.of(), true)
        .then()
        .statusCode(409)
        .body(
            "violations.code",
            contains("quorum-not-reached", "quorum-not-reached", "hidden-dossier-blocks"));
  }

  /** A sheet of abstentions is submitted, but gives no score. */
  @Test
  void theStepCountsScoresAsTheRatingDoes() {
    TestEdition edition = new TestEdition(Map.of("quorum", 2)).dossier("78138", 1);
    edition.assign("78138", "juror1", "juror2").seat(Office.PRESIDENT, "president");
    edition.move("EVALUATION").score("78138", "juror1", 1, 3);
    edition.submit("78138", "juror2", TestEdition.abstentions(1));
    step(edition, List.of("78138"), true)
        .then()
        .statusCode(409)
        .body("violations.code", contains("quorum-not-reached"))
        .body("violations.context.scores", contains(1))
        .body("violations.context.quorum", contains(2));
    edition.reopen("78138", "juror2").score("78138", "juror2", 1, 4);
    step(edition, List.of(), false).then().statusCode(200);
    as("president")
        .get(edition.at("/ratings"))
        .then()
        .body("items.level", contains(notNullValue()));
  }

  /** Nothing can be marked there, so the jury has read it when the sheets are submitted. */
  @Test
  void aDossierThatNothingCanScoreBlocksNobody() {
    TestEdition edition = new TestEdition(Map.of("quorum", 1, "uncoveredIssue", "EXCLUDED"));
    edition.dossier("78138", 0).assign("78138", "juror1").seat(Office.PRESIDENT, "president");
    edition.move("EVALUATION");
    step(edition, List.of("78138"), true)
        .then()
        .statusCode(409)
        .body("violations.code", contains("quorum-not-reached"));
    edition.submit("78138", "juror1", Map.of());
    step(edition, List.of(), false).then().statusCode(200);
  }
}
