package org.arobase.rating.board;

import static org.arobase.testing.Http.as;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.restassured.response.Response;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.arobase.access.AccessScope.Limits;
import org.arobase.audit.Action;
import org.arobase.audit.Subject;
import org.arobase.audit.WriteDoor.Act;
import org.arobase.jury.Juror.Office;
import org.arobase.platform.database.Transactions;
import org.arobase.testing.Concurrently;
import org.arobase.testing.HttpTest;
import org.arobase.testing.TestEdition;
import org.junit.jupiter.api.Test;

/** The board is kept as long as nothing has changed that the caller may know of. */
@HttpTest
class KeptBoardTest {
  private final Board board;
  private final EntityManager database;
  private final Event<Act> acts;

  KeptBoardTest(Board board, EntityManager database, Event<Act> acts) {
    this.board = board;
    this.database = database;
    this.acts = acts;
  }

  private static TestEdition begun() {
    TestEdition edition = new TestEdition().dossier("35238", 1).dossier("78138", 1);
    edition.assign("35238", "juror1", "juror2").assign("78138", "juror1", "juror2");
    edition.seat(Office.PRESIDENT, "president").move("EVALUATION");
    return edition.score("35238", "juror1", 1, 3).score("78138", "juror1", 1, 4);
  }

  private static Response read(TestEdition edition, String etag) {
    return as("president").header("If-None-Match", etag).get(edition.at("/ratings"));
  }

  private static String etag(TestEdition edition) {
    return as("president").get(edition.at("/ratings")).header("ETag");
  }

  @Test
  void whoHasItGetsNothingUntilAnActChangesARating() {
    TestEdition edition = begun();
    String before = etag(edition);
    read(edition, before).then().statusCode(304).body(equalTo(""));
    edition.score("35238", "juror2", 1, 5);
    read(edition, before).then().statusCode(200).body("items[0].score", equalTo(0.8f));
    assertNotEquals(before, etag(edition));
  }

  @Test
  void aPageOfAnotherSizeIsAnotherAnswer() {
    TestEdition edition = begun();
    String whole = etag(edition);
    Response first = as("president").get(edition.at("/ratings?limit=1"));
    first.then().statusCode(200).body("items.size()", equalTo(1));
    assertNotEquals(whole, first.header("ETag"));
    assertNotEquals(null, first.header("Link"));
  }

  @Test
  void aDraftChangesNothing() {
    TestEdition edition = begun();
    String before = etag(edition);
    as("juror2", TestEdition.sheet(1, 2))
        .header("If-Match", "\"0\"")
        .put(edition.sheetOf("35238"))
        .then()
        .statusCode(200);
    read(edition, before).then().statusCode(304);
  }

  @Test
  void anActOnAHiddenDossierChangesNothingForWhoIsRecused() {
    TestEdition edition = begun();
    edition.recuse("president", "78138").then().statusCode(201);
    String before = etag(edition);
    edition.score("78138", "juror2", 1, 1);
    read(edition, before).then().statusCode(304);
  }

  /** A rating depends on the other dossiers too, through the severities and the language. */
  @Test
  void anExplanationIsKeptUntilAnActOnAnyDossierThatTheCallerMayKnow() {
    TestEdition edition = begun();
    String address = edition.at("/ratings/78138");
    String before = as("president").get(address).header("ETag");
    as("president").header("If-None-Match", before).get(address).then().statusCode(304);
    String english = as("president").header("Accept-Language", "en").get(address).header("ETag");
    assertNotEquals(before, english);
    edition.score("78138", "juror2", 1, 2);
    as("president")
        .header("If-None-Match", before)
        .get(address)
        .then()
        .statusCode(200)
        .body("rating.submitted", equalTo(2));
  }

  /** Which initiatives count depends on the day of reference, which is no act on a dossier. */
  @Test
  void anotherDayOfReferenceIsAnotherBoard() {
    TestEdition edition = new TestEdition().dossier("35238", 1);
    edition.seat(Office.PRESIDENT, "president");
    Map<String, Object> ended = new HashMap<>(TestEdition.initiative("site-web"));
    ended.putAll(Map.of("ongoing", false, "startedOn", (edition.year - 1) + "-06-01"));
    as("secretariat", ended).post(edition.at("/dossiers/35238/initiatives")).then().statusCode(201);
    edition.move("EVALUATION");
    as("president").get(edition.at("/ratings")).then().body("items[0].initiatives", equalTo(2));
    edition.tryMove("OPEN", "Une erreur de date.").then().statusCode(200);
    as("secretariat", Map.of("referenceDate", (edition.year + 2) + "-02-01"))
        .header("If-Match", edition.etag())
        .patch(edition.at(""))
        .then()
        .statusCode(200);
    edition.move("EVALUATION");
    as("president").get(edition.at("/ratings")).then().body("items[0].initiatives", equalTo(1));
  }

  /** Otherwise the next act would find the undone board under its own number. */
  @Test
  void whatATransactionUndoesIsNotKept() {
    TestEdition edition = begun();
    Transactions.triedOut(
        () -> {
          database
              .createNativeQuery(
                  "update score_sheet set content = replace(content, ',3]', ',0]') where"
                      + " assignment_id in (select a.id from assignment a join dossier d on d.id ="
                      + " a.dossier_id where d.edition_year = ?1 and d.authority_code = '35238')")
              .setParameter(1, edition.year)
              .executeUpdate();
          acts.fire(
              new Act(
                  Action.SUBMITTED,
                  Subject.ofDossier("score-sheet", edition.year, "35238", "juror1")));
          return board.of(edition.year, Limits.ALL);
        });
    edition.score("35238", "juror2", 1, 5);
    as("president").get(edition.at("/ratings")).then().body("items[0].score", equalTo(0.8f));
  }

  /** Readers and writers at once: whoever reads after the last act sees all of them. */
  @Test
  void readersNeverKeepTheBoardOfBefore() {
    for (int round = 0; round < 5; round++) {
      TestEdition edition = begun();
      List<Callable<Integer>> tasks =
          new ArrayList<>(
              IntStream.range(0, 4)
                  .<Callable<Integer>>mapToObj(
                      n -> () -> as("president").get(edition.at("/ratings")).statusCode())
                  .toList());
      tasks.add(
          () -> {
            edition.score("35238", "juror2", 1, 5);
            return 200;
          });
      assertEquals(List.of(200, 200, 200, 200, 200), Concurrently.run(tasks));
      as("president").get(edition.at("/ratings")).then().body("items[0].score", equalTo(0.8f));
    }
  }
}
