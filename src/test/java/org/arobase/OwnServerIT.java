package org.arobase;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.http.ContentType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.arobase.platform.database.EmbeddedMariaDb;
import org.arobase.testing.Provider;
import org.arobase.testing.Server;
import org.arobase.testing.TestGround;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The packaged application runs on a database of the user's with four settings; tokens come from
 * the identity provider only. There are no local accounts and no embedded database then. A token of
 * another issuer or another key is refused. A secret that is missing, too short or a sample stops
 * the start, and the message names it.
 */
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

  private static Map<String, String> settings() {
    return Provider.database(mariadb);
  }

  @Test
  void fourSettingsSufficeAndTokensComeFromTheProvider() throws Exception {
    Provider provider = new Provider(HOME);
    Server server = new Server(HOME.resolve("a"), settings()).awaitReady();
    server.anyone().get("/palmares").then().statusCode(200);
    server
        .anyone()
        .contentType(ContentType.JSON)
        .body(Map.of("username", "juror1", "password", "x"))
        .post("/auth/token")
        .then()
        .statusCode(404)
        .body("type", equalTo("/api/v1/problems/local-accounts-off"));
    server.withToken(provider.token("juror1", "juror")).get("/me").then().statusCode(401);
    server.stop();
    assertTrue(server.output().contains("AROBASE_JWT_PUBLIC_KEY is not set"), server::output);
    assertFalse(Files.exists(HOME.resolve("a/mariadb")), "an embedded database was made");

    Server trusting = new Server(HOME.resolve("b"), provider.settings(mariadb)).awaitReady();
    trusting
        .withToken(provider.token("juror1", "juror"))
        .get("/me")
        .then()
        .statusCode(200)
        .body("username", equalTo("juror1"));
    trusting
        .withToken(provider.token("juror1", "juror", "https://other.example"))
        .get("/me")
        .then()
        .statusCode(401);
    trusting
        .withToken(new Provider(HOME).token("juror1", "juror"))
        .get("/me")
        .then()
        .statusCode(401);
    trusting.stop();
  }

  @Test
  void aSecretThatIsMissingShortOrASampleStopsTheStart() {
    Map<String, String> wrong =
        Map.of(
            "AROBASE_DB_PASSWORD", "",
            "AROBASE_AUDIT_KEY", "too-little",
            "AROBASE_DB_USER", "");
    wrong.forEach(
        (name, value) -> {
          Map<String, String> settings = settings();
          settings.put(name, value);
          Server server = new Server(HOME.resolve(name), settings);
          assertEquals(1, server.awaitEnd());
          assertTrue(server.output().contains(name), server::output);
          assertFalse(server.output().contains("\tat "), server::output);
        });
  }
}
