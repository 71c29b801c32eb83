package org.arobase.dossier.tables;

import static org.arobase.testing.Http.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.arobase.jury.Juror.Office;
import org.arobase.platform.tabular.Csv;
import org.arobase.testing.HttpTest;
import org.arobase.testing.Tables;
import org.arobase.testing.TestEdition;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What is exported is exactly what is imported, and a file with one wrong line writes nothing.
 * Dossiers with difficult texts (formulas, quotes, line breaks, other scripts) go out and in as
 * CSV, JSON and XLSX, and the next export is the same byte for byte. Sent again, a file changes
 * nothing. CSV of the French Excel is read and written. Each of 82 malformed and hostile files in
 * src/test/resources/imports gets a message with pointer and code; a dry run tells every line.
 */
@HttpTest
class DossierTableTest {
  private static final Path FILES = Path.of("src/test/resources/imports");
  private static final String HEADER =
      "dossier,name,number,title,description,services,startedOn,ongoing,url\n";

  private static Response send(TestEdition edition, String ending, byte[] file, boolean dryRun) {
    String address = edition.at("/dossiers/import?dryRun=" + dryRun);
    return Tables.send("secretariat", address, ending, file);
  }

  private static Response send(TestEdition edition, String csv) {
    return send(edition, "csv", csv.getBytes(StandardCharsets.UTF_8), false);
  }

  private static byte[] export(TestEdition edition, String ending) {
    return Tables.fetch("secretariat", edition.at("/dossiers/export"), ending);
  }

  private static TestEdition difficult() {
    TestEdition edition = new TestEdition().dossier("35054", 0).dossier("78138", 1);
    List<String> texts =
        List.of(
            "Une « virgule », et \"des guillemets\"",
            "=1+1",
            "'=déjà une apostrophe",
            "-0.5",
            "+33 1",
            "\tune tabulation",
            " espaces autour ",
            "deux\nlignes",
            "deux lignes\r\nd’un navigateur",
            "_x000D_ comme Excel",
            "point;virgule|barre",
            "😀 Żółć",
            "'",
            "VRAI",
            "007");
    for (String text : texts) {
      Map<String, Object> initiative = new HashMap<>(TestEdition.initiative("site-web"));
      initiative.put("title", text);
      initiative.put("description", text + "\n" + text);
      initiative.put("ongoing", false);
      initiative.put("startedOn", edition.year - 1 + "-12-24");
      initiative.put("services", Set.of("site-web", "reseaux-sociaux"));
      as("secretariat", initiative)
          .post(edition.at("/dossiers/78138/initiatives"))
          .then()
          .statusCode(201);
    }
    return edition;
  }

  @TestFactory
  List<DynamicTest> whatIsExportedIsExactlyWhatIsImported() {
    List<DynamicTest> tests = new ArrayList<>();
    for (String ending : Tables.TYPES.keySet()) {
      tests.add(DynamicTest.dynamicTest(ending, () -> roundTrip(ending)));
    }
    return tests;
  }

  private static void roundTrip(String ending) {
    TestEdition from = difficult();
    byte[] exported = export(from, ending);
    TestEdition to = new TestEdition();
    send(to, ending, exported, true).then().statusCode(200).body("refused", equalTo(0));
    as("secretariat").get(to.at("/dossiers")).then().body("total", equalTo(0));
    send(to, ending, exported, false)
        .then()
        .statusCode(200)
        .body("read", equalTo(17))
        .body("created", equalTo(17));
    assertArrayEquals(export(from, "csv"), export(to, "csv"));
    if (!ending.equals("xlsx")) {
      assertArrayEquals(exported, export(to, ending));
    }
    send(to, ending, exported, false).then().statusCode(200).body("unchanged", equalTo(17));
    // an import does not give the number of an initiative again either
    as("secretariat", TestEdition.initiative("site-web"))
        .post(to.at("/dossiers/78138/initiatives"))
        .then()
        .body("number", equalTo(17));
  }

  @Test
  void theFrenchExcelIsUnderstoodAndSpoken() {
    TestEdition edition = new TestEdition();
    String file =
        "dossier;title;services;startedOn;ongoing\r\n"
            + "78138;Médiathèque;site-web;04/02/"
            + (edition.year - 1)
            + ";FAUX\r\n"
            + "78138;\"L’été ; l’hiver\";site-web;;VRAI\r\n";
    send(edition, "csv", file.getBytes(Charset.forName("windows-1252")), false)
        .then()
        .statusCode(200)
        .body("lines.subject", contains("78138/1", "78138/2"))
        .body("lines.line", contains(2, 3));
    as("secretariat")
        .get(edition.at("/dossiers/78138/initiatives"))
        .then()
        .body("items.title", contains("Médiathèque", "L’été ; l’hiver"))
        .body("items[0].startedOn", equalTo(edition.year - 1 + "-02-04"))
        .body("items.ongoing", contains(false, true));
    byte[] spoken =
        Tables.fetch("secretariat", edition.at("/dossiers/export?dialect=EXCEL_FR"), "csv");
    assertTrue(new String(spoken, StandardCharsets.UTF_8).startsWith("\uFEFFdossier;name;"));
    send(edition, "csv", spoken, false).then().statusCode(200).body("unchanged", equalTo(2));
  }

  /** What spreadsheets and people add to a table without meaning anything by it. */
  @Test
  void whatSpreadsheetsAddIsReadAsMeant() {
    TestEdition edition = new TestEdition();
    String file =
        "sep=;\r\n"
            + "dossier;number\u00A0;title;services;startedOn;ongoing;;;\r\n"
            + "\u00A02a004\u202F;1;Médiathèque ; site-web\u00A0reseaux-sociaux;04/02/"
            + (edition.year - 1)
            + "\u00A0;FAUX\u202F;;;\r\n"
            + "2A004;1\u202F001;Site;site-web;;VRAI;;;\r\n"
            + "\u00A0;;;;;;;;\r\n";
    Tables.with("secretariat", "xls", file.getBytes(StandardCharsets.UTF_8))
        .post(edition.at("/dossiers/import"))
        .then()
        .statusCode(200)
        .body("lines.subject", contains("2A004/1", "2A004/1001"))
        .body("lines.line", contains(2, 3));
    as("secretariat")
        .get(edition.at("/dossiers/2A004/initiatives/1"))
        .then()
        .body("startedOn", equalTo(edition.year - 1 + "-02-04"))
        .body("services", contains("reseaux-sociaux", "site-web"));
  }

  /** A day is a number of days, and old workbooks of a Macintosh count from another day. */
  @ParameterizedTest
  @CsvSource({"false, 46057, 2026-02-04", "true, 44595, 2026-02-04"})
  void aWorkbookSaysFromWhichDayItCounts(boolean from1904, int number, String day)
      throws IOException {
    TestEdition edition = new TestEdition();
    byte[] book = workbook(from1904, number);
    send(edition, "xlsx", book, false).then().statusCode(200);
    as("secretariat")
        .get(edition.at("/dossiers/78138/initiatives/1"))
        .then()
        .body("startedOn", equalTo(day));
    Tables.with("secretariat", "xls", book)
        .post(edition.at("/dossiers/import"))
        .then()
        .statusCode(200)
        .body("unchanged", equalTo(1));
  }

  private static byte[] workbook(boolean from1904, int startedOn) throws IOException {
    String xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    String main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    String office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    String relations = "http://schemas.openxmlformats.org/package/2006/relationships";
    ByteArrayOutputStream book = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(book, StandardCharsets.UTF_8)) {
      part(
          zip,
          "[Content_Types].xml",
          xml
              + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
              + "<Default Extension=\"rels\" ContentType=\"application/xml\"/>"
              + "<Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>");
      part(
          zip,
          "_rels/.rels",
          xml
              + "<Relationships xmlns=\"%s\"><Relationship Id=\"r1\" Type=\"%s/officeDocument\""
                  .formatted(relations, office)
              + " Target=\"xl/workbook.xml\"/></Relationships>");
      part(
          zip,
          "xl/workbook.xml",
          xml
              + "<workbook xmlns=\"%s\" xmlns:r=\"%s\"><workbookPr date1904=\"%s\"/>"
                  .formatted(main, office, from1904 ? 1 : 0)
              + "<sheets><sheet name=\"dossiers\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
      part(
          zip,
          "xl/_rels/workbook.xml.rels",
          xml
              + "<Relationships xmlns=\"%s\"><Relationship Id=\"r1\" Type=\"%s/worksheet\""
                  .formatted(relations, office)
              + " Target=\"worksheets/sheet1.xml\"/></Relationships>");
      part(
          zip,
          "xl/worksheets/sheet1.xml",
          xml
              + "<worksheet xmlns=\"%s\"><sheetData>".formatted(main)
              + "<row r=\"1\">"
              + inline("A1", "dossier")
              + inline("B1", "title")
              + inline("C1", "services")
              + inline("D1", "startedOn")
              + "</row><row r=\"2\">"
              + inline("A2", "78138")
              + inline("B2", "Site")
              + inline("C2", "site-web")
              + "<c r=\"D2\"><v>%d</v></c></row></sheetData></worksheet>".formatted(startedOn));
    }
    return book.toByteArray();
  }

  private static String inline(String place, String text) {
    return "<c r=\"%s\" t=\"inlineStr\"><is><t>%s</t></is></c>".formatted(place, text);
  }

  private static void part(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  /** A code beside the name of another authority is a slip that nobody would see. */
  @Test
  void aCodeAndANameThatDisagreeAreRefused() {
    TestEdition edition = new TestEdition();
    String file = "dossier,name,title,services,ongoing\n%s,Site,site-web,oui\n";
    send(edition, file.formatted("78138,Conflans-Sainte-Honorine"))
        .then()
        .statusCode(422)
        .body("violations.code", contains("authority-name-differs"))
        .body("violations.pointer", contains("/0/name"))
        .body("violations.message", contains(containsString("Chanteloup-les-Vignes")));
    send(
            edition,
            file.formatted("78138,Chanteloup-les-Vignes")
                + "78138,Conflans-Sainte-Honorine,Site,site-web,oui\n")
        .then()
        .statusCode(422)
        .body("violations.pointer", contains("/1/name"));
    for (String right :
        List.of("78138,Mairie de CHANTELOUP LES VIGNES", "93066,St Denis", "78138,")) {
      send(edition, file.formatted(right)).then().statusCode(200);
    }
  }

  @Test
  void aFileWithoutNumbersThatIsSentAgainMakesNothingTwice() {
    TestEdition edition = new TestEdition();
    String file =
        "dossier,title,services,ongoing\n"
            + "78138,Site,site-web,true\n".repeat(2)
            + "78138,Espace,espace-public-numerique,true\n";
    send(edition, file).then().statusCode(200).body("created", equalTo(3));
    send(edition, file)
        .then()
        .statusCode(200)
        .body("unchanged", equalTo(3))
        .body("lines.subject", contains("78138/1", "78138/2", "78138/3"));
  }

  @Test
  void aNumberThatWasTakenBackIsNotGivenByAFileEither() {
    TestEdition edition = new TestEdition().dossier("78138", 2);
    String second = edition.at("/dossiers/78138/initiatives/2");
    as("secretariat")
        .header("If-Match", as("secretariat").get(second).header("ETag"))
        .delete(second)
        .then()
        .statusCode(204);
    send(edition, HEADER + "78138,,2,Site,,site-web,,true,\n")
        .then()
        .statusCode(422)
        .body("violations.code", contains("number-given-before"));
  }

  @Test
  void aWorkbookThatAProgramWroteIsRead() throws IOException {
    TestEdition edition = new TestEdition();
    byte[] plain = Files.readAllBytes(FILES.resolve("plain.xlsx"));
    send(edition, "xlsx", plain, false)
        .then()
        .statusCode(200)
        .body("lines.outcome", contains("CREATED"));
  }

  @Test
  void whatIsThereIsChangedAndWhatIsNotNamedStays() {
    TestEdition edition = new TestEdition().dossier("78138", 3);
    String second = "78138,,2,Autre titre,,site-web,,true,\n";
    String next = "78138,,,Nouvelle,,site-web,,true,\n";
    send(edition, HEADER + second + next + "35054,,,,,,,,\n")
        .then()
        .statusCode(200)
        .body("lines.outcome", contains("CHANGED", "CREATED", "CREATED"))
        .body("lines.subject", contains("78138/2", "78138/4", "35054"));
    as("secretariat")
        .get(edition.at("/dossiers/78138/initiatives"))
        .then()
        .body(
            "items.title",
            contains("Initiative d’essai", "Autre titre", "Initiative d’essai", "Nouvelle"));
  }

  @Test
  void whatIsWrongIsToldOfEveryLineAndADryRunTellsTheOthersToo() {
    TestEdition edition = new TestEdition();
    String file =
        HEADER
            + "78138,,1,Site,,site-web,,true,\n"
            + "78138,,2,,,nulle-part,,true,\n"
            + "1004,,1,Site,,site-web,,false,\n";
    send(edition, file)
        .then()
        .statusCode(422)
        .body("violations.pointer", contains("/1/title", "/1/services", "/2/dossier"))
        .body("violations.context.line", contains(3, 3, 4));
    send(edition, "csv", file.getBytes(StandardCharsets.UTF_8), true)
        .then()
        .statusCode(200)
        .body("lines.outcome", contains("BLOCKED", "REFUSED", "REFUSED"))
        .body("created", equalTo(0))
        .body("blocked", equalTo(1))
        .body("refused", equalTo(2))
        .body("lines[2].violations.code", contains("authority-without-zero"));
    as("secretariat").get(edition.at("/dossiers")).then().body("total", equalTo(0));
  }

  @Test
  void whoIsRecusedNeitherReadsNorWritesThatDossier() {
    TestEdition edition = new TestEdition().dossier("78138", 1).dossier("35054", 1);
    edition.seat(Office.MEMBER, "secretariat").recuse("secretariat", "78138");
    String shown = new String(export(edition, "csv"), StandardCharsets.UTF_8);
    assertEquals(2, shown.lines().count());
    send(edition, HEADER + "78138,,1,Site,,site-web,,true,\n").then().statusCode(403);
  }

  @Test
  void dossiersAreFrozenOnceTheyAreEvaluated() {
    TestEdition edition = new TestEdition().dossier("78138", 1).move("EVALUATION");
    send(edition, HEADER).then().statusCode(409);
  }

  /** Each file of the corpus, with the expected answer: see the README beside it. */
  @TestFactory
  List<DynamicTest> everyMalformedFileGetsItsOwnMessageAndChangesNothing() throws IOException {
    Map<String, Map<String, String>> expected = new TreeMap<>();
    Csv.rows(Files.readAllBytes(FILES.resolve("expected.csv")))
        .forEach(row -> expected.put(row.get("file"), row));
    TestEdition edition = new TestEdition();
    Set<String> messages = new HashSet<>();
    List<DynamicTest> tests = new ArrayList<>();
    try (Stream<Path> files = Files.list(FILES.resolve("malformed"))) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString();
        tests.add(
            DynamicTest.dynamicTest(
                name, () -> messages.add(said(edition, file, expected.get(name)))));
      }
    }
    assertTrue(tests.size() >= 40);
    tests.add(
        DynamicTest.dynamicTest(
            "each fault in words of its own",
            () -> assertTrue(messages.size() >= 55, () -> messages.size() + " messages")));
    assertTrue(Boolean.getBoolean("corpus.tell") || expected.size() + 1 == tests.size());
    return tests;
  }

  private static String said(TestEdition edition, Path file, Map<String, String> expected)
      throws IOException {
    String name = file.getFileName().toString();
    String ending = name.substring(name.lastIndexOf('.') + 1);
    Response answer =
        Tables.with("secretariat", ending, Files.readAllBytes(file))
            .header("Accept-Language", "en")
            .post(edition.at("/dossiers/import"));
    answer.then().contentType("application/problem+json");
    String told =
        String.join(
            "|",
            String.valueOf(answer.statusCode()),
            answer.path("violations[0].code"),
            answer.path("violations[0].pointer"),
            answer.path("violations[0].message"));
    as("secretariat").get(edition.at("/dossiers")).then().body("total", equalTo(0));
    if (Boolean.getBoolean("corpus.tell")) {
      System.out.println("CORPUS " + name + "|" + told);
    } else {
      String wanted =
          String.join(
              "|",
              expected.get("status"),
              expected.get("code"),
              expected.get("pointer"),
              expected.get("message"));
      assertEquals(wanted, told);
    }
    return told;
  }
}
