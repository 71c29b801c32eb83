package org.arobase.platform.idempotency;

import static org.arobase.testing.Http.as;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.arobase.jury.Juror.Office;
import org.arobase.testing.HttpTest;
import org.arobase.testing.TestEdition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A request that is sent twice with one Idempotency-Key is done once: the key, the write and the
 * answer are one transaction. The second answer equals the first with its headers, also when the
 * first has ended the phase. Another request with the same key is 422. A key belongs to its user
 * and is kept for 24 hours. A refused request leaves its key free, and a dry run keeps none. A kept
 * key gives access to nothing else. CrashDrillIT tries what happens when a server dies in between.
 */
@HttpTest
class IdempotencyTest {
  private final String key = UUID.randomUUID().toString();
  private final IdempotencyRecords answers;
  private TestEdition edition;

  IdempotencyTest(IdempotencyRecords answers) {
    this.answers = answers;
  }

  @BeforeEach
  void anEdition() {
    edition = new TestEdition();
  }

  private Response send(String user, String key, String authority) {
    return as(user, Map.of("authority", authority))
        .header("Idempotency-Key", key)
        .post(edition.at("/dossiers"));
  }

  @Test
  void theSameRequestGetsTheSameAnswerAndIsDoneOnce() {
    Response first = send("secretariat", key, "78138");
    Response again = send("secretariat", key, "78138");
    assertEquals(201, first.statusCode());
    assertEquals(first.statusCode(), again.statusCode());
    assertEquals(first.asString(), again.asString());
    for (String header : List.of("ETag", "Location", "Content-Type", "Cache-Control")) {
      assertEquals(first.header(header), again.header(header), header);
    }
    send("secretariat", UUID.randomUUID().toString(), "78138").then().statusCode(409);
  }

  @Test
  void anotherRequestWithTheKeyIsRefused() {
    send("secretariat", key, "78138").then().statusCode(201);
    send("secretariat", key, "35054")
        .then()
        .statusCode(422)
        .body("type", equalTo("/api/v1/problems/idempotency-key-reused"));
    as("secretariat", TestEdition.initiative("site-web"))
        .header("Idempotency-Key", key)
        .post(edition.at("/dossiers/78138/initiatives"))
        .then()
        .statusCode(422);
    as("secretariat").get(edition.at("/dossiers")).then().body("total", equalTo(1));
  }

  @Test
  void anAnswerThatSqlHasChangedIsNotSentAgain() {
    for (String change : List.of("body = '{}'", "status = 200", "location = 'x'", "etag = 'x'")) {
      String other = UUID.randomUUID().toString();
      TestEdition another = new TestEdition();
      RequestSpecification request = as("secretariat", Map.of("authority", "78138"));
      request.header("Idempotency-Key", other).post(another.at("/dossiers")).then().statusCode(201);
      QuarkusTransaction.requiringNew()
          .run(
              () ->
                  IdempotencyRecord.getEntityManager()
                      .createNativeQuery(
                          "update idempotency_record set " + change + " where client_key = ?1")
                      .setParameter(1, other)
                      .executeUpdate());
      as("secretariat", Map.of("authority", "78138"))
          .header("Idempotency-Key", other)
          .post(another.at("/dossiers"))
          .then()
          .statusCode(422);
    }
  }

  /** The answer to a dry run depends on what the caller may know now. */
  @Test
  void aDryRunIsNotKept() {
    edition.dossier("78138", 1).seat(Office.PRESIDENT, "president");
    edition.move("EVALUATION");
    String withdrawal = "/jurors/juror1/withdrawal?dryRun=true";
    edition.assign("78138", "juror1");
    Object ill = Map.of("reason", "Malade");
    String first = keyed("president", ill).post(edition.at(withdrawal)).asString();
    assertTrue(first.contains("78138"), first);
    edition.recuse("president", "78138").then().statusCode(201);
    String second = keyed("president", ill).post(edition.at(withdrawal)).asString();
    assertFalse(second.contains("78138"), second);
  }

  private RequestSpecification keyed(String user, Object body) {
    return as(user, body).header("Idempotency-Key", key);
  }

  @Test
  void aKeyIsKeptForADay() {
    send("secretariat", key, "78138").then().statusCode(201);
    age(23);
    send("secretariat", key, "78138").then().statusCode(201);
    age(2);
    send("secretariat", key, "78138").then().statusCode(409);
  }

  private void age(int hours) {
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                IdempotencyRecord.getEntityManager()
                    .createNativeQuery(
                        "update idempotency_record set kept_at = kept_at - interval ?1 hour"
                            + " where client_key = ?2")
                    .setParameter(1, hours)
                    .setParameter(2, key)
                    .executeUpdate());
    answers.forget();
  }

  @Test
  void aKeyIsItsUsersOwn() {
    send("secretariat", key, "35054").then().statusCode(201);
    send("chanteloup", key, "78138").then().statusCode(201);
  }

  @Test
  void aRefusedRequestLeavesItsKeyFree() {
    send("secretariat", key, "00000").then().statusCode(422);
    send("secretariat", key, "78138").then().statusCode(201);
  }

  @Test
  void anUnusableKeyIsRefused() {
    for (String unusable : List.of(" ", "x".repeat(101))) {
      send("secretariat", unusable, "78138").then().statusCode(400);
    }
  }

  /**
   * A submission is done but its answer is lost: sent again, it must not fail on the new version.
   */
  @Test
  void anActOnAVersionCanBeSentAgainToo() {
    edition.dossier("78138", 1).assign("78138", "juror1").move("EVALUATION");
    String sheet = edition.sheetOf("78138");
    Map<String, Object> marks = new HashMap<>(TestEdition.sheet(1, 3));
    String etag = as("juror1", marks).header("If-Match", "\"0\"").put(sheet).header("ETag");
    String first = submit(sheet, etag).then().statusCode(200).extract().asString();
    assertEquals(first, submit(sheet, etag).then().statusCode(200).extract().asString());
    as("juror1").get(sheet + "/history").then().body("size()", equalTo(1));
  }

  /**
   * The first request has ended its phase; sent again, it gets the same answer and does nothing.
   */
  @Test
  void whatEndedAPhaseCanBeSentAgain() {
    edition.move("EVALUATION").move("DELIBERATION");
    String etag = edition.etag();
    Response first = finalise(key, etag);
    first.then().statusCode(200);
    assertEquals(first.asString(), finalise(key, etag).then().statusCode(200).extract().asString());
    finalise("another", etag).then().statusCode(409);
    as("president")
        .header("Idempotency-Key", key)
        .header("If-Match", etag)
        .post(edition.at("/publication"))
        .then()
        .statusCode(422);
  }

  /** A kept key belongs to its request and gives access to nothing else. */
  @Test
  void aKeptKeyOpensNoPhase() {
    edition.dossier("78138", 1).dossier("35054", 1).assign("78138", "juror1", "juror2");
    edition.move("EVALUATION").score("78138", "juror2", 1, 3);
    as("juror1", Map.of("authority", "35054", "reason", "Lien"))
        .header("Idempotency-Key", key)
        .post(edition.at("/recusals"))
        .then()
        .statusCode(201);
    for (String hidden :
        List.of("/ratings", "/ratings/78138", "/dossiers/78138/score-sheets/juror2")) {
      int without = as("juror1").get(edition.at(hidden)).statusCode();
      int with = as("juror1").header("Idempotency-Key", key).get(edition.at(hidden)).statusCode();
      assertEquals(without, with, hidden);
      assertEquals(4, with / 100, hidden);
    }
  }

  private Response finalise(String key, String etag) {
    return as("president", Map.of())
        .header("If-Match", etag)
        .header("Idempotency-Key", key)
        .post(edition.at("/finalisation"));
  }

  private Response submit(String sheet, String etag) {
    return as("juror1")
        .header("If-Match", etag)
        .header("Idempotency-Key", key)
        .post(sheet + "/submission");
  }
}
