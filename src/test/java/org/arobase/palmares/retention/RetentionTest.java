package org.arobase.palmares.retention;

import static org.arobase.testing.Http.anyone;
import static org.arobase.testing.Http.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.path.json.JsonPath;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.arobase.audit.sealing.LogSequencer;
import org.arobase.audit.sealing.Verifier;
import org.arobase.jury.Juror.Office;
import org.arobase.platform.merkle.MerkleProof;
import org.arobase.testing.HttpTest;
import org.arobase.testing.TestEdition;
import org.junit.jupiter.api.Test;

/**
 * Personal data is erased in time, and seals stay valid: on request after publication, or after the
 * months that the policy sets. Names are removed from the jury and from the record; a seal, a
 * signature and an inclusion proof from before stay valid; recusals stay in force. An erasure does
 * not make a forged event valid. Persons can get what is kept about them. Not erased: member ids,
 * the account of the demonstration, and names written into a reason or a comment.
 */
@HttpTest
class RetentionTest {
  private final RetentionWatch watch;
  private final Verifier verifier;
  private final LogSequencer sealer;
  private final EntityManager database;

  RetentionTest(
      RetentionWatch watch, Verifier verifier, LogSequencer sealer, EntityManager database) {
    this.database = database;
    this.watch = watch;
    this.verifier = verifier;
    this.sealer = sealer;
  }

  private TestEdition published(int months) {
    TestEdition edition =
        new TestEdition(Map.of("retention", Map.of("jurorMonths", months, "mailMonths", months)))
            .dossier("78138", 1)
            .dossier("35054", 1)
            .assign("78138", "juror1", "juror2")
            .assign("35054", "juror1", "juror2");
    edition.recuse("juror3", "78138");
    as("secretariat", Map.of("email", "camille@example.org", "name", "Camille Personne"))
        .header("If-Match", as("secretariat").get(edition.at("/jurors/juror1")).header("ETag"))
        .patch(edition.at("/jurors/juror1"))
        .then()
        .statusCode(200);
    edition.move("EVALUATION");
    for (String code : List.of("78138", "35054")) {
      edition.score(code, "juror1", 1, 3).score(code, "juror2", 1, 3);
    }
    edition.move("DELIBERATION").finalise().then().statusCode(200);
    edition.publish().then().statusCode(200);
    sealer.seal();
    return edition;
  }

  private List<Verifier.Finding> findings(TestEdition edition) {
    Integer year = edition.year;
    return verifier.verify().findings().stream()
        .filter(f -> f.subject().edition() == null || year.equals(f.subject().edition()))
        .toList();
  }

  @Test
  void aPersonIsGivenWhatIsKeptOfIt() {
    TestEdition edition = published(24);
    as("juror1")
        .get("/me/personal-data")
        .then()
        .statusCode(200)
        .body("username", equalTo("juror1"))
        .rootPath("memberships.find { it.edition == " + edition.year + " }")
        .body("name", equalTo("Camille Personne"))
        .body("email", equalTo("camille@example.org"))
        .body("sheets.dossier", contains("35054", "78138"))
        .body("sheets.marks", contains(5, 5))
        .body("events", greaterThan(3));
    as("chanteloup").get("/me/personal-data").then().body("memberships", empty());
    anyone().get("/me/personal-data").then().statusCode(401);
  }

  @Test
  void whoIsForgottenLeavesItsMarksAndNoName() {
    TestEdition edition = published(24);
    JsonPath before =
        as("secretariat").get("/audit?edition=" + edition.year + "&limit=500").jsonPath();
    int event = before.getInt("items.find { it.actor == 'juror1' }.number");
    String root = as("secretariat").get("/audit/events/" + event + "/inclusion").asString();
    String document = anyone().get("/palmares/" + edition.year + "/document").asString();
    as("secretariat").post(edition.at("/jurors/juror1/erasure")).then().statusCode(204);
    as("secretariat").post(edition.at("/jurors/juror1/erasure")).then().statusCode(204);
    String member = as("secretariat").get(edition.at("/jurors/juror1")).asString();
    assertFalse(member.contains("Camille") || member.contains("example.org"), member);
    as("secretariat")
        .get("/audit?edition=" + edition.year + "&limit=500")
        .then()
        .body("items.actor", everyItem(not(equalTo("juror1"))))
        .body("items.actor", hasItem("erased:juror1"));
    as("juror1")
        .get("/me/personal-data")
        .then()
        .body("memberships.edition", not(hasItem(edition.year)));
    as("president")
        .get(edition.at("/dossiers/78138/score-sheets/juror1"))
        .then()
        .body("marks.value", contains(3, 3, 3, 3, 3));
    // the seal, the signature and the record are still valid
    as("president").get(edition.at("/seals/1/verification")).then().body("same", equalTo(true));
    anyone()
        .contentType("application/json")
        .body(Map.of("signed", document))
        .post("/palmares/verification")
        .then()
        .body("valid", equalTo(true));
    sealer.seal();
    assertEquals(List.of(), findings(edition));
    JsonPath proof = as("secretariat").get("/audit/events/" + event + "/inclusion").jsonPath();
    assertEquals(JsonPath.from(root).getString("leafHash"), proof.getString("leafHash"));
    assertEquals(JsonPath.from(root).getString("leaf"), proof.getString("leaf"));
    assertFalse(proof.getString("leaf").contains("\"actor\""), proof.getString("leaf"));
    assertEquals(
        true,
        MerkleProof.included(
            proof.getString("leafHash"),
            proof.getLong("position"),
            proof.getLong("size"),
            proof.getList("path"),
            proof.getString("rootHash")));
  }

  /**
   * The recusals of an erased member stay in force, and the next holder of their office can act.
   */
  @Test
  void whoIsForgottenStaysRecusedAndHoldsUpNothing() {
    TestEdition edition = new TestEdition().seat(Office.PRESIDENT, "president");
    for (String code : List.of("78138", "35054")) {
      edition.dossier(code, 1).assign(code, "juror1", "juror2");
    }
    edition.seat(Office.MEMBER, "secretariat").seat(Office.VICE_PRESIDENT, "vicepresident");
    edition.recuse("secretariat", "78138").then().statusCode(201);
    edition.move("EVALUATION");
    for (String code : List.of("78138", "35054")) {
      edition.score(code, "juror1", 1, 3).score(code, "juror2", 1, 3);
    }
    edition.move("DELIBERATION").finalise().then().statusCode(200);
    edition.publish().then().statusCode(200);
    for (String member : List.of("secretariat", "president")) {
      as("secretariat").post(edition.at("/jurors/" + member + "/erasure")).then().statusCode(204);
    }
    as("secretariat")
        .get(edition.at("/dossiers/78138/feedback"))
        .then()
        .statusCode(403)
        .body("type", equalTo("/api/v1/problems/recused"));
    as("secretariat")
        .get(edition.at("/seals/1"))
        .then()
        .body("results.dossiers.code", contains("35054"))
        .body("results.marksHash", equalTo(null));
    as("president", Map.of("reason", "Signée de nouveau.", "changes", List.of()))
        .header("If-Match", as("president").get(edition.at("")).header("ETag"))
        .post(edition.at("/corrections"))
        .then()
        .statusCode(200)
        .body("version", equalTo(2));
    assertEquals(List.of(), findings(edition));
  }

  /** An erasure signs the events that it changes: it must not sign a forged one. */
  @Test
  void nothingForgedIsMadeGoodByAnErasure() {
    TestEdition edition = published(24);
    String which = " where edition = " + edition.year + " and actor = 'juror1' and action = '%s'";
    assertEquals(2, run("update audit_event set action = 'LIFTED'" + which.formatted("SUBMITTED")));
    as("secretariat")
        .post(edition.at("/jurors/juror1/erasure"))
        .then()
        .statusCode(409)
        .body("type", equalTo("/api/v1/problems/record-contradicted"));
    as("secretariat")
        .get(edition.at("/jurors/juror1"))
        .then()
        .body("name", equalTo("Camille Personne"));
    assertEquals(2, run("update audit_event set action = 'SUBMITTED'" + which.formatted("LIFTED")));
    as("secretariat").post(edition.at("/jurors/juror1/erasure")).then().statusCode(204);
  }

  private int run(String sql) {
    return QuarkusTransaction.requiringNew()
        .call(() -> database.createNativeQuery(sql).executeUpdate());
  }

  @Test
  void nobodyIsForgottenBeforeThePalmaresIsPublished() {
    TestEdition edition = new TestEdition().dossier("78138", 1).assign("78138", "juror1");
    as("secretariat").post(edition.at("/jurors/juror1/erasure")).then().statusCode(409);
    as("juror1").post(edition.at("/jurors/juror1/erasure")).then().statusCode(403);
  }

  @Test
  void afterTheMonthsOfThePolicyAllAreForgotten() {
    TestEdition edition = published(2);
    TestEdition kept = published(60);
    watch.look(Instant.now().plus(70, ChronoUnit.DAYS));
    as("secretariat")
        .get(edition.at("/jurors"))
        .then()
        .body("items.name", everyItem(startsWith("juror")));
    as("secretariat")
        .get(kept.at("/jurors/juror1"))
        .then()
        .body("name", equalTo("Camille Personne"));
    assertEquals(List.of(), findings(edition));
  }
}
