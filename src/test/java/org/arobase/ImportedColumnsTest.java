package org.arobase;

import static org.arobase.testing.Http.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
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
 * there and with another one. In a score sheet, an empty cell leaves the value too. The dry run
 * names each value that changes, from what to what; the import then changes that column and no
 * other. A column that is missing here fails the test.
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

  /**
   * A table with a line about something that exists.
   *
   * @param at the place of that line, from 0
   */
  private record Table(
      String user, String export, String imports, int at, Map<String, Column> columns) {
    Response send(String csv, boolean dryRun) {
      String address = imports + (imports.contains("?") ? "&" : "?") + "dryRun=" + dryRun;
      return Tables.send(user, address, "csv", csv.getBytes(StandardCharsets.UTF_8));
    }

    String exported() {
      return new String(Tables.fetch(user, export, "csv"), StandardCharsets.UTF_8);
    }

    Map<String, String> row() {
      return Csv.rows(exported().getBytes(StandardCharsets.UTF_8)).get(at);
    }

    /** A whole table, as if it had been exported now. */
    private String ofNow(String all) {
      String version = row().get("version");
      return version == null ? all : all.replaceAll("(?m),[0-9]+$", "," + version);
    }

    List<DynamicTest> tests() {
      String all = exported();
      Map<String, String> row = row();
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
            Map<String, String> now = row.containsKey("version") ? row() : row;
            attempt(line(name, now, value), name, content(row), expected);
            if (expected.equals(CHANGED)) {
              send(ofNow(all), false).then().statusCode(200);
              assertEquals(content(row), content(row()), "a whole table brings everything back");
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
        assertEquals(before, content(row()), "what was refused changed nothing");
        return;
      }
      List<Object> tried = expected.equals(CHANGED) ? told(csv, true, expected) : List.of();
      List<Object> done = told(csv, false, expected);
      Map<String, String> now = content(row());
      Map<String, String> others = new LinkedHashMap<>(before);
      if (expected.equals(CHANGED)) {
        assertEquals(tried, done, "the dry run told the same");
        assertNotEquals(before.get(name), now.get(name));
        assertEquals(List.of(change(name, before, now)), changes(done));
        others.put(name, now.get(name));
      }
      assertEquals(others, now);
    }

    private List<Object> told(String csv, boolean dryRun, String expected) {
      JsonPath told = send(csv, dryRun).then().statusCode(200).extract().jsonPath();
      assertEquals(List.of(expected), told.getList("lines.outcome"));
      assertEquals(expected.equals(CHANGED), told.get("lines[0].changes") != null);
      return told.getList("lines");
    }
  }

  private static Object changes(List<Object> lines) {
    return ((Map<?, ?>) lines.get(0)).get("changes");
  }

  /** How the change of a column is told; what is empty is absent. */
  private static Map<String, String> change(
      String name, Map<String, String> before, Map<String, String> now) {
    Map<String, String> change = new HashMap<>();
    change.put("column", name);
    change.put("before", before.get(name));
    change.put("after", now.get(name));
    change.values().removeIf(String::isEmpty);
    return change;
  }

  /** A row without the version that every change raises. */
  private static Map<String, String> content(Map<String, String> row) {
    Map<String, String> content = new LinkedHashMap<>(row);
    content.remove("version");
    return content;
  }

  private static String cell(String text) {
    return text.contains(",") ? "\"" + text + "\"" : text;
  }

  private static Table table(TestEdition edition, String name, Map<String, Column> columns) {
    return new Table(
        "secretariat",
        edition.at("/" + name + "/export"),
        edition.at("/" + name + "/import"),
        0,
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
    columns.put("name", Column.fixed("Un autre nom", KEPT, "authority-name-differs"));
    columns.put("number", new Column(true, "9", KEPT, "constraint", KEPT));
    columns.put("title", Column.field("Un autre titre", "constraint"));
    columns.put("description", Column.field("Une autre description", CHANGED));
    columns.put("services", Column.field("reseaux-sociaux", "constraint"));
    columns.put("startedOn", Column.field(edition.year - 1 + "-07-02", CHANGED));
    columns.put("ongoing", Column.field("false", CHANGED));
    columns.put("url", Column.field("https://example.org/deux", CHANGED));
    return table(edition, "dossiers", columns).tests();
  }

  private static Table sheets(int at, Map<String, Column> columns) {
    TestEdition edition = new TestEdition().dossier("35054", 2).dossier("78138", 1);
    edition.assign("35054", "juror1").assign("78138", "juror1");
    edition.seat(Office.PRESIDENT, "president").move("EVALUATION");
    String sheet = edition.sheetOf("35054");
    as("juror1", TestEdition.sheet(2, 3))
        .header("If-Match", as("juror1").get(sheet).header("ETag"))
        .put(sheet)
        .then()
        .statusCode(200);
    String query = "?edition=" + edition.year;
    Table table =
        new Table(
            "juror1",
            "/me/score-sheets/export" + query,
            "/me/score-sheets/import" + query,
            at,
            columns);
    table.send("dossier,initiative,comment\n35054,1,Un commentaire\n", false);
    return table;
  }

  @TestFactory
  List<DynamicTest> marks() {
    Map<String, Column> columns = new LinkedHashMap<>();
    columns.put("dossier", Column.key("78138", KEPT));
    columns.put("juror", Column.fixed("juror2", KEPT, "not-mine-to-score"));
    columns.put("initiative", new Column(true, "2", "cell-required", KEPT, "cell-required"));
    columns.put("title", Column.fixed("Un autre titre", KEPT, KEPT));
    columns.put("criterion", new Column(true, "quality", KEPT, KEPT, KEPT));
    columns.put("value", Column.field("2", KEPT));
    columns.put("state", Column.fixed("MARKED", KEPT, "value-or-state"));
    columns.put("comment", Column.fixed("Bien", KEPT, "comment-on-its-own-line"));
    columns.put("audience", Column.fixed("AUTHORITY", KEPT, KEPT));
    columns.put("version", new Column(true, "99", KEPT, KEPT, KEPT));
    return sheets(0, columns).tests();
  }

  @TestFactory
  List<DynamicTest> comments() {
    Map<String, Column> columns = new LinkedHashMap<>();
    columns.put("dossier", Column.key("78138", KEPT));
    columns.put("juror", Column.fixed("juror2", KEPT, "not-mine-to-score"));
    columns.put("initiative", new Column(true, "2", KEPT, KEPT, KEPT));
    columns.put("title", Column.fixed("Un autre titre", KEPT, KEPT));
    columns.put("criterion", Column.fixed("quality", KEPT, KEPT));
    columns.put("value", Column.fixed("2", KEPT, "mark-without-criterion"));
    columns.put("state", Column.fixed("ABSTAINED", KEPT, "mark-without-criterion"));
    columns.put("comment", Column.field("Un autre commentaire", KEPT));
    columns.put("audience", Column.field("AUTHORITY", KEPT));
    columns.put("version", new Column(true, "99", KEPT, KEPT, KEPT));
    return sheets(TestEdition.CRITERIA.size(), columns).tests();
  }
}
