package org.arobase;

import static org.arobase.testing.Http.as;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.arobase.jury.Juror.Office;
import org.arobase.testing.HttpTest;
import org.arobase.testing.TestEdition;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;

/**
 * The number of SQL statements of the operations that a jury day repeats most. A change that adds
 * one says so here.
 */
@HttpTest
class BusiestOperationsTest {
  private static final Map<String, Integer> EXPECTED =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("sheet, saved as a whole", 6),
              Map.entry("sheet, autosave of one mark", 6),
              Map.entry("sheet, read", 2),
              Map.entry("sheet, submitted", 10),
              Map.entry("dossier, read", 4),
              Map.entry("dossiers, listed", 5),
              Map.entry("worklist, after a write", 6),
              Map.entry("worklist", 5),
              Map.entry("progress, after a write", 8),
              Map.entry("progress", 7),
              Map.entry("board, after an act", 10),
              Map.entry("board, nothing changed", 2),
              Map.entry("board, known", 2),
              Map.entry("explanation", 9),
              Map.entry("explanation, again", 2)));

  private final SessionFactory sessions;
  private final Map<String, Integer> counted = new TreeMap<>();

  BusiestOperationsTest(SessionFactory sessions) {
    this.sessions = sessions;
  }

  private void count(String name, int status, Supplier<Response> request) {
    sessions.getStatistics().clear();
    request.get().then().statusCode(status);
    counted.put(name, (int) sessions.getStatistics().getPrepareStatementCount());
  }

  @Test
  void eachTakesAsManyStatementsAsWritten() {
    TestEdition edition =
        new TestEdition()
            .seat(Office.PRESIDENT, "president")
            .dossier("78138", 2)
            .dossier("35054", 2)
            .assign("78138", "juror1", "juror2", "juror3")
            .assign("35054", "juror1", "juror2", "juror3")
            .move("EVALUATION");
    aJurorsDay(edition);
    edition.score("78138", "juror2", 2, 3).score("35054", "juror1", 2, 3);
    aPresidentsLook(edition);
    assertEquals(EXPECTED, counted);
  }

  private void aJurorsDay(TestEdition edition) {
    String mine = edition.sheetOf("78138");
    Map<String, Object> whole = TestEdition.sheet(2, 3);
    // the first request signs in, and the first write makes the row
    as("juror1", whole).header("If-Match", "\"0\"").put(mine).then().statusCode(200);
    String etag = etag(mine);
    count(
        "sheet, saved as a whole",
        200,
        () -> as("juror1", TestEdition.sheet(2, 4)).header("If-Match", etag).put(mine));
    Map<String, Object> one = Map.of("marks", List.of(((List<?>) whole.get("marks")).get(0)));
    String later = etag(mine);
    count(
        "sheet, autosave of one mark",
        200,
        () -> as("juror1", one).header("If-Match", later).patch(mine));
    count("sheet, read", 200, () -> as("juror1").get(mine));
    count("dossier, read", 200, () -> as("juror1").get(edition.at("/dossiers/78138")));
    count("dossiers, listed", 200, () -> as("juror1").get(edition.at("/dossiers")));
    count(
        "worklist, after a write",
        200,
        () -> as("juror1").get("/me/score-sheets?edition=" + edition.year));
    count("worklist", 200, () -> as("juror1").get("/me/score-sheets?edition=" + edition.year));
    String last = etag(mine);
    count(
        "sheet, submitted",
        200,
        () -> as("juror1").header("If-Match", last).post(mine + "/submission"));
  }

  private static String etag(String sheet) {
    return as("juror1").get(sheet).header("ETag");
  }

  private void aPresidentsLook(TestEdition edition) {
    String board = edition.at("/ratings");
    // signs in before anything is counted
    as("president").get("/me").then().statusCode(200);
    count("progress, after a write", 200, () -> as("president").get(edition.at("/progress")));
    count("progress", 200, () -> as("president").get(edition.at("/progress")));
    count("board, after an act", 200, () -> as("president").get(board));
    count("board, nothing changed", 200, () -> as("president").get(board));
    String etag = as("president").get(board).header("ETag");
    count("board, known", 304, () -> as("president").header("If-None-Match", etag).get(board));
    count("explanation", 200, () -> as("president").get(board + "/78138"));
    count("explanation, again", 200, () -> as("president").get(board + "/78138"));
  }
}
