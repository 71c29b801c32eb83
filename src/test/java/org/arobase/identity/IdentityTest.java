package org.arobase.identity;

import static org.arobase.testing.Http.anyone;
import static org.arobase.testing.Http.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.arobase.testing.Http;
import org.arobase.testing.HttpTest;
import org.arobase.testing.TestGround;
import org.junit.jupiter.api.Test;

@HttpTest
class IdentityTest {

  @Test
  void aTokenSaysWhoItIs() {
    as("juror1")
        .get("/me")
        .then()
        .body("username", equalTo("juror1"))
        .body("roles", contains("juror"));
    as("chanteloup")
        .get("/me")
        .then()
        .body("roles", contains("applicant"))
        .body("authority", equalTo("78138"));
  }

  @Test
  void aWrongPasswordAndAnUnknownUserGetTheSameAnswer() {
    Response wrong = signIn("juror1", "wrong");
    Response unknown = signIn("nobody", "wrong");
    assertEquals(401, wrong.statusCode());
    assertEquals(wrong.asString(), unknown.asString());
  }

  @Test
  void aForgedTokenIsRefusedEverywhere() {
    String token = signIn("juror1", Http.password("juror1")).path("accessToken");
    String[] parts = token.split("\\.");
    for (String forged :
        List.of(
            parts[0] + "." + parts[1] + ".",
            parts[0] + "." + parts[1] + "." + parts[2].substring(2) + "AA",
            "eyJhbGciOiJub25lIn0." + parts[1] + ".",
            "nonsense")) {
      anyone().header("Authorization", "Bearer " + forged).get("/me").then().statusCode(401);
      anyone().header("Authorization", "Bearer " + forged).get("/palmares").then().statusCode(401);
    }
  }

  @Test
  void passwordsAndKeysAreReadableByTheirOwnerOnly() throws IOException {
    for (String file : List.of("accounts.txt", "token-key.pem", "audit-key")) {
      Path path = TestGround.HOME.resolve(file);
      assertEquals(
          "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(path)), file);
    }
    for (String line : Files.readAllLines(TestGround.HOME.resolve("accounts.txt"))) {
      assertTrue(
          line.matches("[a-z0-9]+ \\S{24} (juror|president|vice-president|secretariat|applicant)"),
          line);
    }
  }

  private static Response signIn(String user, String password) {
    return anyone()
        .contentType(ContentType.JSON)
        .body(Map.of("username", user, "password", password))
        .post("/auth/token");
  }
}
