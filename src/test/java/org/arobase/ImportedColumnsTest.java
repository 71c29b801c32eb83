package org.arobase;

import static org.arobase.testing.Http.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.arobase.jury.Juror.Office;
import org.arobase.platform.tabular.Csv;
import org.arobase.testing.HttpTest;
import org.arobase.testing.Tables;
import org.arobase.testing.TestEdition;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What a table does not say stays as it is. For every column of every table that can be imported,
 * on a line about something that exists, the column is left out, sent empty, with the value that is
 * there and with another one. The dry run names each value that changes, from what to what; the
 * import then changes that column and no other. A column that is missing here fails the test.
 */
@HttpTest
class ImportedColumnsTest {
  private static final String KEPT = "UNCHANGED";
  private static final String CHANGED = "CHANGED";
  private static final String CREATED = "CREATED";

  /**
   * A column.
   *
   * @param isKey whether every line has it, because it names what the line is about
   * @param other a value that is not there
   * @param whenEmpty the outcome of an empty cell, or the code of its violation
   * @param whenOther the same of the other value
   * @param whenAbsent the same without the column
   */
  private record Column(
      boolean isKey, String other, String whenEmpty, String whenOther, String whenAbsent) {
    static Column key(String other, String whenOther) {
      return new Column(true, other, "cell-required", whenOther, "column-missing");
    }

    static Column field(String other, String whenEmpty) {
      return new Column(false, other, whenEmpty, CHANGED, KEPT);
    }

    static Column fixed(String other, String whenEmpty, String whenOther) {
      return new Column(false, other, whenEmpty, whenOther, KEPT);
    }
  }

  /** A table whose first line is about something that exists. */
  private record Table(String user, String export, String imports, Map<String, Column> columns) {
    Response send(String csv, boolean dryRun) {
      String address = imports + (imports.contains("?") ? "&" : "?") + "dryRun=" + dryRun;
      return Tables.send(user, address, "csv", csv.getBytes(StandardCharsets.UTF_8));
    }

    String exported() {
      return new String(Tables.fetch(user, export, "csv"), StandardCharsets.UTF_8);
    }

    Map<String, String> firstRow() {
      return Csv.rows(exported().getBytes(StandardCharsets.UTF_8)).get(0);
    }

    List<DynamicTest> tests() {
      String all = exported();
      Map<String, String> row = firstRow();
      assertEquals(columns.keySet(), row.keySet(), "the columns that are tried");
      List<DynamicTest> tests = new ArrayList<>();
      columns.forEach(
          (name, column) -> {
            tests.add(test(name, "absent", row, null, column.whenAbsent(), all));
            tests.add(test(name, "empty", row, "", column.whenEmpty(), all));
            tests.add(test(name, "same", row, row.get(name), KEPT, all));
            tests.add(test(name, "other", row, column.other(), column.whenOther(), all));
          });
      return tests;
    }

    private DynamicTest test(
        String name,
        String how,
        Map<String, String> row,
        String value,
        String expected,
        String all) {
      String table = imports.replaceAll(".*/([a-z-]+)/import.*", "$1");
      return DynamicTest.dynamicTest(
          table + ", " + name + ", " + how,
          () -> {
            attempt(line(name, row, value), name, row, expected);
            if (expected.equals(CHANGED)) {
              send(all, false).then().statusCode(200);
              assertEquals(row, firstRow(), "a whole table brings everything back");
            }
          });
    }

    /** A line with the keys and this column. */
    private String line(String name, Map<String, String> row, String value) {
      Map<String, String> cells = new LinkedHashMap<>();
      columns.forEach(
          (column, is) -> {
            if (is.isKey()) {
              cells.put(column, row.get(column));
            }
          });
      cells.put(name, value);
      cells.values().removeIf(cell -> cell == null);
      return String.join(",", cells.keySet())
          + "\n"
          + cells.values().stream().map(ImportedColumnsTest::cell).collect(Collectors.joining(","))
          + "\n";
    }

    private void attempt(String csv, String name, Map<String, String> before, String expected) {
      if (!List.of(KEPT, CHANGED, CREATED).contains(expected)) {
        JsonPath refused = send(csv, false).then().extract().jsonPath();
        assertEquals(expected, refused.get("violations[0].code"));
        assertEquals(before, firstRow(), "what was refused changed nothing");
        return;
      }
      JsonPath tried = told(csv, true, expected);
      JsonPath done = told(csv, false, expected);
      assertEquals(tried.getList("lines"), done.getList("lines"), "the dry run told the same");
      Map<String, String> now = firstRow();
      Map<String, String> others = new LinkedHashMap<>(before);
      if (expected.equals(CHANGED)) {
        assertEquals(List.of(name), done.getList("lines[0].changes.column"));
        assertEquals(before.get(name), text(done, "lines[0].changes[0].before"));
        assertEquals(now.get(name), text(done, "lines[0].changes[0].after"));
        assertNotEquals(before.get(name), now.get(name));
        others.put(name, now.get(name));
      } else {
        assertNull(done.get("lines[0].changes"));
      }
      assertEquals(others, now);
    }

    private JsonPath told(String csv, boolean dryRun, String expected) {
      JsonPath told = send(csv, dryRun).then().statusCode(200).extract().jsonPath();
      assertEquals(List.of(expected), told.getList("lines.outcome"));
      return told;
    }
  }

  private static String cell(String text) {
    return text.contains(",") ? "\"" + text + "\"" : text;
  }

  private static String text(JsonPath told, String path) {
    String text = told.getString(path);
    return text == null ? "" : text;
  }

  private static Table table(TestEdition edition, String name, Map<String, Column> columns) {
    return new Table(
        "secretariat",
        edition.at("/" + name + "/export"),
        edition.at("/" + name + "/import"),
        columns);
  }

  private static TestEdition edition() {
    TestEdition edition = new TestEdition().dossier("35054", 1).dossier("78138", 1);
    String jurors =
        """
        id,username,name,office,email,language,affiliation,competences,capacity,panel
        andre,u1,Dominique André,PRESIDENT,andre@example.org,en,29019,education mediation,900,A
        durand,u2,Camille Durand,,,,,,,
        """;
    table(edition, "jurors", Map.of()).send(jurors, false).then().statusCode(200);
    return edition;
  }

  @TestFactory
  List<DynamicTest> jurors() {
    Map<String, Column> columns = new LinkedHashMap<>();
    columns.put("id", Column.key("autre", "constraint"));
    columns.put("username", new Column(true, "u9", "cell-required", "username-stays", KEPT));
    columns.put("name", Column.field("Claude André", "cell-required"));
    columns.put("office", Column.field("VICE_PRESIDENT", CHANGED));
    columns.put("email", Column.field("autre@example.org", CHANGED));
    columns.put("language", Column.field("fr", CHANGED));
    columns.put("affiliation", Column.field("01004", CHANGED));
    columns.put("competences", Column.field("education", CHANGED));
    columns.put("capacity", Column.field("50", CHANGED));
    columns.put("panel", Column.field("B", CHANGED));
    return table(edition(), "jurors", columns).tests();
  }

  @TestFactory
  List<DynamicTest> recusals() {
    TestEdition edition = edition();
    edition.recuse("andre", "35054").then().statusCode(201);
    Map<String, Column> columns = new LinkedHashMap<>();
    columns.put("authority", Column.key("78138", "constraint"));
    columns.put("juror", Column.key("durand", "constraint"));
    columns.put("ground", Column.fixed("DEPARTMENT", KEPT, "recusal-differs"));
    columns.put("reason", Column.fixed("Un autre lien", "recusal-differs", "recusal-differs"));
    return table(edition, "recusals", columns).tests();
  }

  @TestFactory
  List<DynamicTest> assignments() {
    TestEdition edition = edition();
    table(edition, "assignments", Map.of())
        .send("dossier,juror,purpose,pinned\n35054,durand,CALIBRATION,true\n", false)
        .then()
        .statusCode(200);
    edition.seat(Office.MEMBER, "juror1");
    Map<String, Column> columns = new LinkedHashMap<>();
    columns.put("dossier", Column.key("78138", CREATED));
    columns.put("juror", Column.key("juror1", CREATED));
    columns.put("purpose", Column.field("SECOND_READING", CHANGED));
    columns.put("pinned", Column.fixed("false", CHANGED, CHANGED));
    return table(edition, "assignments", columns).tests();
  }

  @TestFactory
  List<DynamicTest> dossiers() {
    TestEdition edition = new TestEdition().dossier("35054", 0).dossier("78138", 1);
    Map<String, Object> initiative = new LinkedHashMap<>(TestEdition.initiative("site-web"));
    initiative.put("startedOn", edition.year - 1 + "-06-01");
    initiative.put("url", "https://example.org/un");
    initiative.put("description", "Une description");
    as("secretariat", initiative)
        .post(edition.at("/dossiers/35054/initiatives"))
        .then()
        .statusCode(201);
    Map<String, Column> columns = new LinkedHashMap<>();
    columns.put("dossier", Column.key("78138", KEPT));
    columns.put("name", Column.fixed("Un autre nom", KEPT, KEPT));
    columns.put("number", new Column(true, "9", KEPT, "constraint", KEPT));
    columns.put("title", Column.field("Un autre titre", "constraint"));
    columns.put("description", Column.field("Une autre description", CHANGED));
    columns.put("services", Column.field("reseaux-sociaux", "constraint"));
    columns.put("startedOn", Column.field(edition.year - 1 + "-07-02", CHANGED));
    columns.put("ongoing", Column.field("false", CHANGED));
    columns.put("url", Column.field("https://example.org/deux", CHANGED));
    return table(edition, "dossiers", columns).tests();
  }
}
