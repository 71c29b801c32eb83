package org.arobase.audit;

import static org.arobase.testing.Http.anyone;
import static org.arobase.testing.Http.as;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.arobase.audit.sealing.LogSequencer;
import org.arobase.audit.sealing.Verifier;
import org.arobase.audit.sealing.Verifier.Finding;
import org.arobase.jury.Juror.Office;
import org.arobase.platform.merkle.MerkleProof;
import org.arobase.platform.merkle.MerkleTree;
import org.arobase.testing.HttpTest;
import org.arobase.testing.TestEdition;
import org.junit.jupiter.api.Test;

/**
 * Each change of state is an event with its author, in the same transaction, with a commitment to
 * the new state; events are sealed into a tree whose heads are public. All writers record their
 * changes; a refused change is no event; no event holds a mark or a comment. Whoever kept a head
 * can check inclusion and consistency over HTTP. Recused persons see no event of their dossier and
 * get no proof of it.
 */
@HttpTest
class AuditTest {
  private final LogSequencer sealer;
  private final Verifier verifier;

  AuditTest(LogSequencer sealer, Verifier verifier) {
    this.sealer = sealer;
    this.verifier = verifier;
  }

  @Test
  void everyChangeOfStateIsAnEventWithItsActor() {
    TestEdition edition = new TestEdition().dossier("78138", 1).assign("78138", "juror1", "juror2");
    edition.move("EVALUATION").score("78138", "juror1", 1, 3).score("78138", "juror2", 1, 3);
    edition.recuse("juror1", "35054").then().statusCode(201);
    edition.move("DELIBERATION");
    as("president", Map.of("level", 3)).put(edition.at("/decisions/78138"));
    edition.finalise();
    edition.publish();
    List<Map<String, Object>> events =
        as("secretariat").get("/audit?limit=500&edition=" + edition.year).path("items");
    Set<String> acts =
        events.stream()
            .map(e -> e.get("action") + " " + e.get("kind") + " by " + e.get("actor"))
            .collect(Collectors.toSet());
    assertTrue(
        acts.containsAll(
            Set.of(
                "CREATED edition by secretariat",
                "MOVED edition by secretariat",
                "CREATED dossier by secretariat",
                "CHANGED dossier by secretariat",
                "CHANGED score-sheet by juror1",
                "SUBMITTED score-sheet by juror2",
                "CREATED submission by juror2",
                "RECUSED recusal by juror1",
                "DECIDED decision by president",
                "FINALISED finalisation by president",
                "MOVED edition by president",
                "PUBLISHED publication by secretariat")),
        acts::toString);
    Map<String, Object> recusal =
        events.stream().filter(e -> e.get("kind").equals("recusal")).findFirst().orElseThrow();
    assertEquals("secretariat", recusal.get("realActor"));
  }

  /** The verifier would report a writer that does not record, as it reports an edit by SQL. */
  @Test
  void everyWriterRecordsWhatItWrites() {
    TestEdition edition = new TestEdition().dossier("78138", 2).assign("78138", "juror1", "juror2");
    edition.assign("78138", "juror3").seat(Office.MEMBER, "juror4");
    edition.tryMove("DRAFT", "Erreur").then().statusCode(200);
    changed(edition, "secretariat", "/rating-policy", "PUT", "", policy(edition));
    edition.move("OPEN");
    String initiatives = "/dossiers/78138/initiatives/";
    changed(edition, "secretariat", initiatives + 1, "PUT", "", TestEdition.initiative("site-web"));
    changed(edition, "secretariat", initiatives + 2, "DELETE", "", null);
    edition.move("EVALUATION");
    changed(edition, "secretariat", "/jurors/juror4", "PATCH", "", Map.of("affiliation", "35238"));
    Response tie = edition.recuse("juror2", "78138");
    String recusal = "/recusals/" + tie.path("id");
    changed(edition, "secretariat", recusal, "DELETE", "?reason=Erreur", null);
    edition.score("78138", "juror1", 1, 3).score("78138", "juror2", 1, 4);
    edition.score("78138", "juror3", 1, 2);
    String sheet = "/dossiers/78138/score-sheets/juror1";
    changed(edition, "president", sheet, "POST", "/reopening", Map.of("reason", "Erreur"));
    edition.score("78138", "juror1", 1, 5);
    changed(edition, "president", "/jurors/juror3", "POST", "/withdrawal", Map.of("reason", "Mal"));
    edition.move("DELIBERATION");
    as("president", Map.of("level", 4, "reason", "Avis")).put(edition.at("/decisions/78138"));
    Object second = Map.of("level", 5, "reason", "Avis");
    changed(edition, "president", "/decisions/78138", "PUT", "", second);
    edition.finalise().then().statusCode(200);
    edition.publish().then().statusCode(200);
    String prefix = String.valueOf(edition.year);
    List<Finding> findings =
        verifier.verify().findings().stream()
            .filter(f -> f.subject().key().startsWith(prefix))
            .toList();
    assertEquals(List.of(), findings);
  }

  private static Object policy(TestEdition edition) {
    return as("secretariat").get(edition.at("/rating-policy")).path("policy");
  }

  private static void changed(
      TestEdition edition, String user, String of, String method, String act, Object body) {
    String etag = as(user).get(edition.at(of)).header("ETag");
    var request = body == null ? as(user) : as(user, body);
    Response answer = request.header("If-Match", etag).request(method, edition.at(of) + act);
    assertTrue(answer.statusCode() < 300, answer::asString);
  }

  @Test
  void aRefusedChangeIsNoEvent() {
    TestEdition edition = new TestEdition().dossier("78138", 1);
    int before = total(edition);
    as("secretariat", Map.of("authority", "78138")).post(edition.at("/dossiers"));
    edition.tryMove("DELIBERATION", null);
    as("secretariat", Map.of("title", "")).post(edition.at("/dossiers/78138/initiatives"));
    assertEquals(before, total(edition));
  }

  private static int total(TestEdition edition) {
    return as("secretariat").get("/audit?edition=" + edition.year).path("total");
  }

  @Test
  void whoIsRecusedSeesNoEventOfTheDossier() {
    TestEdition edition = new TestEdition().dossier("78138", 1).dossier("35054", 1);
    edition.seat(Office.PRESIDENT, "president");
    edition.recuse("president", "78138").then().statusCode(201);
    String events = "/audit?limit=500&edition=" + edition.year;
    as("secretariat").get(events).then().body("items.dossier", hasItem("78138"));
    Response seen = as("president").get(events);
    seen.then().body("items.dossier", not(hasItem("78138")));
    seen.then().body("items.dossier", hasItem("35054"));
    assertEquals(seen.<Integer>path("total"), seen.<List<?>>path("items").size());
    sealer.seal();
    int hidden = as("secretariat").get(events).path("items.find { it.dossier == '78138' }.number");
    as("president")
        .get("/audit/events/" + hidden + "/inclusion")
        .then()
        .statusCode(404)
        .body("type", equalTo("/api/v1/problems/event-not-found"));
    as("secretariat").get("/audit/events/" + hidden + "/inclusion").then().statusCode(200);
  }

  @Test
  void inclusionAndConsistencyAreProvedToWhoKeptAHead() {
    TestEdition edition = new TestEdition();
    sealer.seal();
    Response old = anyone().get("/audit/checkpoints?limit=1");
    edition.dossier("78138", 3);
    sealer.seal();
    Response now = anyone().get("/audit/checkpoints?limit=1");
    int from = old.path("items[0].size");
    int size = now.path("items[0].size");
    assertTrue(size > from);
    assertEquals(old.<String>path("items[0].hash"), previous(now));

    Response proof = anyone().get("/audit/checkpoints/" + size + "/consistency?from=" + from);
    assertTrue(
        MerkleProof.consistent(
            from,
            old.path("items[0].rootHash"),
            size,
            now.path("items[0].rootHash"),
            proof.path("path")));
    anyone().get("/audit/checkpoints/1000000000/consistency").then().statusCode(404);

    int number = as("secretariat").get("/audit?edition=" + edition.year).path("items[1].number");
    Response inclusion = as("secretariat").get("/audit/events/" + number + "/inclusion");
    String leaf = inclusion.path("leaf");
    assertTrue(leaf.contains("\"number\":" + number));
    assertTrue(
        MerkleProof.included(
            MerkleTree.leafHash(leaf),
            inclusion.<Integer>path("position"),
            size,
            inclusion.path("path"),
            now.path("items[0].rootHash")));
    as("secretariat").get("/audit/events/1000000000/inclusion").then().statusCode(404);
  }

  private static String previous(Response checkpoints) {
    return checkpoints.path("items[0].previousHash");
  }

  @Test
  void theNextPageGoesOnWhereTheLastOneEnded() {
    new TestEdition();
    sealer.seal();
    new TestEdition();
    sealer.seal();
    Response first = anyone().get("/audit/checkpoints?limit=1");
    Response second = anyone().get("/audit/checkpoints?limit=1&cursor=" + first.path("nextCursor"));
    assertEquals(previous(first), second.<String>path("items[0].hash"));
  }

  @Test
  void noEventHoldsAMarkOrAComment() {
    TestEdition edition = new TestEdition().dossier("78138", 1).assign("78138", "juror1");
    edition.move("EVALUATION");
    as("juror1", Map.of("overallComment", "un-avis-secret"))
        .header("If-Match", "\"0\"")
        .patch(edition.sheetOf("78138"))
        .then()
        .statusCode(200);
    String events = as("secretariat").get("/audit?limit=500&edition=" + edition.year).asString();
    assertFalse(events.contains("un-avis-secret"));
    assertFalse(events.contains("value"));
  }

  @Test
  void nothingToSealIsNoCheckpoint() {
    sealer.seal();
    assertTrue(sealer.seal().isEmpty());
  }

  /** A number that rises with a hidden act tells of it. */
  @Test
  void anActOnAHiddenDossierChangesNoCountOfTheVerification() {
    TestEdition edition = new TestEdition().seat(Office.PRESIDENT, "president");
    edition.dossier("78138", 1).dossier("35054", 1);
    edition.assign("78138", "juror1").assign("35054", "juror1").move("EVALUATION");
    edition.recuse("president", "78138").then().statusCode(201);
    Map<String, Object> before = counts("president");
    edition.score("78138", "juror1", 1, 3);
    assertEquals(before, counts("president"));
    edition.score("35054", "juror1", 1, 3);
    assertNotEquals(before, counts("president"));
  }

  private Map<String, Object> counts(String user) {
    sealer.seal();
    return as(user)
        .get("/audit/verification")
        .then()
        .statusCode(200)
        .extract()
        .<Map<String, Object>>path("$");
  }

  @Test
  void noProofOfAnEditionThatOthersPreside() {
    TestEdition edition = new TestEdition().seat(Office.PRESIDENT, "juror6");
    sealer.seal();
    int event =
        as("secretariat")
            .get("/audit?limit=1&edition=" + edition.year)
            .then()
            .statusCode(200)
            .extract()
            .path("items[0].number");
    String proof = "/audit/events/" + event + "/inclusion";
    as("secretariat").get(proof).then().statusCode(200);
    as("president").get("/audit?edition=" + edition.year).then().statusCode(403);
    as("president").get(proof).then().statusCode(404);
  }
}
