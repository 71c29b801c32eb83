package org.arobase.rating.board;

import static org.arobase.testing.Http.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.arobase.jury.Juror.Office;
import org.arobase.platform.tabular.BookWriter;
import org.arobase.platform.tabular.Csv;
import org.arobase.testing.HttpTest;
import org.arobase.testing.TestEdition;
import org.junit.jupiter.api.Test;

/** Board and reports as CSV and XLSX. */
@HttpTest
class RatingTablesTest {
  private static TestEdition scored() {
    TestEdition edition = new TestEdition();
    edition.dossier("35238", 1).dossier("78138", 1);
    edition.assign("35238", "juror1", "juror2").assign("78138", "juror1", "juror2");
    edition.seat(Office.PRESIDENT, "president").move("EVALUATION");
    return edition
        .score("35238", "juror1", 1, 3)
        .score("35238", "juror2", 1, 4)
        .score("78138", "juror1", 1, 5)
        .score("78138", "juror2", 1, 1);
  }

  private static Response get(TestEdition edition, String path, String accept) {
    return as("president").accept(accept).get(edition.at(path));
  }

  private static List<Map<String, String>> csv(TestEdition edition, String path) {
    Response answer = get(edition, path, BookWriter.CSV);
    answer
        .then()
        .statusCode(200)
        .header("Content-Type", equalTo("text/csv;charset=UTF-8"))
        .header("Content-Disposition", containsString(".csv\""));
    return Csv.rows(answer.asByteArray());
  }

  @Test
  void theBoardIsAWholeTable() {
    TestEdition edition = scored();
    List<Map<String, String>> rows = csv(edition, "/ratings?limit=1");
    assertEquals(List.of("35238", "78138"), rows.stream().map(r -> r.get("dossier")).toList());
    Map<String, Object> json =
        get(edition, "/ratings", "application/json").jsonPath().getMap("items[1]");
    Map<String, String> row = rows.get(1);
    assertEquals("Chanteloup-les-Vignes", row.get("name"));
    assertEquals("0.6000000000", row.get("score"));
    assertEquals(json.get("level").toString(), row.get("level"));
    assertTrue(row.get("flags").contains("DIVERGENT"), row::toString);
    assertEquals("juror1:1.0000000000 juror2:0.2000000000", row.get("jurors"));
    double sum = 0;
    for (int level = 0; level < 6; level++) {
      sum += Double.parseDouble(row.get("level" + level));
    }
    assertEquals(1, sum, 1e-5);
    assertEquals(1, csv(edition, "/ratings?flag=DIVERGENT").size());
  }

  @Test
  void reportsAreTables() throws IOException {
    TestEdition edition = scored();
    assertEquals("juror1", csv(edition, "/reliability").get(0).get("juror"));
    assertEquals("JUROR_LEFT_OUT", csv(edition, "/sensitivity").get(0).get("kind"));
    Map<String, String> book = unzipped(get(edition, "/reliability", BookWriter.XLSX));
    assertTrue(book.get("xl/workbook.xml").contains("name=\"criteria\""), book::toString);
    assertTrue(book.get("xl/worksheets/sheet1.xml").contains("juror2"), book::toString);
    assertTrue(unzipped(get(edition, "/ratings", BookWriter.XLSX)).size() > 3);
    assertTrue(unzipped(get(edition, "/sensitivity", BookWriter.XLSX)).size() > 3);
  }

  private static Map<String, String> unzipped(Response answer) throws IOException {
    answer.then().statusCode(200).header("Content-Type", equalTo(BookWriter.XLSX));
    Map<String, String> files = new HashMap<>();
    Path file = Files.createTempFile("book", ".xlsx");
    Files.write(file, answer.asByteArray());
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (var entry : Collections.list(zip.entries())) {
        byte[] content = zip.getInputStream(entry).readAllBytes();
        files.put(entry.getName(), new String(content, StandardCharsets.UTF_8));
      }
    }
    Files.delete(file);
    return files;
  }

  @Test
  void aRefusalIsAProblemWhateverIsWanted() {
    TestEdition edition = scored();
    as("secretariat")
        .accept(BookWriter.CSV)
        .get(edition.at("/ratings"))
        .then()
        .statusCode(409)
        .header("Content-Type", containsString("application/problem+json"));
    as("president").accept("image/png").get(edition.at("/ratings")).then().statusCode(406);
  }

  @Test
  void whatIsHiddenIsInNoTable() throws IOException {
    TestEdition edition = scored();
    edition.recuse("president", "78138").then().statusCode(201);
    for (String path : List.of("/ratings", "/reliability", "/sensitivity")) {
      csv(edition, path);
      String said = unzipped(get(edition, path, BookWriter.XLSX)).toString();
      assertTrue(!said.contains("78138"), said);
      assertTrue(!get(edition, path, BookWriter.CSV).asString().contains("78138"), path);
    }
    String seen = unzipped(get(edition, "/reliability", BookWriter.XLSX)).toString();
    assertTrue(seen.contains("35238"), seen);
  }

  @Test
  void theQueueForAFurtherJurorIsATableToo() {
    TestEdition edition = scored();
    List<Map<String, String>> rows = csv(edition, "/ratings?sort=GAIN");
    List<Double> gains = rows.stream().map(r -> Double.valueOf(r.get("gainOfOneMore"))).toList();
    assertTrue(gains.get(0) > gains.get(1), gains::toString);
    String cursor =
        get(edition, "/ratings?sort=GAIN&limit=1", "application/json").path("nextCursor");
    get(edition, "/ratings?sort=GAIN&limit=1&cursor=" + cursor, "application/json")
        .then()
        .body("items.dossier", equalTo(List.of(rows.get(1).get("dossier"))));
    as("president").get(edition.at("/ratings?cursor=" + cursor)).then().statusCode(400);
    as("president")
        .accept(BookWriter.CSV)
        .get(edition.at("/ratings?sort=NONSENSE"))
        .then()
        .statusCode(400);
  }

  /** From the highest score to none at all, page by page as in one table. */
  @Test
  void theBoardIsReadByScore() {
    TestEdition edition = new TestEdition();
    for (String code : List.of("01004", "29019", "35054")) {
      edition.dossier(code, 1).assign(code, "juror1", "juror2");
    }
    edition.seat(Office.PRESIDENT, "president").move("EVALUATION");
    edition.score("29019", "juror1", 1, 0).submit("29019", "juror2", TestEdition.abstentions(1));
    edition.score("35054", "juror1", 1, 4).score("35054", "juror2", 1, 4);
    List<Map<String, String>> rows = csv(edition, "/ratings?sort=SCORE");
    List<String> order = rows.stream().map(row -> row.get("dossier")).toList();
    assertEquals("35054", order.get(0));
    String scores =
        rows.stream()
            .filter(row -> row.get("dossier").equals("29019"))
            .map(row -> row.get("jurors"))
            .findFirst()
            .orElseThrow();
    assertEquals("juror1:0.0000000000 juror2", scores);
    List<String> paged = new ArrayList<>();
    String cursor = "";
    do {
      Response page = get(edition, "/ratings?sort=SCORE&limit=1" + cursor, "application/json");
      paged.addAll(page.jsonPath().getList("items.dossier", String.class));
      String next = page.path("nextCursor");
      cursor = next == null ? "" : "&cursor=" + next;
    } while (!cursor.isEmpty());
    assertEquals(order, paged);
    String first =
        get(edition, "/ratings?sort=SCORE&limit=1", "application/json").path("nextCursor");
    for (String other : List.of("DOSSIER", "GAIN")) {
      as("president")
          .get(edition.at("/ratings?sort=" + other + "&cursor=" + first))
          .then()
          .statusCode(400);
    }
  }
}
