package org.arobase.jury.tables;

import static org.arobase.testing.Http.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.arobase.jury.Juror.Office;
import org.arobase.testing.HttpTest;
import org.arobase.testing.Tables;
import org.arobase.testing.TestEdition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is exported is exactly what is imported: a whole jury (members, recusals, assignments) is
 * copied to another edition as CSV, JSON or XLSX, byte for byte. Sent again, a file changes
 * nothing. An empty cell removes a value; what a file does not say stays as it is. A file with one
 * wrong line writes nothing.
 */
@HttpTest
class JuryTableTest {
  private static Response send(TestEdition edition, String table, String ending, byte[] file) {
    return Tables.send("secretariat", edition.at("/" + table + "/import"), ending, file);
  }

  private static Response send(TestEdition edition, String table, String csv) {
    return send(edition, table, "csv", csv.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] export(TestEdition edition, String table, String ending) {
    return Tables.fetch("secretariat", edition.at("/" + table + "/export"), ending);
  }

  private static final String JURORS =
      """
      id,username,name,office,email,language,affiliation,competences,capacity,panel
      martin,juror1,Dominique Martin,,martin@example.org,en,78138,education mediation,900,A
      durand,juror2,Camille Durand,,,,,,,
      president,president,La présidence,PRESIDENT,,,,,,
      """;

  @ParameterizedTest
  @ValueSource(strings = {"csv", "json", "xlsx"})
  void aWholeJuryIsBroughtToAnotherEdition(String ending) {
    TestEdition from = new TestEdition().dossier("35054", 1).dossier("78138", 1);
    send(from, "jurors", JURORS).then().statusCode(200).body("created", equalTo(3));
    send(from, "recusals", "authority,juror,reason\n78138,martin,\"Un lien, déclaré\"\n")
        .then()
        .statusCode(200)
        .body("lines.subject", contains("78138/martin"));
    send(
            from,
            "assignments",
            "dossier,juror,purpose,pinned\n35054,martin,CALIBRATION,\n" + "78138,durand,,oui\n")
        .then()
        .statusCode(200)
        .body("created", equalTo(2));
    TestEdition to = new TestEdition().dossier("35054", 1).dossier("78138", 1);
    for (String table : List.of("jurors", "recusals", "assignments")) {
      byte[] file = export(from, table, ending);
      send(to, table, ending, file).then().statusCode(200).body("refused", equalTo(0));
      if (ending.equals("xlsx")) {
        assertArrayEquals(export(from, table, "csv"), export(to, table, "csv"));
      } else {
        assertArrayEquals(file, export(to, table, ending));
      }
      Response again = send(to, table, ending, file);
      again.then().statusCode(200).body("unchanged", equalTo(again.<Integer>path("read")));
    }
  }

  /** A workbook leaves out empty cells at the end of a line; its columns are there all the same. */
  @Test
  void anEmptyCellOfAWorkbookTakesAway() {
    TestEdition without = new TestEdition();
    send(without, "jurors", "id,username,name\nmartin,juror1,Dominique Martin\n");
    byte[] file = export(without, "jurors", "xlsx");
    TestEdition edition = new TestEdition();
    send(edition, "jurors", JURORS).then().statusCode(200);
    send(edition, "jurors", "xlsx", file)
        .then()
        .statusCode(200)
        .body(
            "lines[0].changes.column",
            contains("email", "language", "affiliation", "competences", "capacity", "panel"));
    as("secretariat").get(edition.at("/jurors/martin")).then().body("panel", nullValue());
  }

  /** Spaces that are not stored make no difference. */
  @Test
  void aCellWithSpacesAroundItIsTheSame() {
    TestEdition edition = new TestEdition();
    send(edition, "jurors", JURORS).then().statusCode(200);
    send(edition, "jurors", "id,panel,email\nmartin,A\u00A0, martin@example.org \n")
        .then()
        .statusCode(200)
        .body("unchanged", equalTo(1));
    edition.recuse("martin", "78138").then().statusCode(201);
    String reason = as("secretariat").get(edition.at("/recusals")).path("items[0].reason");
    send(edition, "recusals", "authority,juror,reason\n78138,martin," + reason + "\u00A0\n")
        .then()
        .statusCode(200)
        .body("unchanged", equalTo(1));
  }

  @Test
  void inJsonAnAbsentPropertyStaysAndNullTakesAway() {
    TestEdition edition = new TestEdition();
    send(edition, "jurors", JURORS).then().statusCode(200);
    String file = "[{\"id\":\"martin\",\"email\":null,\"capacity\":null,\"competences\":null}]";
    send(edition, "jurors", "json", file.getBytes(StandardCharsets.UTF_8))
        .then()
        .statusCode(200)
        .body("lines[0].changes.column", contains("email", "competences", "capacity"));
    as("secretariat")
        .get(edition.at("/jurors/martin"))
        .then()
        .body("name", equalTo("Dominique Martin"))
        .body("panel", equalTo("A"))
        .body("capacity", nullValue())
        .body("competences.size()", equalTo(0));
  }

  /** A replacement of all assignments must know the assignments that a table has added. */
  @Test
  void aTableOfAssignmentsCountsInTheVersionOfTheEdition() {
    TestEdition edition = new TestEdition().dossier("78138", 1);
    send(edition, "jurors", JURORS).then().statusCode(200);
    String before = edition.etag();
    send(edition, "assignments", "dossier,juror\n78138,durand\n").then().statusCode(200);
    as("secretariat", Map.of("assignments", List.of()))
        .header("If-Match", before)
        .put(edition.at("/assignments"))
        .then()
        .statusCode(412);
  }

  @Test
  void whatIsWrongWithALineIsSaid() {
    TestEdition edition = new TestEdition().dossier("78138", 1);
    send(edition, "jurors", JURORS).then().statusCode(200);
    send(
            edition,
            "jurors",
            """
            id,username,name,office,capacity,competences
            a b,x,Nom,,,
            b,y,Nom,CHEF,,
            c,z,Nom,,0,
            d,juror2,Nom,,,
            martin,m.martin,Dominique Martin,,,
            e,e,Nom,,,astrologie
            """)
        .then()
        .statusCode(422)
        .body(
            "violations.pointer",
            contains(
                "/0/id",
                "/1/office",
                "/2/capacity",
                "/3/username",
                "/4/username",
                "/5/competences"));
    send(edition, "recusals", "authority,juror,reason\n78138,nobody,Lien\n78138,martin,\n")
        .then()
        .statusCode(422)
        .body("violations.code", contains("unknown-juror", "constraint"));
    edition.recuse("martin", "78138").then().statusCode(201);
    send(
            edition,
            "assignments",
            "dossier,juror,purpose\n78138,martin,\n35054,durand,\n78138,durand,PARCE_QUE\n")
        .then()
        .statusCode(422)
        .body("violations.code", contains("juror-recused", "unknown-dossier", "not-one-of"))
        .body("violations.pointer", contains("/0", "/1/dossier", "/2/purpose"));
  }

  @Test
  void whoIsRecusedIsNotToldWhoElseIs() {
    TestEdition edition = new TestEdition().dossier("78138", 1).dossier("35054", 1);
    edition.assign("78138", "juror1").assign("35054", "juror1");
    edition.seat(Office.MEMBER, "secretariat").recuse("secretariat", "78138");
    for (String table : List.of("recusals", "assignments")) {
      assertFalse(
          new String(export(edition, table, "csv"), StandardCharsets.UTF_8).contains("78138"));
    }
    as("secretariat", List.of(Map.of("authority", "78138", "juror", "juror1", "reason", "Lien")))
        .post(edition.at("/recusals/import"))
        .then()
        .statusCode(403);
  }
}
