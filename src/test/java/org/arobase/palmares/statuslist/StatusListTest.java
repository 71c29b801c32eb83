package org.arobase.palmares.statuslist;

import static org.arobase.testing.Http.anyone;
import static org.arobase.testing.Http.as;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.path.json.JsonPath;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.arobase.testing.HttpTest;
import org.arobase.testing.IndependentReaders;
import org.arobase.testing.TestEdition;
import org.junit.jupiter.api.Test;

/**
 * A label tells where to ask whether it still stands, and the answer is signed (W3C Bitstring
 * Status List). A label that a correction has changed does not stand any more, and does not stand
 * again if it is changed back. The server does not sign a status that was made by writing into the
 * database.
 */
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

  private static void correct(TestEdition edition, int level) {
    Map<String, Object> change = Map.of("dossier", "78138", "level", level, "reason", "Erreur.");
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
    return IndependentReaders.payload(get(edition, "/status-list?version=" + version), keys());
  }

  private static BitSet revoked(TestEdition edition, int version) {
    return IndependentReaders.revoked(list(edition, version));
  }

  @Test
  void aLabelSaysWhereToAskAndTheAnswerIsSigned() {
    TestEdition edition = published();
    JsonPath label =
        JsonPath.from(IndependentReaders.payload(get(edition, "/labels/78138"), keys()));
    IndependentReaders.expanded(list(edition, 1));
    JsonPath list = JsonPath.from(list(edition, 1));
    assertEquals(list.getString("id"), label.getString("credentialStatus.statusListCredential"));
    assertEquals("1", label.getString("credentialStatus.statusListIndex"));
    assertEquals(label.getString("issuer.id"), list.getString("issuer"));
    assertTrue(Instant.parse(list.getString("validUntil")).isAfter(Instant.now()));
    assertTrue(revoked(edition, 1).isEmpty());
    anyone().get("/palmares/" + edition.year + "/status-list?version=2").then().statusCode(404);
  }

  @Test
  void whatACorrectionHasChangedDoesNotStandAnyMore() throws IOException {
    TestEdition edition = published();
    correct(edition, 5);
    assertEquals(BitSet.valueOf(new long[] {0b10}), revoked(edition, 1));
    assertTrue(revoked(edition, 2).isEmpty());
    Files.createDirectories(FOLDER);
    Path keys = Files.writeString(FOLDER.resolve("keys.json"), keys());
    Path palmares = file(edition, "/document?version=1");
    Path list = file(edition, "/status-list?version=1");
    Path changed = file(edition, "/labels/78138?version=1");
    Path kept = file(edition, "/labels/50129?version=1");
    IndependentReaders.Verdict verdict =
        IndependentReaders.verify("palmares", keys, palmares, list, kept);
    assertEquals(0, verdict.status(), verdict::said);
    for (List<Path> order : List.of(List.of(list, changed), List.of(changed, list))) {
      verdict = IndependentReaders.verify("palmares", keys, palmares, order.get(0), order.get(1));
      assertEquals(1, verdict.status(), verdict::said);
      assertTrue(verdict.said().contains("no longer stands"), verdict::said);
    }
    verdict = IndependentReaders.verify("palmares", keys, palmares, changed);
    assertTrue(verdict.said().contains("no status list was given"), verdict::said);
    Path other = file(edition, "/status-list?version=2");
    assertEquals(1, IndependentReaders.verify("palmares", keys, palmares, other, kept).status());
  }

  private static Path file(TestEdition edition, String what) throws IOException {
    String signed = anyone().get("/palmares/" + edition.year + what).asString();
    return Files.writeString(FOLDER.resolve(what.replaceAll("\\W", "-")), signed);
  }

  /** A wallet that has seen a label revoked may have deleted it. */
  @Test
  void whatIsChangedBackDoesNotStandAgain() {
    TestEdition edition = published();
    correct(edition, 5);
    correct(edition, 3);
    assertEquals(BitSet.valueOf(new long[] {0b10}), revoked(edition, 1));
    assertEquals(BitSet.valueOf(new long[] {0b10}), revoked(edition, 2));
    assertTrue(revoked(edition, 3).isEmpty());
    anyone()
        .contentType("application/json")
        .body(Map.of("signed", get(edition, "/labels/78138?version=1")))
        .post("/palmares/verification")
        .then()
        .body("valid", equalTo(true))
        .body("stands", equalTo(false));
  }

  /** Otherwise people who can write into the database could make us sign that a label stands. */
  @Test
  void whatSomebodyHasWrittenIntoTheDatabaseIsNotSigned() {
    TestEdition edition = published();
    correct(edition, 5);
    String address = "/palmares/" + edition.year + "/status-list?version=1";
    String second = anyone().get("/palmares/" + edition.year + "/document").asString();
    String first = anyone().get("/palmares/" + edition.year + "/document?version=1").asString();
    rewriteNewest(edition, first);
    anyone().get(address).then().statusCode(409).body("type", endsWith("/record-contradicted"));
    rewriteNewest(edition, second);
    anyone().get(address).then().statusCode(200);
    withoutTheSecond(edition, address);
    correct(edition, 3);
    withoutTheSecond(edition, address);
    anyone().get(address).then().statusCode(200);
  }

  private void withoutTheSecond(TestEdition edition, String address) {
    List<String> tables = List.of("published_document", "published_credential");
    String second = " where version = 2 and edition_year = " + edition.year;
    tables.forEach(t -> run("create table kept_" + t + " as select * from " + t + second));
    run("delete from published_credential" + second);
    run("delete from published_document" + second);
    anyone().get(address).then().statusCode(409).body("type", endsWith("/record-contradicted"));
    tables.forEach(t -> run("insert into " + t + " select * from kept_" + t));
    tables.forEach(t -> run("drop table kept_" + t));
  }

  private void rewriteNewest(TestEdition edition, String jws) {
    run(
        "update published_document set jws = ?1 where version = 2 and edition_year = "
            + edition.year,
        jws);
  }

  private void run(String sql, String... parameters) {
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              Query query = database.createNativeQuery(sql);
              for (int i = 0; i < parameters.length; i++) {
                query.setParameter(i + 1, parameters[i]);
              }
              query.executeUpdate();
            });
  }
}
