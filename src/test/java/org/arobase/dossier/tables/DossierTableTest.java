package org.arobase.dossier.tables;

import static org.arobase.testing.Http.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.Response;
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
import org.arobase.jury.Juror.Office;
import org.arobase.platform.tabular.Csv;
import org.arobase.testing.HttpTest;
import org.arobase.testing.Tables;
import org.arobase.testing.TestEdition;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

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
