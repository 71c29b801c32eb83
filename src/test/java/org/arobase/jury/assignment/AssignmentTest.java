package org.arobase.jury.assignment;

import static org.arobase.testing.Http.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.arobase.jury.Juror.Office;
import org.arobase.testing.HttpTest;
import org.arobase.testing.TestEdition;
import org.junit.jupiter.api.Test;

/** All assignments of an edition are replaced at once. */
@HttpTest
class AssignmentTest {
  private static Map<String, Object> entry(String dossier, String juror) {
    return Map.of("dossier", dossier, "juror", juror);
  }

  private static Response replace(TestEdition edition, boolean dryRun, Object... entries) {
    return as("secretariat", Map.of("assignments", List.of(entries)))
        .header("If-Match", edition.etag())
        .put(edition.at("/assignments?dryRun=" + dryRun));
  }

  private static TestEdition edition() {
    TestEdition edition = new TestEdition().dossier("78138", 1).dossier("35054", 1);
    return edition
        .seat(Office.MEMBER, "juror1", "juror2", "juror3")
        .assign("78138", "juror1", "juror2");
  }

  @Test
  void theyAreReplacedAndEachOutcomeIsTold() {
    TestEdition edition = edition();
    Map<String, Object> pinned = new HashMap<>(entry("78138", "juror1"));
    pinned.put("pinned", true);
    Object[] wanted = {pinned, entry("35054", "juror3")};
    for (boolean dryRun : new boolean[] {true, false}) {
      replace(edition, dryRun, wanted)
          .then()
          .statusCode(200)
          .body("dryRun", equalTo(dryRun))
          .body("lines.juror", contains("juror3", "juror1", "juror2"))
          .body("lines.outcome", contains("CREATED", "CHANGED", "REMOVED"));
    }
    as("secretariat")
        .get(edition.at("/assignments"))
        .then()
        .body("items.dossier", contains("35054", "78138"))
        .body("items.juror", contains("juror3", "juror1"))
        .body("items[1].pinned", equalTo(true));
    as("juror2").get("/me/score-sheets?edition=" + edition.year).then().body("total", equalTo(0));
    // a removed assignment can come back
    replace(edition, false, wanted[0], wanted[1], entry("78138", "juror2"))
        .then()
        .body("lines.outcome", contains("UNCHANGED", "UNCHANGED", "CREATED"));
  }

  @Test
  void everythingThatIsWrongIsSaidAndNothingWritten() {
    TestEdition edition = edition();
    edition.recuse("juror3", "35054").then().statusCode(201);
    replace(
            edition,
            false,
            entry("35054", "juror3"),
            entry("29019", "juror1"),
            entry("78138", "nobody"),
            entry("78138", "juror1"),
            entry("78138", "juror1"))
        .then()
        .statusCode(422)
        .body(
            "violations.pointer",
            contains(
                "/assignments/0",
                "/assignments/1/dossier",
                "/assignments/2/juror",
                "/assignments/4"))
        .body(
            "violations.code",
            contains("juror-recused", "unknown-dossier", "unknown-juror", "assigned-twice"));
    as("secretariat").get(edition.at("/assignments")).then().body("total", equalTo(2));
  }

  @Test
  void whatSomebodyHasBegunStays() {
    TestEdition edition = edition().move("EVALUATION").score("78138", "juror1", 1, 3);
    replace(edition, false, entry("78138", "juror2"))
        .then()
        .statusCode(422)
        .body("violations.code", contains("reading-begun"));
    replace(edition, false, entry("78138", "juror1"), entry("35054", "juror1"))
        .then()
        .statusCode(200)
        .body("lines.outcome", contains("CREATED", "UNCHANGED", "REMOVED"));
  }

  @Test
  void whoIsRecusedReplacesNothingOfThatDossier() {
    TestEdition edition = edition().seat(Office.MEMBER, "secretariat");
    edition.recuse("secretariat", "78138").then().statusCode(201);
    replace(edition, false, entry("35054", "juror1")).then().statusCode(200);
    as("president").get(edition.at("/assignments")).then().body("total", equalTo(3));
    replace(edition, false, entry("78138", "juror3"))
        .then()
        .statusCode(422)
        .body("violations.code", contains("unknown-dossier"));
  }
}
