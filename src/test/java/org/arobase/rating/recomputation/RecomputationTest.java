package org.arobase.rating.recomputation;

import static org.arobase.testing.Http.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import org.arobase.audit.Rewriting;
import org.arobase.jury.Juror.Office;
import org.arobase.scoring.Grid.Cell;
import org.arobase.scoring.Mark;
import org.arobase.testing.Awaited;
import org.arobase.testing.HttpTest;
import org.arobase.testing.StoredSheets;
import org.arobase.testing.TestEdition;
import org.junit.jupiter.api.Test;

/**
 * Whoever doubts a palmarès can have every rating computed again from the marks, as a job. The
 * result equals the board. After finalisation SQL changes one mark by one step, which crosses no
 * threshold: the dossier is named, and so is one with a mark outside the scale. A caller who is
 * recused from a dossier gets the result without it. Only the person who began the job can read it.
 */
@HttpTest
class RecomputationTest {
  @Inject EntityManager database;

  /** Three dossiers with two jurors each, whose full sheets have 3, 4 or 1 everywhere. */
  private static TestEdition deliberated() {
    TestEdition edition = new TestEdition("REML");
    edition.dossier("35238", 3).dossier("44109", 2).dossier("78138", 1);
    for (String code : Set.of("35238", "44109", "78138")) {
      edition.assign(code, "juror1", "juror2");
    }
    edition.seat(Office.PRESIDENT, "president").move("EVALUATION");
    for (String juror : Set.of("juror1", "juror2")) {
      edition.score("35238", juror, 3, 3).score("44109", juror, 2, 4).score("78138", juror, 1, 1);
    }
    return edition.move("DELIBERATION");
  }

  private static ValidatableResponse ended(String user, TestEdition edition) {
    String job =
        as(user)
            .post(edition.at("/ratings/recomputation"))
            .then()
            .statusCode(202)
            .header("Location", containsString("/api/v1/jobs/"))
            .body("kind", equalTo("RECOMPUTATION"))
            .extract()
            .path("id");
    return Awaited.job(user, job);
  }

  @Test
  void whatIsComputedAgainIsWhatTheBoardSays() {
    TestEdition edition = deliberated();
    JsonPath board = as("president").get(edition.at("/ratings")).jsonPath();
    Map<String, Integer> distribution =
        board.getMap("items.countBy { it.level.toString() }", String.class, Integer.class);
    ended("president", edition)
        .body("state", equalTo("DONE"))
        .body("done", equalTo(3))
        .body("total", equalTo(3))
        .body("result.dossiers", equalTo(3))
        .body("result.rated", equalTo(3))
        .body("result.marks", equalTo(6 * 2 * 5))
        .body("result.jurors", equalTo(2))
        .body("result.compared", equalTo(0))
        .body("result.engine", equalTo("arobase-scoring/3"))
        .body("result.distribution", equalTo(distribution));
  }

  @Test
  void whatWasFinalisedIsComputedAgainAndWhatDiffersIsNamed() {
    TestEdition edition = deliberated();
    edition.finalise().then().statusCode(200);
    String hash =
        ended("secretariat", edition)
            .body("result.compared", equalTo(3))
            .body("result.differing", empty())
            .extract()
            .path("result.marksHash");
    // changes one mark by one step, which crosses no threshold
    StoredSheets.ofDossier(
        edition.year, "35238", marks -> marks.put(new Cell(1, "utility"), Mark.of(2)));
    String other =
        ended("secretariat", edition)
            .body("result.differing", contains("35238"))
            .body("result.differences", equalTo(1))
            .extract()
            .path("result.marksHash");
    assertFalse(hash.equals(other));
    setAllMarks(edition, "44109", new BigDecimal("77.5"));
    ended("secretariat", edition)
        .body("state", equalTo("DONE"))
        .body("result.differing", contains("35238", "44109"));
    Rewriting.record(edition.year);
  }

  @Test
  void aJobIsOfWhoeverBeganIt() {
    TestEdition edition = deliberated();
    String job = ended("president", edition).extract().path("id");
    as("secretariat").get("/jobs/" + job).then().statusCode(404);
    as("secretariat").delete("/jobs/" + job).then().statusCode(404);
    as("juror1").get("/jobs/" + job).then().statusCode(403);
    as("president").delete("/jobs/" + job).then().statusCode(200).body("state", equalTo("DONE"));
  }

  @Test
  void whoIsRecusedSinceThenMayNotReadIt() {
    TestEdition edition = deliberated();
    String job = ended("president", edition).extract().path("id");
    edition.recuse("president", "44109").then().statusCode(201);
    as("president").get("/jobs/" + job).then().statusCode(403);
    Map<String, Object> before = ended("president", edition).extract().path("result");
    assertEquals(2, before.get("dossiers"));
    setAllMarks(edition, "44109", BigDecimal.ZERO);
    assertEquals(before, ended("president", edition).extract().path("result"));
    setAllMarks(edition, "35238", BigDecimal.ZERO);
    Map<String, Object> seen = ended("president", edition).extract().path("result");
    assertFalse(before.equals(seen), "what may be known is seen");
    Rewriting.record(edition.year);
  }

  private static void setAllMarks(TestEdition edition, String code, BigDecimal value) {
    StoredSheets.ofDossier(
        edition.year, code, marks -> marks.replaceAll((cell, mark) -> Mark.of(value)));
  }

  @Test
  void theSameKeyBeginsOneJob() {
    TestEdition edition = deliberated();
    String first = begun(edition);
    assertEquals(first, begun(edition));
    Awaited.job("president", first).body("state", equalTo("DONE"));
    long jobs =
        (long)
            database
                .createQuery("select count(j) from Job j where j.edition = :year")
                .setParameter("year", edition.year)
                .getSingleResult();
    assertEquals(1, jobs);
    assertTrue(first.length() == 36);
  }

  private static String begun(TestEdition edition) {
    return as("president")
        .header("Idempotency-Key", "again-" + edition.year)
        .post(edition.at("/ratings/recomputation"))
        .then()
        .statusCode(202)
        .header("Location", containsString("/jobs/"))
        .extract()
        .path("id");
  }
}
