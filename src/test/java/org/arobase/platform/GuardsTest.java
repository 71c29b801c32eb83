package org.arobase.platform;

import static io.restassured.RestAssured.given;
import static org.arobase.testing.Http.anyone;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Map;
import org.arobase.platform.secrets.Secrets;
import org.arobase.platform.secrets.UnusableSecretException;
import org.arobase.testing.HttpTest;
import org.arobase.testing.Wire;
import org.arobase.testing.Wire.Sent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Bodies that are nested too deeply, other origins and sample secrets are refused; every answer has
 * the security headers. Depths of 40, 1,000 and 200,000. A secret that is missing, too short,
 * monotonous or a known sample is named by its variable, never by its value.
 */
@HttpTest
class GuardsTest {

  @Test
  void aBodyAsDeepAsTheSeaIsRefused() throws IOException {
    for (int depth : new int[] {40, 1_000, 200_000}) {
      String deep = "{\"progress\":" + "[".repeat(depth) + "]".repeat(depth) + "}";
      Sent sent = new Sent("PATCH", "/editions/2020/dossiers/78138/score-sheets/me", deep);
      HttpResponse<String> answer = Wire.send("juror1", sent);
      assertEquals(400, answer.statusCode(), answer::body);
      assertTrue(answer.body().contains("/api/v1/problems/body-too-deep"), answer::body);
    }
  }

  @Test
  void everyAnswerCarriesTheHeadersOfSecurity() {
    for (String path : new String[] {"/palmares", "/me", "/no-such-thing"}) {
      given()
          .basePath("/api/v1")
          .get(path)
          .then()
          .header("X-Content-Type-Options", "nosniff")
          .header("X-Frame-Options", "DENY")
          .header("Referrer-Policy", "no-referrer")
          .header("Strict-Transport-Security", "max-age=31536000")
          .header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    }
    anyone().get("/me").then().statusCode(401).header("WWW-Authenticate", "Bearer");
  }

  @Test
  void anotherOriginGetsNoLeave() {
    given()
        .header("Origin", "https://elsewhere.example")
        .header("Access-Control-Request-Method", "GET")
        .basePath("/api/v1")
        .options("/palmares")
        .then()
        .header("Access-Control-Allow-Origin", nullValue());
    given()
        .header("Origin", "https://elsewhere.example")
        .basePath("/api/v1")
        .get("/palmares")
        .then()
        .statusCode(200)
        .header("Access-Control-Allow-Origin", nullValue());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "brief",
        "0000000000000000000000000000000000000000",
        "changeme-changeme-changeme-changeme-1",
        "a-sample-key-that-somebody-left-in-here",
        "my-Secret-of-forty-characters-and-more-1"
      })
  void aSecretThatIsNoneIsRefused(String value) {
    UnusableSecretException refused =
        assertThrows(
            UnusableSecretException.class,
            () -> Secrets.required(Map.of("AROBASE_AUDIT_KEY", value), "AROBASE_AUDIT_KEY", 32));
    assertTrue(refused.getMessage().contains("AROBASE_AUDIT_KEY"), refused::getMessage);
    assertTrue(value.isBlank() || !refused.getMessage().contains(value), "it tells the secret");
  }

  @Test
  void aRealSecretIsTaken() {
    String real = "9f1c3be07a5d4e2286f0c4d1b7a3958e";
    assertEquals(real, Secrets.required(Map.of("KEY", real), "KEY", 32));
  }
}
