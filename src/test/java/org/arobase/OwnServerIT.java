package org.arobase;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.http.ContentType;
import io.smallrye.jwt.build.Jwt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.arobase.platform.database.EmbeddedMariaDb;
import org.arobase.testing.Server;
import org.arobase.testing.TestGround;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The same application on a server of the user's, with three settings. */
class OwnServerIT {
  private static final Path HOME = Path.of("target/own-home");

  private static EmbeddedMariaDb mariadb;

  @BeforeAll
  static void aServerOfTheUsers() {
    TestGround.delete(HOME);
    mariadb = EmbeddedMariaDb.start(HOME.resolve("server"));
  }

  @AfterAll
  static void stop() {
    mariadb.close();
  }

  private static Map<String, String> threeSettings() {
    Map<String, String> own = mariadb.settings();
    return new HashMap<>(
        Map.of(
            "AROBASE_DB_URL", own.get("quarkus.datasource.jdbc.url"),
            "AROBASE_DB_USER", own.get("quarkus.datasource.username"),
            "AROBASE_DB_PASSWORD", own.get("quarkus.datasource.password"),
            "AROBASE_SAMPLE_DOSSIERS", "2"));
  }

  @Test
  void threeSettingsSufficeAndTokensComeFromTheProvider() throws Exception {
    KeyPair keys = keys();
    Server server = new Server(HOME.resolve("a"), threeSettings()).awaitReady();
    server.anyone().get("/palmares").then().statusCode(200);
    server
        .anyone()
        .contentType(ContentType.JSON)
        .body(Map.of("username", "juror1", "password", "x"))
        .post("/auth/token")
        .then()
        .statusCode(404)
        .body("type", equalTo("/api/v1/problems/local-accounts-off"));
    server.withToken(token(keys, "https://login.example")).get("/me").then().statusCode(401);
    server.stop();
    assertTrue(server.output().contains("AROBASE_JWT_PUBLIC_KEY is not set"), server::output);
    assertFalse(Files.exists(HOME.resolve("a/mariadb")), "an embedded database was made");

    Map<String, String> withProvider = threeSettings();
    withProvider.put("AROBASE_JWT_PUBLIC_KEY", publicKey(keys).toUri().toString());
    withProvider.put("AROBASE_JWT_ISSUER", "https://login.example");
    Server trusting = new Server(HOME.resolve("b"), withProvider).awaitReady();
    trusting
        .withToken(token(keys, "https://login.example"))
        .get("/me")
        .then()
        .statusCode(200)
        .body("username", equalTo("juror1"));
    trusting.withToken(token(keys, "https://other.example")).get("/me").then().statusCode(401);
    trusting.withToken(token(keys(), "https://login.example")).get("/me").then().statusCode(401);
    trusting.stop();
  }

  @Test
  void aForgottenSettingIsNamed() {
    Map<String, String> forgotten = threeSettings();
    forgotten.remove("AROBASE_DB_PASSWORD");
    Server server = new Server(HOME.resolve("c"), forgotten);
    assertEquals(1, server.awaitEnd());
    assertTrue(server.output().contains("set AROBASE_DB_PASSWORD too"), server::output);
  }

  private static String token(KeyPair keys, String issuer) {
    return Jwt.upn("juror1").groups("juror").issuer(issuer).expiresIn(600).sign(keys.getPrivate());
  }

  private static KeyPair keys() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    return generator.generateKeyPair();
  }

  private static Path publicKey(KeyPair keys) throws IOException {
    String body = Base64.getMimeEncoder().encodeToString(keys.getPublic().getEncoded());
    return Files.writeString(
        HOME.resolve("provider.pem"),
        "-----BEGIN PUBLIC KEY-----\n" + body + "\n-----END PUBLIC KEY-----\n");
  }
}
