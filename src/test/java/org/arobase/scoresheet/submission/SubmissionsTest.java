package org.arobase.scoresheet.submission;

import static org.arobase.testing.Http.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.arobase.jury.Juror.Office;
import org.arobase.testing.Concurrently;
import org.arobase.testing.HttpTest;
import org.arobase.testing.Rounds;
import org.arobase.testing.TestEdition;
import org.junit.jupiter.api.Test;

/**
 * A juror submits several sheets with one request, all or none: everything that is wrong with any
 * of them is told, and nothing is submitted then.
 */
@HttpTest
class SubmissionsTest {
  private static TestEdition edition() {
    TestEdition edition = new TestEdition().dossier("78138", 1).dossier("35054", 1);
    edition.dossier("29019", 1).dossier("01004", 1);
    for (String code : List.of("78138", "35054", "29019")) {
      edition.assign(code, "juror1", "juror2");
    }
    return edition.assign("01004", "juror2").seat(Office.PRESIDENT, "president").move("EVALUATION");
  }

  private static Map<String, String> marked(TestEdition edition, String code) {
    String sheet = edition.sheetOf(code);
    String etag =
        as("juror1", TestEdition.sheet(1, 3))
            .header("If-Match", as("juror1").get(sheet).header("ETag"))
            .put(sheet)
            .then()
            .statusCode(200)
            .extract()
            .header("ETag");
    return Map.of("dossier", code, "etag", etag);
  }

  @SafeVarargs
  private static Response submit(TestEdition edition, Map<String, String>... sheets) {
    return as("juror1", Map.of("sheets", sheets))
        .post("/me/score-sheets/submissions?edition=" + edition.year);
  }

  private static void expectStatus(TestEdition edition, String code, String status) {
    as("juror1").get(edition.sheetOf(code)).then().body("status", equalTo(status));
  }

  @Test
  void allAreSubmittedAtOnce() {
    TestEdition edition = edition();
    submit(edition, marked(edition, "78138"), marked(edition, "29019"), marked(edition, "35054"))
        .then()
        .statusCode(200)
        .body("sheets.dossier", contains("78138", "29019", "35054"))
        .body("sheets.etag", contains("\"2\"", "\"2\"", "\"2\""));
    for (String code : List.of("78138", "29019", "35054")) {
      expectStatus(edition, code, "SUBMITTED");
      as("juror1")
          .get(edition.sheetOf(code) + "/history/1")
          .then()
          .statusCode(200)
          .body("submittedBy", equalTo("juror1"));
    }
  }

  @Test
  void whatIsWrongWithAnyIsToldAndNoneIsSubmitted() {
    TestEdition edition = edition();
    edition.submit("29019", "juror1", TestEdition.sheet(1, 4));
    Map<String, String> right = marked(edition, "78138");
    submit(
            edition,
            right,
            Map.of("dossier", "35054", "etag", "\"0\""),
            Map.of("dossier", "29019", "etag", "\"2\""))
        .then()
        .statusCode(422)
        .body("violations.size()", equalTo(TestEdition.CRITERIA.size() + 1))
        .body("violations[0].code", equalTo("mark-missing-in"))
        .body("violations[0].pointer", equalTo("/sheets/1"))
        .body("violations[0].context.dossier", equalTo("35054"))
        .body("violations[-1].code", equalTo("sheet-is-submitted"))
        .body("violations[-1].pointer", equalTo("/sheets/2/dossier"));
    marked(edition, "78138");
    submit(edition, right)
        .then()
        .statusCode(422)
        .body("violations.code", contains("sheet-changed"))
        .body("violations.pointer", contains("/sheets/0/etag"));
    expectStatus(edition, "78138", "DRAFT");
  }

  /** A dossier of others and one that does not exist get the same answer. */
  @Test
  void onlyOnesOwnSheetsCanBeNamed() {
    TestEdition edition = edition();
    Map<String, String> mine = marked(edition, "78138");
    submit(
            edition,
            mine,
            mine,
            Map.of("dossier", "01004", "etag", "\"1\""),
            Map.of("dossier", "97411", "etag", "\"1\""))
        .then()
        .statusCode(422)
        .body("violations.code", contains("sheet-twice", "not-mine-to-score", "not-mine-to-score"));
    expectStatus(edition, "78138", "DRAFT");
  }

  /** The lists name the sheets in opposite orders, so that locks in that order would block. */
  @Test
  void ofRequestsAtOnceOneIsFirst() throws Exception {
    TestEdition edition = edition();
    for (int round = 1; round <= Rounds.of(30, 2); round++) {
      Map<String, String> one = marked(edition, "78138");
      Map<String, String> other = marked(edition, "35054");
      List<Integer> statuses =
          Concurrently.run(
              List.of(
                  () -> submit(edition, one, other).statusCode(),
                  () -> submit(edition, other, one).statusCode(),
                  () -> submit(edition, one, other).statusCode(),
                  () -> submit(edition, other, one).statusCode()));
      assertEquals(List.of(200, 422, 422, 422), statuses.stream().sorted().toList());
      as("juror1")
          .get(edition.sheetOf("35054") + "/history")
          .then()
          .body("items.size()", equalTo(round));
      edition.reopen("78138", "juror1").reopen("35054", "juror1");
    }
  }
}
