package org.arobase;

import static io.restassured.RestAssured.given;
import static org.arobase.testing.Http.anyone;
import static org.arobase.testing.Http.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.atlassian.oai.validator.model.Request.Method;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import org.arobase.testing.ContractCheck;
import org.arobase.testing.HttpTest;
import org.junit.jupiter.api.Test;

/**
 * The committed contract is the one that the server serves, and the check of our tests against it
 * finds violations.
 */
@HttpTest
class ContractTest {
  private static final String ME =
      "{\"username\":\"juror1\",\"roles\":[\"juror\"],\"authority\":\"78138\"}";

  @Test
  void theCommittedContractIsTheServedOne() throws IOException {
    String served = given().get("/openapi").then().statusCode(200).extract().body().asString();
    assertEquals(parsed(Files.readString(ContractCheck.CONTRACT)), parsed(served));
  }

  @Test
  void aRightAnswerPasses() {
    assertFalse(me(200, ME).hasErrors());
  }

  @Test
  void aWrongTypeIsCaught() {
    assertTrue(me(200, ME.replace("[\"juror\"]", "\"juror\"")).hasErrors());
    assertTrue(me(200, ME.replace("\"juror1\"", "7")).hasErrors());
  }

  @Test
  void aMissingPropertyIsCaught() {
    assertTrue(me(200, "{\"roles\":[\"juror\"]}").hasErrors());
  }

  @Test
  void anUndocumentedStatusIsCaught() {
    assertTrue(me(202, ME).hasErrors());
    assertTrue(me(418, "{}").hasErrors());
  }

  @Test
  void everyExchangeIsCounted() {
    int before = ContractCheck.checked();
    as("juror1").get("/me");
    anyone().get("/me");
    assertTrue(ContractCheck.checked() >= before + 2);
  }

  private static ValidationReport me(int status, String body) {
    return ContractCheck.validate(
        "/api/v1/me",
        Method.GET,
        SimpleResponse.Builder.status(status)
            .withContentType("application/json")
            .withBody(body)
            .build());
  }

  private static Map<String, Object> parsed(String yaml) throws IOException {
    return new YAMLMapper().readValue(yaml, new TypeReference<>() {});
  }
}
