package org.arobase;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.http.ContentType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.arobase.testing.IndependentReaders;
import org.arobase.testing.Server;
import org.arobase.testing.TestGround;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A signing key can be replaced and revoked; tried on the packaged server. What the old key signed
 * stays valid until the key is revoked; then none of its labels is valid any more. A correction
 * without changes signs the palmarès again with the new key.
 */
class KeyRotationIT {
  private static final Path HOME = Path.of("target/rotation-home");
  private static final Map<String, String> SETTINGS = Map.of("AROBASE_SAMPLE_DOSSIERS", "1");

  private static Server server;

  @BeforeAll
  static void start() {
    TestGround.delete(HOME);
    server = new Server(HOME, SETTINGS).awaitReady();
  }

  @AfterAll
  static void stop() {
    server.stop();
  }

  /** Publishes an edition without a dossier: the smallest possible palmarès. */
  private static void publish() {
    Map<String, Object> wanted = new HashMap<>();
    wanted.put("year", 2030);
    wanted.put("number", 31);
    wanted.put("name", "Édition vide");
    wanted.put("framework", "sample-framework-2020");
    wanted.put("referenceDate", "2030-02-01");
    wanted.put(
        "policy", server.as("secretariat").get("/editions/2020/rating-policy").path("policy"));
    act("secretariat", "", wanted, 201);
    for (String phase : new String[] {"OPEN", "EVALUATION", "DELIBERATION"}) {
      act("secretariat", "/2030/phase", Map.of("to", phase), 200);
    }
    act("president", "/2030/finalisation", Map.of(), 200);
    act("secretariat", "/2030/publication", null, 200);
  }

  private static void act(String user, String path, Object body, int status) {
    var request = server.as(user);
    if (!path.isEmpty()) {
      request.header("If-Match", server.as(user).get("/editions/2030").header("ETag"));
    }
    if (body != null) {
      request.contentType(ContentType.JSON).body(body);
    }
    request.post("/editions" + path).then().statusCode(status);
  }

  @Test
  void noSecretIsASystemProperty() throws IOException {
    String properties = server.systemProperties();
    assertTrue(properties.contains("java.version"), properties);
    for (String file : List.of("audit-key", "signing-key")) {
      assertFalse(properties.contains(Files.readString(HOME.resolve(file)).strip()), file);
    }
    assertFalse(properties.contains("quarkus.datasource.password"), properties);
  }

  private static boolean isValid(String signed) {
    return server
        .anyone()
        .contentType(ContentType.JSON)
        .body(Map.of("signed", signed))
        .post("/palmares/verification")
        .then()
        .statusCode(200)
        .extract()
        .path("valid");
  }

  private static String document() {
    return server
        .anyone()
        .get("/palmares/2030/document")
        .then()
        .statusCode(200)
        .extract()
        .asString();
  }

  private static int revoked(int version) {
    String list = server.anyone().get("/palmares/2030/status-list?version=" + version).asString();
    String keys = server.anyone().get("/signing-keys").asString();
    return IndependentReaders.revoked(IndependentReaders.payload(list, keys)).cardinality();
  }

  @Test
  void whatAnOldKeySignedIsGoodUntilItIsRevokedAndThenSignedAgain() throws IOException {
    publish();
    String first = document();
    assertEquals(true, isValid(first));
    String old = server.anyone().get("/signing-keys").path("keys[0].kid");
    String thumbprint = old.substring(old.lastIndexOf('/') + 1);
    server.stop();
    Files.delete(HOME.resolve("signing-key"));
    server = new Server(HOME, SETTINGS).awaitReady();
    assertEquals(true, isValid(first));
    server.anyone().get("/signing-keys").then().body("keys", hasSize(2));
    server
        .as("secretariat")
        .contentType(ContentType.JSON)
        .body(Map.of("reason", "Le serveur a été volé."))
        .post("/signing-keys/" + thumbprint + "/revocation")
        .then()
        .statusCode(200);
    assertEquals(false, isValid(first));
    server.anyone().get("/signing-keys/" + thumbprint).then().statusCode(410);
    server
        .anyone()
        .get("/signing-keys")
        .then()
        .body("keys", hasSize(1))
        .body("revokedKeys[0].kid", equalTo(old));
    assertEquals(IndependentReaders.BITS, revoked(1));
    Map<String, Object> again = Map.of("reason", "Signé de nouveau.", "changes", List.of());
    act("president", "/2030/corrections", again, 200);
    assertEquals(true, isValid(document()));
    assertEquals(IndependentReaders.BITS, revoked(1));
    assertEquals(0, revoked(2));
    server
        .as("secretariat")
        .get("/audit/verification")
        .then()
        .statusCode(200)
        .body("intact", equalTo(true));
  }
}
