package org.arobase.palmares.document;

import static org.arobase.testing.Http.anyone;
import static org.arobase.testing.Http.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.path.json.JsonPath;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.arobase.audit.sealing.Verifier;
import org.arobase.palmares.verification.VerificationApi;
import org.arobase.palmares.verification.VerificationService;
import org.arobase.platform.canonical.Canonical;
import org.arobase.platform.language.Messages;
import org.arobase.testing.HttpTest;
import org.arobase.testing.IndependentReaders;
import org.arobase.testing.Meeting;
import org.arobase.testing.Rounds;
import org.arobase.testing.TestEdition;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;

/**
 * Published documents can be verified without the server, seals can be computed again, and a
 * correction keeps the old version. One edition from DRAFT to a correction, read by Nimbus JOSE and
 * Titanium JSON-LD, in CI by LearnCard's schemas of VC 2.0 and OB 3.0, and by our verifier, which
 * shares no code with the server. Each byte of document and label is flipped in two ways: 14,400
 * tried, all rejected by both. What SQL changes behind the seal is named. A correction states what
 * it changes.
 */
@HttpTest
class ScriptedEditionTest {
  private static final List<String> CODES = List.of("35054", "50129", "78138");
  private static final Path PUBLISHED = Path.of("target/published");

  private final VerificationService verification;
  private final EntityManager database;
  private final Verifier record;

  ScriptedEditionTest(VerificationService verification, EntityManager database, Verifier record) {
    this.verification = verification;
    this.database = database;
    this.record = record;
  }

  /**
   * An edition with three dossiers, three jurors, REML, a session with a vote, a signed decision
   * and distinctions.
   */
  private static TestEdition finalised() {
    TestEdition edition = new TestEdition("REML");
    for (String code : CODES) {
      edition.dossier(code, 2).assign(code, "juror1", "juror2", "juror3");
    }
    edition.move("EVALUATION");
    edition.score("35054", "juror1", 2, 2).score("35054", "juror2", 2, 3);
    edition.score("50129", "juror1", 2, 3).score("50129", "juror2", 2, 4);
    edition.score("78138", "juror1", 2, 3).score("78138", "juror2", 2, 5);
    edition.score("35054", "juror3", 2, 2).score("50129", "juror3", 2, 2);
    edition.score("78138", "juror3", 2, 4).move("DELIBERATION");
    Meeting.of(edition, "juror1", "juror2", "president")
        .move(
            Map.of("kind", "LEVEL", "dossier", "78138", "level", 4, "text", "Un dossier « fort »."))
        .vote("juror1", 1, "FOR")
        .vote("juror2", 1, "FOR")
        .vote("president", 1, "AGAINST")
        .close(1, null)
        .end();
    String decision = edition.at("/decisions/78138");
    as("juror1")
        .header("If-Match", as("juror1").get(decision).header("ETag"))
        .post(decision + "/signature")
        .then()
        .statusCode(200)
        .body("signedBy", equalTo("juror1"));
    Map<String, Object> given =
        Map.of(
            "distinctions",
            List.of(
                Map.of("kind", "GREEN_AT", "reason", "Un parc informatique sobre."),
                Map.of("kind", "SPECIAL_MENTION", "title", "École <1>", "reason", "Classes")));
    as("president", given)
        .header("If-Match", "\"0\"")
        .put(edition.at("/distinctions/78138"))
        .then()
        .statusCode(200);
    edition.finalise().then().statusCode(200);
    return edition;
  }

  private static String published(int year, String what) {
    return anyone().get("/palmares/" + year + what).then().statusCode(200).extract().asString();
  }

  private static String keys() {
    return anyone().get("/signing-keys").then().statusCode(200).extract().asString();
  }

  private static Path file(String name, String content) throws IOException {
    Files.createDirectories(PUBLISHED);
    return Files.writeString(PUBLISHED.resolve(name), content);
  }

  private VerificationApi.Result verified(String signed) {
    return verification.verify(signed, Messages.in(Locale.FRENCH));
  }

  @Test
  void whatIsPublishedIsAcceptedByTheSoftwareOfOthers() throws IOException {
    TestEdition edition = finalised();
    edition.publish().then().statusCode(200);
    String document = published(edition.year, "/document");
    String text = IndependentReaders.payload(document, keys());
    assertEquals(new JsonCanonicalizer(text).getEncodedString(), text);
    JsonPath content = JsonPath.from(text);
    assertEquals(CODES, content.getList("labels.code"));
    assertEquals(4, content.getInt("labels[2].level"));
    assertTrue(content.getBoolean("labels[2].green"));
    JsonPath seal = as("president").get(edition.at("/seals/1")).jsonPath();
    assertEquals(Canonical.hash(seal.getString("content")), content.getString("resultsHash"));
    Path palmares = file("palmares.jws", document);
    Path set = file("keys.json", keys());
    for (String code : CODES) {
      String label = published(edition.year, "/labels/" + code);
      String credential = IndependentReaders.payload(label, keys());
      requireDefinedTypes(IndependentReaders.expanded(credential).toString());
      JsonPath said = JsonPath.from(credential);
      assertEquals(said.getString("issuer.id"), said.getString("iss"));
      assertEquals(said.getString("credentialSubject.id"), said.getString("sub"));
      assertEquals(said.getString("id"), said.getString("jti"));
      assertEquals(
          0,
          IndependentReaders.verify("palmares", set, palmares, file(code + ".jwt", label))
              .status());
      anyone()
          .contentType("application/json")
          .body(Map.of("signed", label))
          .post("/palmares/verification")
          .then()
          .statusCode(200)
          .body("valid", equalTo(true))
          .body("code", equalTo(code))
          .body("checks", hasSize(5));
    }
    anyone().get("/palmares/" + edition.year + "/labels/01001").then().statusCode(404);
    anyone()
        .accept("application/json")
        .get("/palmares/" + edition.year + "/document")
        .then()
        .body("merkleRoot", equalTo(content.getString("merkleRoot")));
    assertEquals(
        document, anyone().accept("*/*").get("/palmares/" + edition.year + "/document").asString());
  }

  /** Malformed headers get the answer that this is no signature, and not an error of the server. */
  @Test
  void whatIsNoSignatureIsAnAnswer() {
    for (String header :
        List.of(
            "{\"alg\":\"EdDSA\",\"kid\":5}",
            "{\"alg\":5,\"kid\":\"a\"}",
            "{\"alg\":\"none\",\"kid\":\"a\"}",
            "{\"alg\":\"EdDSA\",\"kid\":\"a\",\"crit\":[1]}",
            "[]",
            "{")) {
      String encoded =
          Base64.getUrlEncoder()
              .withoutPadding()
              .encodeToString(header.getBytes(StandardCharsets.UTF_8));
      for (String signed : List.of(encoded + ".e30.AA", encoded, ".." + encoded)) {
        anyone()
            .contentType("application/json")
            .body(Map.of("signed", signed))
            .post("/palmares/verification")
            .then()
            .statusCode(200)
            .body("valid", equalTo(false))
            .body("kind", equalTo("UNKNOWN"));
      }
    }
  }

  /** Titanium does not refuse a type that no context defines; it leaves it as it is. */
  private static void requireDefinedTypes(String expanded) {
    assertFalse(expanded.matches("(?s).*\"@type\":\\[\"[^:\"]*\".*"), expanded);
  }

  @Test
  void everyFlippedByteIsRejected() throws IOException {
    TestEdition edition = finalised();
    edition.publish().then().statusCode(200);
    String document = published(edition.year, "/document");
    String label = published(edition.year, "/labels/78138");
    Path set = file("keys.json", keys());
    Path palmares = file("palmares.jws", document);
    assertTrue(verified(document).valid());
    assertTrue(verified(label).valid());
    int tried = 0;
    for (int mask : new int[] {1, 32}) {
      for (int i = 0; i < document.length(); i += Rounds.of(1, 40)) {
        String flipped = flipped(document, i, mask);
        assertFalse(verified(flipped).valid(), flipped);
        IndependentReaders.Verdict verdict =
            IndependentReaders.verify("palmares", set, file("flipped", flipped));
        assertEquals(1, verdict.status(), () -> flipped + verdict.said());
        tried++;
      }
      for (int i = 0; i < label.length(); i += Rounds.of(1, 40)) {
        String flipped = flipped(label, i, mask);
        assertFalse(verified(flipped).valid(), flipped);
        IndependentReaders.Verdict verdict =
            IndependentReaders.verify("palmares", set, palmares, file("flipped", flipped));
        assertEquals(1, verdict.status(), () -> flipped + verdict.said());
        tried++;
      }
    }
    System.out.printf("Flipped bytes: %d tried, all rejected twice%n", tried);
    Files.delete(PUBLISHED.resolve("flipped"));
  }

  private static String flipped(String signed, int place, int mask) {
    StringBuilder flipped = new StringBuilder(signed);
    flipped.setCharAt(place, (char) (signed.charAt(place) ^ mask));
    return flipped.toString();
  }

  @Test
  void whatIsChangedBehindTheSealIsNamed() {
    TestEdition edition = finalised();
    String verification = edition.at("/seals/1/verification");
    as("president")
        .get(verification)
        .then()
        .statusCode(200)
        .body("same", equalTo(true))
        .body("differences", empty());
    String dossier =
        "(select d.id from dossier d where d.edition_year = "
            + edition.year
            + " and d.authority_code = '%s')";
    String marks =
        "assignment_id in (select a.id from assignment a where a.dossier_id = " + dossier + ")";
    Map<String, String> edits =
        Map.of(
            "update score_sheet set content = json_set(content, '$.marks[0][2]',"
                + " cast(mod(json_value(content, '$.marks[0][2]') + 1, 6) as integer)) where "
                + marks.formatted("35054"),
            "35054 marksHash",
            "update decision set awarded_level = 2 where dossier_id = "
                + dossier.formatted("78138"),
            "78138 level",
            "update distinction set title = 'Autre' where kind = 'SPECIAL_MENTION' and dossier_id = "
                + dossier.formatted("78138"),
            "78138 distinctions",
            "update outcome set level = mod(level + 1, 6) where dossier_id = "
                + dossier.formatted("50129"),
            "50129 outcome",
            "delete from outcome where dossier_id = " + dossier.formatted("35054"),
            "35054 outcome",
            "update outcome set name = 'Ailleurs' where dossier_id = " + dossier.formatted("50129"),
            "50129 name");
    edits.forEach((sql, named) -> requireNamed(edition, sql, named));
    requireNamed(
        edition,
        "update seal set content = left(content, 100) where edition_year = " + edition.year,
        "null seal");
    requireNamed(
        edition,
        "update seal set content = replace(content, 'arobase-scoring', 'arobase-guessing') where"
            + " edition_year = "
            + edition.year,
        "null seal");
    requireNamed(
        edition,
        "update ballot b join motion m on m.id = b.motion_id join deliberation_session s on s.id ="
            + " m.session_id set b.choice = 'AGAINST' where s.edition_year = "
            + edition.year,
        "null sessions");
  }

  /** Makes the edit, requires that the verification names it, and undoes it. */
  private void requireNamed(TestEdition edition, String sql, String named) {
    String table = sql.replace("delete from", "delete").split(" ")[1];
    run("create table kept as select * from " + table);
    assertNotEquals(0, run(sql), sql);
    List<Map<String, Object>> found =
        as("president").get(edition.at("/seals/1/verification")).jsonPath().getList("differences");
    // on one connection: another one from the pool would not have the setting
    run(
        "set foreign_key_checks = 0",
        "replace into " + table + " select * from kept",
        "set foreign_key_checks = 1");
    run("drop table kept");
    assertTrue(
        found.stream().anyMatch(d -> (d.get("dossier") + " " + d.get("what")).equals(named)),
        () -> sql + " → " + found);
  }

  private int run(String... statements) {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              int rows = 0;
              for (String sql : statements) {
                rows = database.createNativeQuery(sql).executeUpdate();
              }
              return rows;
            });
  }

  @Test
  void aCorrectionIsAnotherVersionAndTheOldOneStays() throws IOException {
    TestEdition edition = finalised();
    edition.publish().then().statusCode(200);
    String first = published(edition.year, "/document");
    String firstLabel = published(edition.year, "/labels/50129");
    Map<String, Object> change =
        Map.of(
            "dossier",
            "50129",
            "level",
            5,
            "reason",
            "Le procès-verbal portait 5 @.",
            "distinctions",
            List.of(Map.of("kind", "OUT_OF_COMPETITION", "reason", "Membre du comité")));
    Map<String, Object> correction =
        Map.of("reason", "Erreur de report.", "changes", List.of(change));
    as("president", correction)
        .post(edition.at("/corrections?dryRun=true"))
        .then()
        .statusCode(200)
        .body("version", equalTo(2))
        .body("changes.code", contains("50129"));
    assertEquals(first, published(edition.year, "/document"));
    as("secretariat", correction).post(edition.at("/corrections")).then().statusCode(403);
    as("president", correction)
        .header("If-Match", edition.etag())
        .post(edition.at("/corrections"))
        .then()
        .statusCode(200)
        .body("changes[0].after.level", equalTo(5))
        .body("changes[0].reason", equalTo("Le procès-verbal portait 5 @."));
    String second = published(edition.year, "/document");
    assertNotEquals(first, second);
    assertEquals(first, published(edition.year, "/document?version=1"));
    assertEquals(firstLabel, published(edition.year, "/labels/50129?version=1"));
    anyone()
        .get("/palmares/" + edition.year + "/versions")
        .then()
        .body("version", contains(1, 2))
        .body("[0].supersededBy", equalTo(2))
        .body("[1].supersededBy", nullValue())
        .body("[1].reason", equalTo("Erreur de report."));
    JsonPath content = JsonPath.from(IndependentReaders.payload(second, keys()));
    assertEquals(
        Canonical.hash(IndependentReaders.payload(first, keys())),
        content.getString("supersedes.documentHash"));
    anyone()
        .get("/palmares/" + edition.year + "?level=5")
        .then()
        .body("items.code", contains("50129"))
        .body("items[0].outOfCompetition", equalTo(true));
    anyone()
        .get("/authorities/50129/labels")
        .then()
        .body("find { it.year == " + edition.year + " }.level", equalTo(5));
    VerificationApi.Result old = verified(firstLabel);
    assertTrue(old.valid());
    assertEquals(2, old.supersededBy());
    assertEquals(false, old.stands());
    VerificationApi.Result kept = verified(published(edition.year, "/labels/35054?version=1"));
    assertEquals(2, kept.supersededBy());
    assertEquals(true, kept.stands());
    IndependentReaders.Verdict verdict =
        IndependentReaders.verify(
            "palmares", file("keys.json", keys()), file("v1.jws", first), file("v2.jws", second));
    assertEquals(0, verdict.status(), verdict::said);
    assertTrue(verdict.said().contains("SUPERSEDED by version 2"), verdict::said);
    for (int version : List.of(1, 2)) {
      as("secretariat")
          .get(edition.at("/seals/" + version + "/verification"))
          .then()
          .body("same", equalTo(true))
          .body("differences", empty());
    }
    assertEquals(List.of(), findings(edition));
  }

  private List<Verifier.Finding> findings(TestEdition edition) {
    Integer year = edition.year;
    return record.verify().findings().stream()
        .filter(f -> year.equals(f.subject().edition()))
        .toList();
  }

  @Test
  void aCorrectionThatCannotBeIsRefused() {
    TestEdition edition = finalised();
    edition.publish().then().statusCode(200);
    Map<String, Object> unknown = Map.of("dossier", "01001", "level", 3, "reason", "Inconnu");
    Map<String, Object> same = Map.of("dossier", "78138", "level", 4, "reason", "Pareil");
    Map<String, Object> other = Map.of("dossier", "35054", "level", 5, "reason", "Autre");
    as("president", Map.of("reason", "Erreur", "changes", List.of(unknown, same, other, other)))
        .header("If-Match", edition.etag())
        .post(edition.at("/corrections"))
        .then()
        .statusCode(422)
        .body(
            "violations.code",
            contains("unknown-dossier", "nothing-to-correct", "corrected-twice"));
    anyone().get("/palmares/" + edition.year + "/versions").then().body("version", contains(1));
  }

  @Test
  void aLevelIsRebuiltFromTheMarksWithoutNamesByAProgramOfItsOwn() throws IOException {
    TestEdition edition = finalised();
    as("juror1").get(edition.at("/anonymised-marks")).then().statusCode(403);
    String marks =
        as("secretariat")
            .get(edition.at("/anonymised-marks"))
            .then()
            .statusCode(200)
            .body("complete", equalTo(true))
            .body("dossiers[0].sheets.juror", contains("J01", "J02", "J03"))
            .extract()
            .asString();
    assertFalse(marks.contains("juror1"));
    IndependentReaders.Verdict verdict =
        IndependentReaders.verify("levels", file("marks.json", marks));
    assertEquals(0, verdict.status(), verdict::said);
    assertEquals(1 + CODES.size() + 1, verdict.said().lines().count());
    edition.publish().then().statusCode(200);
    Path set = file("keys.json", keys());
    Path palmares = file("palmares.jws", published(edition.year, "/document"));
    Path exported = file("marks.json", marks);
    verdict = IndependentReaders.verify("levels", exported, set, palmares);
    assertEquals(0, verdict.status(), verdict::said);
    assertTrue(
        verdict.said().contains("2 levels as the marks give, 1 decided otherwise (78138 3 → 4)"),
        verdict::said);
    String hash = JsonPath.from(marks).getString("resultsHash");
    Path ofOthers = file("marks.json", marks.replace(hash, "0".repeat(64)));
    assertEquals(1, IndependentReaders.verify("levels", ofOthers, set, palmares).status());
    String other = marks.replaceFirst("\"value\":2,?", "\"value\":3,").replace(",}", "}");
    IndependentReaders.Verdict changed =
        IndependentReaders.verify("levels", file("marks.json", other));
    assertEquals(1, changed.status(), changed::said);
    assertTrue(changed.said().contains("DIFFERENT"), changed::said);
  }

  @Test
  void whatIsPublishedCanBeCachedUntilItChanges() {
    TestEdition edition = finalised();
    edition.publish().then().statusCode(200);
    for (String path :
        List.of(
            "",
            "/document",
            "/versions",
            "/labels/78138",
            "/labels/78138/badge",
            "/status-list",
            "/counts")) {
      String address = "/palmares/" + edition.year + path;
      String etag =
          anyone()
              .get(address)
              .then()
              .statusCode(200)
              .header("Cache-Control", "public, max-age=60")
              .extract()
              .header("ETag");
      for (String same : List.of(etag, "W/" + etag, "\"x\", " + etag, "*")) {
        anyone().header("If-None-Match", same).get(address).then().statusCode(304);
      }
      anyone().header("If-None-Match", "\"other\"").get(address).then().statusCode(200);
    }
    as("president").get(edition.at("")).then().header("Cache-Control", "no-store");
    String badge = published(edition.year, "/labels/78138/badge");
    assertEquals(5, badge.split(">@<").length - 1);
    assertTrue(badge.contains("#1c7c2e"));
    anyone()
        .get("/palmares/" + edition.year + "/counts?level=4&region=11")
        .then()
        .body("count", equalTo(1))
        .body(
            "sentence",
            equalTo("1 collectivité à 4 @ (Île-de-France) au palmarès " + edition.year + "."));
    anyone().get("/palmares/catalogue").then().statusCode(200);
    anyone().get("/palmares").then().body("year", hasItem(edition.year));
  }
}
