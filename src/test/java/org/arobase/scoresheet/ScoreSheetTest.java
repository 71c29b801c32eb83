package org.arobase.scoresheet;

import static org.arobase.testing.Http.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.Response;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.arobase.testing.Concurrently;
import org.arobase.testing.HttpTest;
import org.arobase.testing.TestEdition;
import org.junit.jupiter.api.Test;

@HttpTest
class ScoreSheetTest {
  private static final int CLIENTS = 8;

  private static TestEdition evaluation() {
    return new TestEdition()
        .dossier("78138", 2)
        .assign("78138", "juror1", "juror2")
        .move("EVALUATION");
  }

  /** A candid word must not leave the jury because a client has forgotten to say whom it is for. */
  @Test
  void aCommentIsForTheJuryUnlessItSaysOtherwise() {
    TestEdition edition = new TestEdition().dossier("78138", 1).assign("78138", "juror1");
    edition.move("EVALUATION");
    Map<String, Object> comment = Map.of("initiative", 1, "text", "Bien", "audience", "AUTHORITY");
    Map<String, Object> both =
        Map.of(
            "comments", List.of(comment), "overallComment", "Tout", "overallAudience", "AUTHORITY");
    change(edition, both).then().body("comments[0].audience", equalTo("AUTHORITY"));
    change(edition, Map.of("comments", List.of(Map.of("initiative", 1, "text", "Mal"))))
        .then()
        .body("comments[0].audience", equalTo("JURY"))
        .body("overallAudience", equalTo("AUTHORITY"));
    change(edition, Map.of("overallComment", "Rien"))
        .then()
        .body("overallAudience", equalTo("JURY"));
    change(edition, Map.of("overallAudience", "AUTHORITY"))
        .then()
        .body("overallComment", equalTo("Rien"))
        .body("overallAudience", equalTo("AUTHORITY"));
  }

  private static Response change(TestEdition edition, Map<String, Object> content) {
    String sheet = edition.sheetOf("78138");
    return as("juror1", content)
        .header("If-Match", as("juror1").get(sheet).header("ETag"))
        .patch(sheet);
  }

  @Test
  void aFirstReadIsABlankDraftOfVersionZero() {
    TestEdition edition = evaluation();
    as("juror1")
        .get(edition.sheetOf("78138"))
        .then()
        .header("ETag", "\"0\"")
        .body("status", equalTo("DRAFT"))
        .body("marks", hasSize(0))
        .body("progress", equalTo(Map.of("required", 10, "marked", 0)));
  }

  @Test
  void patchChangesWhatItNamesAndPutReplacesAll() {
    TestEdition edition = evaluation();
    String sheet = edition.sheetOf("78138");
    as("juror1", marks(mark(1, "utility", 4), state(2, "inclusion", "NOT_APPLICABLE")))
        .header("If-Match", "\"0\"")
        .patch(sheet)
        .then()
        .header("ETag", "\"1\"");
    as("juror1", marks(mark(1, "utility", 2), mark(1, "quality", 0)))
        .header("If-Match", "\"1\"")
        .patch(sheet)
        .then()
        .body("progress.marked", equalTo(3))
        .body(
            "marks",
            contains(
                mark(1, "quality", 0),
                mark(1, "utility", 2),
                state(2, "inclusion", "NOT_APPLICABLE")));
    as("juror1", marks(Map.of("initiative", 1, "criterion", "utility")))
        .header("If-Match", "\"2\"")
        .patch(sheet)
        .then()
        .body("progress.marked", equalTo(2));
    as("juror1", marks(mark(2, "utility", 5)))
        .header("If-Match", "\"3\"")
        .put(sheet)
        .then()
        .body("marks", contains(mark(2, "utility", 5)));
  }

  @Test
  void whatAGetAnswersCanBeSentBack() {
    TestEdition edition = evaluation();
    String sheet = edition.sheetOf("78138");
    as("juror1", TestEdition.sheet(2, 3)).header("If-Match", "\"0\"").put(sheet);
    String before = as("juror1").get(sheet).asString();
    as("juror1", before).header("If-Match", "\"1\"").put(sheet).then().statusCode(200);
    assertEquals(before, as("juror1").get(sheet).asString());
  }

  @Test
  void aSubmittedSheetDoesNotChangeAndThePresidentReadsIt() {
    TestEdition edition = evaluation().score("78138", "juror1", 2, 4);
    String sheet = edition.sheetOf("78138");
    String etag = as("juror1").get(sheet).header("ETag");
    as("juror1", Map.of()).header("If-Match", etag).put(sheet).then().statusCode(409);
    as("juror1", Map.of()).header("If-Match", etag).patch(sheet).then().statusCode(409);
    as("juror1").header("If-Match", etag).post(sheet + "/submission").then().statusCode(409);
    as("president")
        .get(edition.at("/dossiers/78138/score-sheets/juror1"))
        .then()
        .statusCode(200)
        .body("status", equalTo("SUBMITTED"))
        .body("submittedAt", notNullValue())
        .body("marks", hasSize(10));
  }

  @Test
  void sheetsAreWrittenInEvaluationOnly() {
    TestEdition edition = new TestEdition().dossier("78138", 1).assign("78138", "juror1");
    assertPhaseRefused(edition);
    edition.assign("78138", "juror2").move("EVALUATION");
    edition.score("78138", "juror1", 1, 3).score("78138", "juror2", 1, 3).move("DELIBERATION");
    assertPhaseRefused(edition);
  }

  private static void assertPhaseRefused(TestEdition edition) {
    as("juror1", Map.of())
        .header("If-Match", "\"0\"")
        .put(edition.sheetOf("78138"))
        .then()
        .statusCode(409)
        .body("type", equalTo("/api/v1/problems/wrong-phase"));
  }

  @Test
  void ofManyWritesOnTheSameVersionExactlyOneWins() {
    TestEdition edition = evaluation();
    String sheet = edition.sheetOf("78138");
    for (int round = 0; round < 10; round++) {
      String etag = as("juror1").get(sheet).header("ETag");
      int value = round % 6;
      Callable<Integer> write =
          () ->
              as("juror1", marks(mark(1, "utility", value)))
                  .header("If-Match", etag)
                  .patch(sheet)
                  .statusCode();
      List<Integer> statuses = Concurrently.run(Collections.nCopies(CLIENTS, write));
      assertEquals(1, Collections.frequency(statuses, 200), () -> "statuses " + statuses);
      assertEquals(CLIENTS - 1, Collections.frequency(statuses, 412), () -> "s " + statuses);
    }
  }

  @Test
  void aWriteThatWaitedForAnotherSeesWhatItWrote() {
    TestEdition edition = evaluation();
    String sheet = edition.sheetOf("78138");
    as("juror1", TestEdition.sheet(2, 0)).header("If-Match", "\"0\"").put(sheet);
    for (int round = 0; round < 20; round++) {
      int version = Integer.parseInt(as("juror1").get(sheet).header("ETag").replace("\"", ""));
      // the second write guesses the version that the first one makes, and sets the mark back to 0
      int value = 1 + round % 5;
      List<Integer> statuses =
          Concurrently.run(
              List.of(
                  () -> patch(sheet, version, mark(1, "utility", value)),
                  () -> patch(sheet, version + 1, mark(1, "utility", 0))));
      assertEquals(200, statuses.get(0));
      int expected = statuses.get(1) == 200 ? 0 : value;
      as("juror1")
          .get(sheet)
          .then()
          .body(
              "marks.find { it.initiative == 1 && it.criterion == 'utility' }.value",
              equalTo(expected));
      String etag = as("juror1").get(sheet).header("ETag");
      as("juror1", TestEdition.sheet(2, 0)).header("If-Match", etag).put(sheet);
    }
  }

  private static int patch(String sheet, int version, Map<String, Object> mark) {
    return as("juror1", marks(mark))
        .header("If-Match", "\"" + version + "\"")
        .patch(sheet)
        .statusCode();
  }

  @Test
  void ofManySubmissionsExactlyOneWins() {
    TestEdition edition = evaluation();
    String sheet = edition.sheetOf("78138");
    as("juror1", TestEdition.sheet(2, 3)).header("If-Match", "\"0\"").put(sheet);
    Callable<Integer> submit =
        () -> as("juror1").header("If-Match", "\"1\"").post(sheet + "/submission").statusCode();
    List<Integer> statuses = Concurrently.run(Collections.nCopies(CLIENTS, submit));
    assertEquals(1, Collections.frequency(statuses, 200), () -> "statuses " + statuses);
    assertEquals(CLIENTS - 1, Collections.frequency(statuses, 412), () -> "s " + statuses);
  }

  private static Map<String, Object> marks(Map<?, ?>... marks) {
    return Map.of("marks", List.of(marks));
  }

  private static Map<String, Object> mark(int initiative, String criterion, int value) {
    return Map.of("initiative", initiative, "criterion", criterion, "value", value);
  }

  private static Map<String, Object> state(int initiative, String criterion, String state) {
    return Map.of("initiative", initiative, "criterion", criterion, "state", state);
  }
}
