package org.arobase.scoresheet;

import static org.arobase.testing.Http.anyone;
import static org.arobase.testing.Http.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.arobase.testing.HttpTest;
import org.arobase.testing.TestEdition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever is wrong with what a juror sends is answered with a JSON pointer and a code, and nothing
 * is written. Wrong types, values off the scale or between its steps, unknown criteria, marks
 * twice, unreadable JSON, bodies that are too long. All faults are told at once, in the caller's
 * language. A submission lists every missing mark.
 */
@HttpTest
class BadInputTest {
  private static TestEdition edition;

  @BeforeEach
  void aDossierWithTwoInitiativesAndOneMark() {
    if (edition == null) {
      edition = new TestEdition().dossier("78138", 2).dossier("35054", 3);
      edition.assign("78138", "juror1", "juror2").move("EVALUATION");
      as("juror1", Map.of("marks", List.of(mark(1, "utility", 3))))
          .header("If-Match", "\"0\"")
          .patch(sheet())
          .then()
          .statusCode(200);
    }
  }

  static Stream<Arguments> marks() {
    return Stream.of(
        Arguments.of(mark(1, "beauty", 3), "/marks/0/criterion", "unknown-criterion"),
        Arguments.of(mark(1, "utility", 6), "/marks/0/value", "off-scale"),
        Arguments.of(mark(1, "utility", -1), "/marks/0/value", "off-scale"),
        Arguments.of(mark(1, "utility", 2.5), "/marks/0/value", "off-step"),
        Arguments.of(mark(1, "utility", 3.0000001), "/marks/0/value", "off-step"),
        Arguments.of(mark(3, "utility", 3), "/marks/0/initiative", "unknown-initiative"),
        Arguments.of(mark(1, "utility", "four"), "/marks/0/value", "wrong-type"),
        Arguments.of(mark(1, "utility", ""), "/marks/0/value", "wrong-type"),
        Arguments.of(mark(1, "utility", "3"), "/marks/0/value", "wrong-type"),
        Arguments.of(
            mark(1, "utility", new BigDecimal("1e999999")), "/marks/0/value", "wrong-type"),
        Arguments.of(
            Map.of("initiative", 1, "criterion", "utility", "state", 1),
            "/marks/0/state",
            "wrong-type"),
        Arguments.of(
            Map.of("initiative", 1.5, "criterion", "utility", "value", 3),
            "/marks/0/initiative",
            "wrong-type"),
        Arguments.of(
            Map.of("criterion", "utility", "value", 3), "/marks/0/initiative", "wrong-type"),
        Arguments.of(mark(1, "", 3), "/marks/0/criterion", "constraint"),
        Arguments.of(
            Map.of("criterion", "utility", "value", 3, "initiative", "one"),
            "/marks/0/initiative",
            "wrong-type"),
        Arguments.of(
            Map.of("initiative", 1, "criterion", "utility", "value", 3, "mark", 3),
            "/marks/0/mark",
            "unknown-property"),
        Arguments.of(
            Map.of("initiative", 1, "criterion", "utility", "state", "SKIPPED"),
            "/marks/0/state",
            "wrong-type"),
        Arguments.of(
            Map.of("initiative", 1, "criterion", "utility", "state", "ABSTAINED", "value", 2),
            "/marks/0",
            "value-and-state"),
        Arguments.of(Map.of("initiative", 1, "criterion", "utility"), "/marks/0", "value-or-state"),
        Arguments.of(
            Map.of("initiative", 1, "criterion", "utility", "state", "MARKED"),
            "/marks/0",
            "value-or-state"));
  }

  @ParameterizedTest
  @MethodSource("marks")
  void aWrongMarkIsPointedAt(Map<String, Object> mark, String pointer, String code) {
    assertRefused(put(Map.of("marks", List.of(mark))), 422, pointer, code);
  }

  @Test
  void aMarkTwicePointsAtTheSecondOne() {
    assertRefused(
        put(Map.of("marks", List.of(mark(1, "utility", 3), mark(1, "utility", 4)))),
        422,
        "/marks/1",
        "mark-twice");
  }

  @Test
  void everythingWrongIsSaidAtOnce() {
    put(Map.of("marks", List.of(mark(9, "utility", 3), mark(1, "beauty", 3))))
        .then()
        .statusCode(422)
        .body("violations.pointer", contains("/marks/0/initiative", "/marks/1/criterion"));
  }

  @Test
  void aCommentMustBeOnAnInitiativeOfTheDossierAndOnlyOnce() {
    Map<String, Object> foreign = Map.of("initiative", 7, "text", "?");
    Map<String, Object> comment = Map.of("initiative", 1, "text", "Bien");
    assertRefused(
        put(Map.of("comments", List.of(foreign))),
        422,
        "/comments/0/initiative",
        "unknown-initiative");
    assertRefused(
        put(Map.of("comments", List.of(comment, comment))), 422, "/comments/1", "comment-twice");
  }

  @Test
  void whatIsNoJsonIsSaidToBeNone() {
    assertRefused(raw("{\"marks\":[", ContentType.JSON), 400, "", "malformed-json");
    assertRefused(raw("", ContentType.JSON), 400, "", "malformed-json");
    assertRefused(raw("{} {}", ContentType.JSON), 400, "", "malformed-json");
    assertRefused(
        raw("{\"overallComment\":\"a\",\"overallComment\":\"b\"}", ContentType.JSON),
        400,
        "",
        "malformed-json");
    assertRefused(raw("marks", ContentType.TEXT), 415, "", "unsupported-media-type");
  }

  @Test
  void aBodyOverTheLimitIsRefusedUnread() {
    String long1 = "{\"overallComment\":\"" + "x".repeat(1_100_000) + "\"}";
    assertRefused(raw(long1, ContentType.JSON), 413, "", "body-too-large");
    Response refused =
        as("juror1")
            .contentType(ContentType.JSON)
            .header("If-Match", etag())
            .body(new ByteArrayInputStream(long1.getBytes(StandardCharsets.UTF_8)))
            .put(sheet());
    assertRefused(refused, 413, "", "body-too-large");
  }

  @Test
  void aSubmissionListsEveryMissingMark() {
    Response refused = as("juror1").header("If-Match", etag()).post(sheet() + "/submission");
    refused
        .then()
        .statusCode(422)
        .body("type", equalTo("/api/v1/problems/sheet-incomplete"))
        .body("violations", hasSize(9))
        .body("violations[0].pointer", equalTo("/marks/-"))
        .body("violations[0].context.initiative", equalTo(1))
        .body("violations[0].context.criterion", equalTo("inclusion"));
    assertNothingWritten();
  }

  @Test
  void aWriteNeedsTheVersionItHasSeen() {
    as("juror1", Map.of()).put(sheet()).then().statusCode(428);
    for (String stale : List.of("\"0\"", "\"99\"", "W/\"1\"", "*", "1")) {
      as("juror1", Map.of()).header("If-Match", stale).put(sheet()).then().statusCode(412);
    }
    assertNothingWritten();
  }

  @Test
  void someoneElsesSheetIsNobodysBusiness() {
    String other = edition.at("/dossiers/78138/score-sheets/juror2");
    as("juror1").get(other).then().statusCode(403).body("violations.pointer", contains(""));
    as("juror1", Map.of()).header("If-Match", "\"0\"").put(other).then().statusCode(403);
    as("juror1").header("If-Match", "\"0\"").post(other + "/submission").then().statusCode(403);
    as("president").get(other).then().statusCode(403);
    as("secretariat").get(other).then().statusCode(403);
    anyone().get(other).then().statusCode(401);
    as("juror3").get(sheet()).then().statusCode(403);
    as("juror1").get(edition.sheetOf("35054")).then().statusCode(403);
    as("juror1").get(edition.at("/dossiers/35054")).then().statusCode(403);
  }

  @Test
  void refusalsSpeakTheCallersLanguage() {
    as("juror1", Map.of("marks", List.of(mark(1, "utility", 6))))
        .header("Accept-Language", "en-GB,fr;q=0.4")
        .header("If-Match", etag())
        .put(sheet())
        .then()
        .body("title", equalTo("Content refused"))
        .body("violations[0].message", startsWith("6 is outside the scale"));
    as("juror1", Map.of("marks", List.of(mark(1, "utility", 6))))
        .header("Accept-Language", "de")
        .header("If-Match", etag())
        .put(sheet())
        .then()
        .body("violations[0].message", startsWith("6 est hors du barème"));
  }

  private static Map<String, Object> mark(int initiative, String criterion, Object value) {
    return Map.of("initiative", initiative, "criterion", criterion, "value", value);
  }

  private static String sheet() {
    return edition.sheetOf("78138");
  }

  private static String etag() {
    return as("juror1").get(sheet()).header("ETag");
  }

  private static Response put(Object body) {
    return as("juror1", body).header("If-Match", etag()).put(sheet());
  }

  private static Response raw(String body, ContentType type) {
    return as("juror1").contentType(type).body(body).header("If-Match", etag()).put(sheet());
  }

  private static void assertRefused(Response refused, int status, String pointer, String code) {
    refused
        .then()
        .statusCode(status)
        .contentType("application/problem+json")
        .body("violations", hasSize(1))
        .body("violations[0].pointer", equalTo(pointer))
        .body("violations[0].code", equalTo(code));
    assertNothingWritten();
  }

  private static void assertNothingWritten() {
    Response sheet = as("juror1").get(sheet());
    assertEquals("\"1\"", sheet.header("ETag"));
    sheet
        .then()
        .body("marks", contains(Map.of("initiative", 1, "criterion", "utility", "value", 3)))
        .body("comments", hasSize(0))
        .body("status", equalTo("DRAFT"));
  }
}
