package org.arobase.rating.calibration;

import static org.arobase.testing.Http.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.arobase.jury.Juror.Office;
import org.arobase.testing.HttpTest;
import org.arobase.testing.TestEdition;
import org.junit.jupiter.api.Test;

/** Jurors see how far they are from the panel on the dossiers that all of them read first. */
@HttpTest
class CalibrationTest {
  private static final List<String> JURORS = List.of("juror1", "juror2", "juror3", "juror4");

  private static TestEdition edition() {
    TestEdition edition = new TestEdition().dossier("78138", 1).dossier("35054", 1);
    edition.seat(Office.MEMBER, JURORS.toArray(String[]::new));
    List<Map<String, String>> all =
        Stream.concat(
                JURORS.stream()
                    .map(j -> Map.of("dossier", "78138", "juror", j, "purpose", "CALIBRATION")),
                Stream.of(Map.of("dossier", "35054", "juror", "juror1")))
            .toList();
    return edition.allocate(all).move("EVALUATION");
  }

  private static String mine(TestEdition edition) {
    return "/me/calibration?edition=" + edition.year;
  }

  @Test
  void theDistanceIsToldOnceEnoughHaveSubmitted() {
    TestEdition edition = edition().score("35054", "juror1", 1, 0);
    edition.score("78138", "juror2", 1, 3).score("78138", "juror3", 1, 4);
    as("juror1")
        .get(mine(edition))
        .then()
        .statusCode(200)
        .body("dossiers.dossier", contains("78138"))
        .body("dossiers[0].submitted", equalTo(false))
        .body("dossiers[0].others", nullValue());
    edition.score("78138", "juror1", 1, 2);
    as("juror1")
        .get(mine(edition))
        .then()
        .body("dossiers[0].score", equalTo(0.4f))
        .body("dossiers[0].others", equalTo(2))
        .body("dossiers[0].panel", nullValue())
        .body("difference", nullValue());
    edition.score("78138", "juror4", 1, 5);
    as("juror1")
        .get(mine(edition))
        .then()
        .body("dossiers[0].panel", equalTo(0.8f))
        .body("dossiers[0].difference", equalTo(-0.4f))
        .body("difference", equalTo(-0.4f));
  }

  /** From two means of different jurors, their difference would tell the score of one. */
  @Test
  void theFirstMeanToldIsTheOnlyOne() {
    TestEdition edition = edition();
    edition.seat(Office.PRESIDENT, "president");
    int mark = 2;
    for (String juror : JURORS) {
      edition.score("78138", juror, 1, mark++);
    }
    float told = as("juror1").get(mine(edition)).path("dossiers[0].panel");
    edition.reopen("78138", "juror4").score("78138", "juror4", 1, 0);
    as("juror1").get(mine(edition)).then().body("dossiers[0].panel", equalTo(told));
    edition.withdraw("juror3");
    as("juror1")
        .get(mine(edition))
        .then()
        .body("dossiers[0].panel", equalTo(told))
        .body("dossiers[0].others", equalTo(3));
  }

  @Test
  void scoresThatSqlHasChangedAreNotTold() {
    TestEdition edition = edition();
    JURORS.forEach(juror -> edition.score("78138", juror, 1, 3));
    as("juror1").get(mine(edition)).then().statusCode(200);
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                CalibrationPanel.getEntityManager()
                    .createNativeQuery(
                        "update calibration_panel set scores = json_set(scores, '$.juror2', '0')"
                            + " where dossier_id = (select id from dossier where edition_year = ?1"
                            + " and authority_code = '78138')")
                    .setParameter(1, edition.year)
                    .executeUpdate());
    as("juror1")
        .get(mine(edition))
        .then()
        .statusCode(409)
        .body("type", equalTo("/api/v1/problems/record-contradicted"));
  }

  @Test
  void whoIsRecusedIsNotToldOfThatDossier() {
    TestEdition edition = edition();
    JURORS.forEach(juror -> edition.score("78138", juror, 1, 3));
    edition.recuse("juror1", "78138").then().statusCode(201);
    as("juror1").get(mine(edition)).then().body("dossiers.size()", equalTo(0));
    as("president").get(mine(edition)).then().statusCode(403);
  }
}
