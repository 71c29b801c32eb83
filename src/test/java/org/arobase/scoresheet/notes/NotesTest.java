package org.arobase.scoresheet.notes;

import static org.arobase.testing.Http.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.arobase.audit.AuditEvent;
import org.arobase.jury.Juror.Office;
import org.arobase.testing.Concurrently;
import org.arobase.testing.HttpTest;
import org.arobase.testing.TestEdition;
import org.junit.jupiter.api.Test;

/**
 * A juror's private notes are read by nobody else, in no phase, table or letter, and leave no
 * event. They can be written before and after submission; what SQL has changed is not shown.
 */
@HttpTest
class NotesTest {
  private static final String SECRET = "Le maire est mon voisin de palier";

  private static TestEdition edition() {
    TestEdition edition = new TestEdition().dossier("78138", 2);
    edition.assign("78138", "juror1", "juror2").seat(Office.PRESIDENT, "president");
    return edition.move("EVALUATION");
  }

  private static Response write(TestEdition edition, String etag, Object notes) {
    return as("juror1", notes).header("If-Match", etag).put(at(edition));
  }

  private static String at(TestEdition edition) {
    return edition.at("/dossiers/78138/notes");
  }

  private static Map<String, Object> notes(String text) {
    return Map.of("overall", text, "initiatives", List.of(Map.of("initiative", 2, "text", text)));
  }

  @Test
  void aJurorWritesAndRewritesNotes() {
    TestEdition edition = edition();
    Response blank = as("juror1").get(at(edition));
    blank.then().statusCode(200).body("overall", equalTo("")).body("initiatives", empty());
    Response first = write(edition, blank.header("ETag"), notes(SECRET));
    first.then().statusCode(200).body("initiatives.initiative", contains(2));
    write(edition, blank.header("ETag"), notes("x")).then().statusCode(412);
    edition.score("78138", "juror1", 2, 3);
    write(edition, first.header("ETag"), Map.of("overall", "Fini")).then().statusCode(200);
    as("juror1")
        .get(at(edition))
        .then()
        .body("overall", equalTo("Fini"))
        .body("initiatives", empty());
    Map<String, Object> unknown =
        Map.of("initiatives", List.of(Map.of("initiative", 9, "text", "x")));
    write(edition, as("juror1").get(at(edition)).header("ETag"), unknown)
        .then()
        .statusCode(422)
        .body("violations.code", contains("unknown-initiative"));
  }

  @Test
  void nobodyElseReadsThem() {
    TestEdition edition = edition();
    long before = events(edition);
    write(edition, "\"0\"", notes(SECRET)).then().statusCode(200);
    assertEquals(before, events(edition));
    as("juror2").get(at(edition)).then().statusCode(200).body("overall", equalTo(""));
    for (String other : List.of("president", "secretariat", "vicepresident")) {
      as(other).get(at(edition)).then().statusCode(403);
    }
    edition.score("78138", "juror1", 2, 3).score("78138", "juror2", 2, 3).move("DELIBERATION");
    edition.finalise().then().statusCode(200);
    for (String shown :
        List.of(
            "/score-sheets/export",
            "/dossiers/78138/score-sheets/juror1",
            "/dossiers/78138/score-sheets/juror1/history",
            "/anonymised-marks",
            "/seals/1")) {
      Response answer = as("president").get(edition.at(shown));
      answer.then().statusCode(200);
      assertFalse(answer.asString().contains(SECRET), shown);
    }
    Response own = as("juror1").get("/me/personal-data");
    own.then().statusCode(200);
    assertEquals(
        List.of(SECRET, SECRET),
        own.path("memberships.find { it.edition == " + edition.year + " }.notes"));
  }

  private static long events(TestEdition edition) {
    return QuarkusTransaction.requiringNew().call(() -> AuditEvent.count("edition", edition.year));
  }

  @Test
  void ofTwoFirstNotesAtOnceOneIsKept() {
    TestEdition edition = edition();
    Callable<Integer> write = () -> write(edition, "\"0\"", notes("a")).statusCode();
    List<Integer> statuses = Concurrently.run(List.of(write, write, write));
    assertEquals(1, statuses.stream().filter(s -> s == 200).count(), statuses::toString);
    assertEquals(2, statuses.stream().filter(s -> s == 412).count(), statuses::toString);
  }

  @Test
  void whatSqlHasChangedIsNotShown() {
    TestEdition edition = edition();
    write(edition, "\"0\"", notes(SECRET)).then().statusCode(200);
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                PrivateNotes.getEntityManager()
                    .createNativeQuery(
                        "update private_notes set content = json_set(content, '$.overall', 'x')"
                            + " where assignment_id in (select a.id from assignment a join juror j"
                            + " on j.id = a.juror_id where j.edition_year = ?1)")
                    .setParameter(1, edition.year)
                    .executeUpdate());
    as("juror1").get(at(edition)).then().statusCode(409);
  }
}
