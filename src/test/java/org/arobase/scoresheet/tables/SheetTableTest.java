package org.arobase.scoresheet.tables;

import static org.arobase.testing.Http.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.arobase.jury.Juror.Office;
import org.arobase.platform.tabular.Csv;
import org.arobase.testing.HttpTest;
import org.arobase.testing.Tables;
import org.arobase.testing.TestEdition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Jurors export their sheets as a table, fill it, and import it: what is exported is exactly what
 * is imported, as CSV, JSON and XLSX. An import submits nothing, changes no submitted sheet, and
 * takes no sheet of another juror. An empty cell removes nothing, and a table that was exported
 * before the last change of a sheet replaces nothing in it. A file with one wrong line writes
 * nothing; each fault has its pointer and code.
 */
@HttpTest
class SheetTableTest {
  private static final String HEADER = "dossier,initiative,criterion,value,state,comment\n";
  private static final String VERSIONED =
      "dossier,initiative,criterion,value,state,comment,version\n";

  private static TestEdition edition() {
    TestEdition edition = new TestEdition().dossier("78138", 2).dossier("35054", 1);
    edition.assign("78138", "juror1", "juror2").assign("35054", "juror1");
    return edition.seat(Office.PRESIDENT, "president").move("EVALUATION");
  }

  private static String mine(TestEdition edition, String what) {
    return "/me/score-sheets/" + what + "?edition=" + edition.year;
  }

  private static Response send(TestEdition edition, String csv) {
    return Tables.send(
        "juror1", mine(edition, "import"), "csv", csv.getBytes(StandardCharsets.UTF_8));
  }

  /** The exported template with a value for every open mark, and two comments. */
  private static String filled(TestEdition edition) {
    String template =
        new String(Tables.fetch("juror1", mine(edition, "export"), "csv"), StandardCharsets.UTF_8);
    return template
        .lines()
        .map(
            line -> {
              if (line.matches("78138,juror1,2,.*,,,,,,[0-9]+")) {
                return line.replaceFirst(",,,([0-9]+)$", ",\"Bien, vraiment\",AUTHORITY,$1");
              }
              if (line.matches("78138,juror1,,,,,,,,[0-9]+")) {
                return line.replaceFirst(",,,([0-9]+)$", ",Un bel ensemble,,$1");
              }
              return line.replaceFirst("(,[a-z]+),,,,,([0-9]+)$", "$1,3,,,,$2");
            })
        .collect(Collectors.joining("\n"));
  }

  @Test
  void theTemplateIsFilledAndEverythingCanBeSubmitted() {
    TestEdition edition = edition();
    List<Map<String, String>> tags =
        send(edition, filled(edition))
            .then()
            .statusCode(200)
            .body("read", equalTo(20))
            .body("created", equalTo(17))
            .extract()
            .jsonPath()
            .<Map<String, String>>getList("etags")
            .stream()
            .map(tag -> Map.of("dossier", tag.get("subject"), "etag", tag.get("etag")))
            .toList();
    as("juror1")
        .get(edition.sheetOf("78138"))
        .then()
        .body("status", equalTo("DRAFT"))
        .body("progress.marked", equalTo(10))
        .body("comments.text", contains("Bien, vraiment"))
        .body("comments.audience", contains("AUTHORITY"))
        .body("overallComment", equalTo("Un bel ensemble"))
        .body("overallAudience", equalTo("JURY"));
    as("juror1", Map.of("sheets", tags))
        .post(mine(edition, "submissions"))
        .then()
        .statusCode(200)
        .body("sheets.etag", contains("\"2\"", "\"2\""));
    byte[] all = Tables.fetch("president", edition.at("/score-sheets/export"), "csv");
    assertEquals(17, Csv.rows(all).size());
    as("secretariat").get(edition.at("/score-sheets/export")).then().statusCode(409);
    as("juror1").get(edition.at("/score-sheets/export")).then().statusCode(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "json", "xlsx"})
  void whatWasTakenHomeIsExactlyWhatIsBroughtBack(String ending) {
    TestEdition from = edition();
    send(from, filled(from)).then().statusCode(200);
    byte[] file = Tables.fetch("juror1", mine(from, "export"), ending);
    TestEdition to = edition();
    Tables.send("juror1", mine(to, "import"), ending, file).then().statusCode(200);
    assertArrayEquals(
        Tables.fetch("juror1", mine(from, "export"), "csv"),
        Tables.fetch("juror1", mine(to, "export"), "csv"));
    Tables.send("juror1", mine(to, "import"), ending, file).then().body("unchanged", equalTo(20));
  }

  /** A text that has changed must not reach the authority because the old one did. */
  @Test
  void anEmptyAudienceLeavesTheOldTextAndHidesANewOne() {
    TestEdition edition = edition();
    String header = "dossier,initiative,comment,audience\n";
    send(edition, header + "78138,1,Bien,AUTHORITY\n").then().statusCode(200);
    send(edition, header + "78138,1,Bien,\n").then().body("lines.outcome", contains("UNCHANGED"));
    as("juror1")
        .get(edition.sheetOf("78138"))
        .then()
        .body("comments.audience", contains("AUTHORITY"));
    send(edition, "dossier,initiative,comment,version\n78138,1,Mal,1\n")
        .then()
        .body("lines.outcome", contains("CHANGED"));
    as("juror1").get(edition.sheetOf("78138")).then().body("comments.audience", contains("JURY"));
  }

  @Test
  void aLineIsChangedOrTakenAwayAndNothingElseIsTouched() {
    TestEdition edition = edition();
    send(
            edition,
            HEADER
                + "78138,1,utility,4,,\n78138,1,quality,\"2,0\",,\n"
                + "78138,1,inclusion,3,,\n78138,1,,,,Bien\n78138,,,,,Un ensemble\n")
        .then()
        .statusCode(200)
        .body("etags.subject", contains("78138"))
        .body("etags.etag", contains("\"1\""));
    send(edition, VERSIONED + "78138,1,utility\u00A0,\u00A0,,,1\n78138,1,,,,\u00A0,1\n")
        .then()
        .statusCode(200)
        .body("lines.outcome", contains("UNCHANGED", "UNCHANGED"));
    send(edition, VERSIONED + "78138,1,utility,1 0,,,1\n")
        .then()
        .statusCode(422)
        .body("violations.code", contains("not-a-number"));
    send(
            edition,
            VERSIONED
                + "78138,1,utility,,NOT_APPLICABLE,,1\n78138,1,quality,,REMOVE,,1\n"
                + "78138,1,inclusion,,,,1\n78138,1,,,REMOVE,Bien,1\n78138,,,,,,1\n")
        .then()
        .body("lines.outcome", contains("CHANGED", "CHANGED", "UNCHANGED", "CHANGED", "UNCHANGED"))
        .body("lines[0].changes.column", contains("value", "state"))
        .body("lines[1].changes.before", contains("2"))
        .body("lines[3].changes.before", contains("Bien", "JURY"));
    as("juror1")
        .get(edition.sheetOf("78138"))
        .then()
        .body("marks.criterion", contains("inclusion", "utility"))
        .body("marks.state", contains(null, "NOT_APPLICABLE"))
        .body("comments.size()", equalTo(0))
        .body("overallComment", equalTo("Un ensemble"));
  }

  /** A juror marks online after they exported the table that they fill in at home. */
  @Test
  void whatWasWrittenSinceTheExportIsNotReplaced() {
    TestEdition edition = edition();
    send(edition, HEADER + "78138,1,utility,4,,\n78138,1,quality,4,,\n").then().statusCode(200);
    send(edition, VERSIONED + "78138,1,utility,2,,,1\n78138,2,,,,En ligne,1\n")
        .then()
        .statusCode(200);
    String atHome =
        VERSIONED
            + "78138,1,utility,5,,,1\n"
            + "78138,1,quality,4,,,1\n"
            + "78138,1,inclusion,3,,,1\n"
            + "78138,2,,,,À la maison,1\n";
    send(edition, atHome)
        .then()
        .statusCode(422)
        .body("violations.code", contains("sheet-not-as-exported", "sheet-not-as-exported"))
        .body("violations.pointer", contains("/0/value", "/3/comment"))
        .body("violations.context.line", contains(2, 5))
        .body("violations.context.table", contains("5", "À la maison"))
        .body("violations.context.sheet", contains("2", "En ligne"))
        .body("violations.context.version", contains("2", "2"));
    send(edition, HEADER + "78138,1,utility,5,,\n")
        .then()
        .statusCode(422)
        .body("violations.code", contains("sheet-not-as-exported"));
    Tables.send(
            "juror1",
            mine(edition, "import") + "&dryRun=true",
            "csv",
            atHome.getBytes(StandardCharsets.UTF_8))
        .then()
        .statusCode(200)
        .body("lines.outcome", contains("REFUSED", "UNCHANGED", "BLOCKED", "REFUSED"));
    send(edition, atHome.replace("5,,,1\n", "5,,,2\n").replace("maison,1\n", "maison,2\n"))
        .then()
        .statusCode(200)
        .body("lines.outcome", contains("CHANGED", "UNCHANGED", "CREATED", "CHANGED"));
    as("juror1")
        .get(edition.sheetOf("78138"))
        .then()
        .body("marks.value", contains(3, 4, 5))
        .body("comments.text", contains("À la maison"));
  }

  @Test
  void whatIsWrongIsSaidAndNothingWritten() {
    TestEdition edition = edition();
    send(
            edition,
            HEADER
                + "78138,1,utility,4,,\n"
                + "78138,1,quality,9,,\n"
                + "78138,1,inclusion,\"2,5\",,\n"
                + "78138,7,utility,3,,\n"
                + "78138,1,beaute,3,,\n"
                + "78138,1,participation,3,ABSTAINED,\n"
                + "78138,,originality,3,,\n"
                + "78138,1,utility,4,,\n"
                + "29019,1,utility,4,,\n"
                + "78138,2,utility,4,,Très utile\n"
                + "78138,2,,3,,\n"
                + "78138,2,quality,,,\n"
                + "78138,1,,,,"
                + "x".repeat(10_001)
                + "\n")
        .then()
        .statusCode(422)
        .body(
            "violations.pointer",
            contains(
                "/1/value",
                "/2/value",
                "/3/initiative",
                "/4/criterion",
                "/5",
                "/6/initiative",
                "/7/criterion",
                "/8/dossier",
                "/9/comment",
                "/10/criterion",
                "/12/comment"))
        .body(
            "violations.code",
            contains(
                "off-scale",
                "off-step",
                "unknown-initiative",
                "unknown-criterion",
                "value-and-state",
                "cell-required",
                "line-twice",
                "not-mine-to-score",
                "comment-on-its-own-line",
                "mark-without-criterion",
                "constraint"));
    as("juror1").get(edition.sheetOf("78138")).then().body("marks.size()", equalTo(0));
  }

  @Test
  void nobodyBringsTheSheetOfAnotherAndWhatIsSubmittedStays() {
    TestEdition edition = edition().score("35054", "juror1", 1, 3);
    Tables.with(
            "juror1",
            "json",
            "[{\"dossier\":\"78138\",\"juror\":\"juror2\",\"initiative\":1,\"criterion\":\"utility\",\"value\":1}]"
                .getBytes(StandardCharsets.UTF_8))
        .post(mine(edition, "import"))
        .then()
        .statusCode(422)
        .body("violations.code", contains("not-mine-to-score"));
    send(edition, HEADER + "78138,1,utility,3,,\n35054,1,quality,3,,\n35054,1,utility,1,,\n")
        .then()
        .statusCode(422)
        .body("violations.code", contains("sheet-is-submitted"))
        .body("violations.pointer", contains("/2/dossier"))
        .body("violations.context.line", contains(4));
    send(edition, HEADER + "35054,1,utility,3,,\n")
        .then()
        .statusCode(200)
        .body("unchanged", equalTo(1));
    as("juror2", Map.of()).post(mine(edition, "import")).then().statusCode(400);
  }
}
