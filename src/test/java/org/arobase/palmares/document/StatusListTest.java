package org.arobase.palmares.document;

import static org.arobase.testing.Http.anyone;
import static org.arobase.testing.Http.as;
import static org.hamcrest.Matchers.endsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.path.json.JsonPath;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.arobase.testing.HttpTest;
import org.arobase.testing.Outside;
import org.arobase.testing.TestEdition;
import org.junit.jupiter.api.Test;

/** Whoever holds a label can ask whether it still stands, by a standard of others. */
@HttpTest
class StatusListTest {
  private static final Path FOLDER = Path.of("target/status");

  private final EntityManager database;

  StatusListTest(EntityManager database) {
    this.database = database;
  }

  private static TestEdition published() {
    TestEdition edition = new TestEdition().dossier("50129", 1).dossier("78138", 1);
    for (String code : List.of("50129", "78138")) {
      edition.assign(code, "juror1", "juror2");
    }
    edition.move("EVALUATION");
    for (String juror : List.of("juror1", "juror2")) {
      edition.score("50129", juror, 1, 2).score("78138", juror, 1, 3);
    }
    edition.move("DELIBERATION").finalise().then().statusCode(200);
    edition.publish().then().statusCode(200);
    return edition;
  }

  private static void correct(TestEdition edition) {
    Map<String, Object> change = Map.of("dossier", "78138", "level", 5, "reason", "Erreur.");
    as("president", Map.of("reason", "Erreur de report.", "changes", List.of(change)))
        .header("If-Match", edition.etag())
        .post(edition.at("/corrections"))
        .then()
        .statusCode(200);
  }

  private static String get(TestEdition edition, String what) {
    return anyone()
        .get("/palmares/" + edition.year + what)
        .then()
        .statusCode(200)
        .contentType(endsWith("vc+jwt"))
        .extract()
        .asString();
  }

  private static String keys() {
    return anyone().get("/signing-keys").asString();
  }

  private static String list(TestEdition edition, int version) {
    return Outside.payload(get(edition, "/status-list?version=" + version), keys());
  }

  private static BitSet revoked(TestEdition edition, int version) {
    return Outside.revoked(list(edition, version));
  }

  @Test
  void aLabelSaysWhereToAskAndTheAnswerIsSigned() {
    TestEdition edition = published();
    JsonPath label = JsonPath.from(Outside.payload(get(edition, "/labels/78138"), keys()));
    Outside.expanded(list(edition, 1));
    JsonPath list = JsonPath.from(list(edition, 1));
    assertEquals(list.getString("id"), label.getString("credentialStatus.statusListCredential"));
    assertEquals("1", label.getString("credentialStatus.statusListIndex"));
    assertEquals(label.getString("issuer.id"), list.getString("issuer"));
    assertTrue(Instant.parse(list.getString("validUntil")).isAfter(Instant.now()));
    assertTrue(revoked(edition, 1).isEmpty());
    assertEquals(get(edition, "/status-list"), get(edition, "/status-list?version=1"));
    anyone().get("/palmares/" + edition.year + "/status-list?version=2").then().statusCode(404);
  }

  @Test
  void whatACorrectionHasChangedDoesNotStandAnyMore() throws IOException {
    TestEdition edition = published();
    correct(edition);
    assertEquals(BitSet.valueOf(new long[] {0b10}), revoked(edition, 1));
    assertTrue(revoked(edition, 2).isEmpty());
    Files.createDirectories(FOLDER);
    Path keys = Files.writeString(FOLDER.resolve("keys.json"), keys());
    Path palmares = file(edition, "/document?version=1");
    Path list = file(edition, "/status-list?version=1");
    Path changed = file(edition, "/labels/78138?version=1");
    Path kept = file(edition, "/labels/50129?version=1");
    Outside.Verdict verdict = Outside.verify("palmares", keys, palmares, list, kept);
    assertEquals(0, verdict.status(), verdict::said);
    verdict = Outside.verify("palmares", keys, palmares, list, changed);
    assertEquals(1, verdict.status(), verdict::said);
    assertTrue(verdict.said().contains("does not stand any more"), verdict::said);
    Path other = file(edition, "/status-list?version=2");
    assertEquals(1, Outside.verify("palmares", keys, palmares, other, kept).status());
  }

  private static Path file(TestEdition edition, String what) throws IOException {
    String signed = anyone().get("/palmares/" + edition.year + what).asString();
    return Files.writeString(FOLDER.resolve(what.replaceAll("\\W", "-")), signed);
  }

  /** Whoever can write into the database would else have us sign that a label stands. */
  @Test
  void whatSomebodyHasWrittenIntoTheDatabaseIsNotSigned() {
    TestEdition edition = published();
    correct(edition);
    String address = "/palmares/" + edition.year + "/status-list?version=1";
    String second = anyone().get("/palmares/" + edition.year + "/document").asString();
    String first = anyone().get("/palmares/" + edition.year + "/document?version=1").asString();
    rewriteNewest(edition, first);
    anyone().get(address).then().statusCode(409).body("type", endsWith("/record-contradicted"));
    rewriteNewest(edition, second);
    anyone().get(address).then().statusCode(200);
  }

  private void rewriteNewest(TestEdition edition, String jws) {
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                database
                    .createNativeQuery(
                        "update published_document set jws = ?1 where version = 2 and"
                            + " edition_year = ?2")
                    .setParameter(1, jws)
                    .setParameter(2, edition.year)
                    .executeUpdate());
  }
}
