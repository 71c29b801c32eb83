package org.arobase.palmares;

import static org.arobase.testing.Http.anyone;
import static org.arobase.testing.Http.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import org.arobase.audit.Rewriting;
import org.arobase.testing.HttpTest;
import org.arobase.testing.TestEdition;
import org.junit.jupiter.api.Test;

/** An edition of a release that sealed and signed nothing, finalised by an engine of then. */
@HttpTest
class OlderReleaseTest {
  private final EntityManager database;

  OlderReleaseTest(EntityManager database) {
    this.database = database;
  }

  private static TestEdition finalised() {
    TestEdition edition = new TestEdition().dossier("78138", 1).dossier("35054", 1);
    edition.assign("78138", "juror1", "juror2").assign("35054", "juror1", "juror2");
    edition.move("EVALUATION");
    for (String code : List.of("78138", "35054")) {
      edition.score(code, "juror1", 1, 3).score(code, "juror2", 1, 3);
    }
    edition.move("DELIBERATION").finalise().then().statusCode(200);
    return edition;
  }

  /** What that release has written: no seal, no document, no names, and 2 @ for the same marks. */
  private void asItWas(TestEdition edition) {
    String of = " where edition_year = " + edition.year;
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                List.of(
                        "delete from published_credential" + of,
                        "delete from published_document" + of,
                        "delete from seal" + of,
                        "update finalisation set engine = 'arobase-scoring/2'" + of,
                        "update outcome set name = null, kind = null, department = null, region ="
                            + " null, region_name = null, stratum = null, level = 2,"
                            + " computed_level = 2, score = 0.4"
                            + of)
                    .forEach(sql -> database.createNativeQuery(sql).executeUpdate()));
    Rewriting.record(edition.year);
  }

  @Test
  void whatWasFinalStaysSoWhenItIsPublished() {
    TestEdition edition = finalised();
    asItWas(edition);
    edition.publish().then().statusCode(200);
    anyone()
        .accept("application/json")
        .get("/palmares/" + edition.year + "/document")
        .then()
        .body("labels.level", contains(2, 2))
        .body("engine", equalTo("arobase-scoring/2"));
    anyone().get("/palmares/" + edition.year).then().body("items.level", contains(2, 2));
    as("president")
        .get(edition.at("/seals/1/verification"))
        .then()
        .body("same", equalTo(false))
        .body("differences.what", hasItem("engine"));
  }

  @Test
  void whatWasPublishedUnsignedIsSignedAsItWasBeforeItIsPutRight() {
    TestEdition edition = finalised();
    edition.publish().then().statusCode(200);
    asItWas(edition);
    Map<String, Object> change = Map.of("dossier", "78138", "level", 4, "reason", "Erreur");
    as("president", Map.of("reason", "Erreur", "changes", List.of(change)))
        .header("If-Match", edition.etag())
        .post(edition.at("/corrections"))
        .then()
        .statusCode(200)
        .body("version", equalTo(2))
        .body("changes.code", contains("78138"))
        .body("changes[0].before.level", equalTo(2));
    List<Integer> levels =
        anyone()
            .accept("application/json")
            .get("/palmares/" + edition.year + "/document")
            .path("labels.level");
    assertEquals(List.of(2, 4), levels);
  }
}
