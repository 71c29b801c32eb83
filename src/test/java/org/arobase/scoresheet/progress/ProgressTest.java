package org.arobase.scoresheet.progress;

import static org.arobase.testing.Http.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.arobase.jury.Juror.Office;
import org.arobase.testing.HttpTest;
import org.arobase.testing.TestEdition;
import org.junit.jupiter.api.Test;

/** The progress of the jury, and the jurors who are late. */
@HttpTest
class ProgressTest {
  private static TestEdition edition() {
    TestEdition edition = new TestEdition().dossier("78138", 2).dossier("35054", 1);
    edition.assign("78138", "juror1", "juror2").assign("35054", "juror1");
    return edition.move("EVALUATION");
  }

  private static void endsAt(TestEdition edition, Instant end) {
    as("secretariat", Map.of("evaluationEndsAt", end.toString()))
        .header("If-Match", edition.etag())
        .patch(edition.at(""))
        .then()
        .statusCode(200)
        .body("evaluationEndsAt", notNullValue())
        .body("phaseSince", notNullValue());
  }

  private static void mark(TestEdition edition, String juror) {
    String sheet = edition.sheetOf("78138");
    Object mark = Map.of("initiative", 1, "criterion", "utility", "value", 4);
    as(juror, Map.of("marks", List.of(mark)))
        .header("If-Match", as(juror).get(sheet).header("ETag"))
        .patch(sheet)
        .then()
        .statusCode(200);
  }

  @Test
  void marksAreCountedByJurorDossierAndCategory() {
    TestEdition edition = edition();
    mark(edition, "juror2");
    edition.score("35054", "juror1", 1, 3);
    as("secretariat")
        .get(edition.at("/progress"))
        .then()
        .statusCode(200)
        .body("marks.done", equalTo(6))
        .body("marks.all", equalTo(25))
        .body("sheets.done", equalTo(1))
        .body("sheets.all", equalTo(3))
        .body("jurors.juror", contains("juror1", "juror2"))
        .body("jurors.marks.done", contains(5, 1))
        .body("jurors.marks.all", contains(15, 10))
        .body("jurors.late", contains(false, false))
        .body("dossiers.dossier", contains("35054", "78138"))
        .body("dossiers.sheets.done", contains(1, 0))
        .body("dossiers.quorum", contains(2, 2))
        .body("categories.marks.done.sum()", equalTo(6))
        .body("projectedEnd", notNullValue())
        .body("jurors[1].projectedEnd", notNullValue());
  }

  @Test
  void lateIsWhoHasDoneLessThanTheTimeThatHasPassed() {
    TestEdition edition = edition();
    endsAt(edition, Instant.now().plusSeconds(24 * 3600));
    mark(edition, "juror2");
    // a few seconds of a day have passed: with one mark of ten a juror is ahead, with none late
    as("secretariat")
        .get(edition.at("/progress"))
        .then()
        .body("jurors.late", contains(true, false))
        .body("jurors[0].projectedEnd", nullValue());
    endsAt(edition, Instant.now());
    as("secretariat").get(edition.at("/progress")).then().body("jurors.late", contains(true, true));
    edition.score("78138", "juror2", 2, 3);
    String end =
        as("secretariat")
            .get(edition.at("/progress"))
            .then()
            .body("jurors.late", contains(true, false))
            .extract()
            .path("projectedEnd");
    assertTrue(Instant.parse(end).isAfter(Instant.now().minusSeconds(5)));
  }

  @Test
  void ofADossierThatOneIsRecusedFromNothingIsCounted() {
    TestEdition edition = new TestEdition().dossier("78138", 2).dossier("35054", 1);
    edition.assign("78138", "juror1", "juror2").assign("35054", "juror1");
    edition.seat(Office.MEMBER, "secretariat").recuse("secretariat", "78138");
    edition.move("EVALUATION").score("78138", "juror2", 2, 3);
    as("secretariat")
        .get(edition.at("/progress"))
        .then()
        .body("marks.all", equalTo(5))
        .body("marks.done", equalTo(0))
        .body("jurors.juror", contains("juror1"))
        .body("dossiers.dossier", contains("35054"));
    as("juror1").get(edition.at("/progress")).then().statusCode(403);
  }

  @Test
  void theDayThatInitiativesAreJudgedOnIsFrozenWithThem() {
    TestEdition edition = edition();
    as("secretariat", Map.of("referenceDate", "2020-01-01"))
        .header("If-Match", edition.etag())
        .patch(edition.at(""))
        .then()
        .statusCode(409);
    as("secretariat", Map.of("name", "Un autre nom"))
        .header("If-Match", edition.etag())
        .patch(edition.at(""))
        .then()
        .statusCode(200)
        .body("name", equalTo("Un autre nom"));
  }
}
