package org.arobase.palmares.pdf;

import static org.arobase.testing.Http.anyone;
import static org.arobase.testing.Http.as;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.arobase.audit.Rewriting;
import org.arobase.testing.Archivable;
import org.arobase.testing.HttpTest;
import org.arobase.testing.Meeting;
import org.arobase.testing.Rounds;
import org.arobase.testing.TestEdition;
import org.junit.jupiter.api.Test;

/**
 * Minutes, letters and certificates can be archived and read aloud: veraPDF accepts each as
 * PDF/A-2a and PDF/UA-1. Minutes say what was sealed, and are the same bytes each time. A candidate
 * is told marks and comments, never who gave them. The minutes of 250 dossiers with as many votes
 * are one file of 13 pages.
 */
@HttpTest
class PdfDocumentsTest {
  private static final int MANY = Rounds.of(250, 30);
  private static final Path PAPERS = Path.of("target/papers");

  private final EntityManager database;

  PdfDocumentsTest(EntityManager database) {
    this.database = database;
  }

  private static byte[] pdf(String user, String address) throws IOException {
    var request = user.isEmpty() ? anyone() : as(user);
    byte[] pdf =
        request
            .get(address)
            .then()
            .statusCode(200)
            .contentType("application/pdf")
            .extract()
            .asByteArray();
    Files.createDirectories(PAPERS);
    String name =
        address.replaceAll("^/", "").replaceAll("[/?=]", "-").replaceAll("\\d{4}", "year");
    Files.write(PAPERS.resolve(name + ".pdf"), pdf);
    assertEquals(List.of(), Archivable.violations(pdf), address);
    assertEquals("fr", Archivable.language(pdf));
    return pdf;
  }

  private static TestEdition finalised() {
    TestEdition edition = new TestEdition().dossier("78138", 3).dossier("35054", 1);
    edition.assign("78138", "juror1", "juror2").assign("35054", "juror1", "juror2");
    edition.move("EVALUATION");
    Map<String, Object> sheet = new HashMap<>(TestEdition.sheet(3, 4));
    sheet.put(
        "comments",
        List.of(
            Map.of("initiative", 1, "text", "Entre nous : du copier-coller."),
            Map.of("initiative", 2, "text", "Très <utile> & simple 🙂", "audience", "AUTHORITY"),
            Map.of("initiative", 3, "text", "Sans ambition.", "audience", "JURY")));
    sheet.put("overallComment", "Un dossier clair.");
    sheet.put("overallAudience", "AUTHORITY");
    edition.submit("78138", "juror1", sheet);
    edition.score("78138", "juror2", 3, 2);
    edition.score("35054", "juror1", 1, 3).score("35054", "juror2", 1, 3).move("DELIBERATION");
    return edition;
  }

  @Test
  void minutesSayWhatWasSealed() throws IOException {
    TestEdition edition = finalised();
    Meeting.of(
            edition,
            List.of(
                Map.of("juror", "juror1", "mode", "PRESENT"),
                Map.of("juror", "juror2", "mode", "MANDATE", "holder", "juror1"),
                Map.of("juror", "president", "mode", "REMOTE")))
        .move(Map.of("kind", "LEVEL", "dossier", "78138", "level", 4, "text", "Élan & rigueur."))
        .vote("juror1", 1, "FOR")
        .close(1, null)
        .end();
    edition.finalise().then().statusCode(200);
    byte[] minutes = pdf("president", edition.at("/minutes"));
    String text = Archivable.text(minutes).replaceAll("\\s+", " ");
    for (String said :
        List.of(
            "Séance 1 : Salle des mariages",
            "Juré juror2 mandat donné à Juré juror1",
            "Chanteloup-les-Vignes : 4 @. Élan & rigueur.",
            "adopté",
            as("president").get(edition.at("/seals")).path("[0].contentHash").toString())) {
      assertTrue(text.contains(said), () -> said + " is not in: " + text);
    }
    assertArrayEquals(minutes, pdf("president", edition.at("/minutes")));
    as("juror1").get(edition.at("/minutes")).then().statusCode(403);
    as("president").get(edition.at("/minutes?version=7")).then().statusCode(404);
  }

  @Test
  void aCandidateIsToldItsMarksAndNeverWhoGaveThem() throws IOException {
    TestEdition edition = finalised();
    edition.finalise().then().statusCode(200);
    String address = edition.at("/dossiers/78138/feedback");
    as("chanteloup").get(address).then().statusCode(409);
    edition.publish().then().statusCode(200);
    String text = Archivable.text(pdf("chanteloup", address)).replaceAll("\\s+", " ");
    assertTrue(text.contains("Très <utile> & simple �"), text);
    assertTrue(text.contains("Un dossier clair."), text);
    assertTrue(text.contains("3,0 / 5"), text);
    assertTrue(text.contains("Enjeux à renforcer"), text);
    assertTrue(text.contains("À l’attention de Chanteloup-les-Vignes. Le "), text);
    assertTrue(text.contains("Attendus et sans initiative notée : Démocratie locale, "), text);
    assertTrue(text.contains("Pour le niveau suivant"), text);
    assertTrue(text.contains("Il aurait fallu : au moins 5 enjeux couverts."), text);
    assertFalse(text.contains("juror"), text);
    assertFalse(text.contains("Juré"), text);
    assertFalse(text.contains("copier-coller"), text);
    assertFalse(text.contains("Sans ambition"), text);
    as("chanteloup").get(edition.at("/dossiers/35054/feedback")).then().statusCode(403);
  }

  /**
   * Only the score keeps the dossier from a higher level; it has taken part before, and its two
   * issues differ.
   */
  @Test
  void aLetterSaysWhatTheNextLevelAsksAndWhatWasBefore() throws IOException {
    TestEdition before = finalised();
    before.finalise().then().statusCode(200);
    before.publish().then().statusCode(200);
    TestEdition edition = new TestEdition().dossier("78138", 2);
    edition.assign("78138", "juror1", "juror2").move("EVALUATION");
    List<Map<String, Object>> marks = new ArrayList<>();
    for (int initiative = 1; initiative <= 2; initiative++) {
      for (String criterion : TestEdition.CRITERIA) {
        int value = initiative == 1 ? 2 : 0;
        marks.add(Map.of("initiative", initiative, "criterion", criterion, "value", value));
      }
    }
    for (String juror : List.of("juror1", "juror2")) {
      edition.submit("78138", juror, Map.of("marks", marks));
    }
    edition.move("DELIBERATION").finalise().then().statusCode(200);
    edition.publish().then().statusCode(200);
    byte[] letter = pdf("chanteloup", edition.at("/dossiers/78138/feedback"));
    String text = Archivable.text(letter).replaceAll("\\s+", " ");
    assertTrue(text.contains("dernière participation, en " + before.year + " : 3 @."), text);
    assertTrue(text.contains("Il aurait fallu : une note d’ensemble d’au moins "), text);
    assertTrue(text.contains("Points forts Services publics (0,400)"), text);
    assertTrue(text.contains("Enjeux à renforcer Cohésion sociale (0,000)"), text);
  }

  @Test
  void aCertificateShowsTheLabel() throws IOException {
    TestEdition edition = finalised();
    edition.finalise().then().statusCode(200);
    String address = "/palmares/" + edition.year + "/labels/78138/certificate";
    anyone().get(address).then().statusCode(404);
    edition.publish().then().statusCode(200);
    String text = Archivable.text(pdf("", address));
    assertTrue(text.contains("Chanteloup-les-Vignes") && text.contains("@ sur 5"), text);
    assertTrue(text.contains("/labels/78138?version=1"), text);
  }

  /**
   * A large edition with a motion on each dossier is one file; the time is printed, not asserted.
   */
  @Test
  void theMinutesOfALargeEditionAreOneFile() throws IOException {
    TestEdition edition = new TestEdition();
    List<String> codes = new ArrayList<>();
    for (String department : List.of("78", "91")) {
      codes.addAll(
          anyone()
              .get("/authorities?kind=MUNICIPALITY&department=" + department + "&limit=" + MANY / 2)
              .path("items.code"));
    }
    assertEquals(MANY, codes.size());
    List<Map<String, Object>> rows = new ArrayList<>();
    for (String code : codes) {
      Map<String, Object> row = new HashMap<>();
      row.put("dossier", code);
      row.put("number", 1);
      row.put("title", "Initiative d’essai");
      row.put("services", List.of("site-web"));
      row.put("ongoing", true);
      rows.add(row);
    }
    as("secretariat", rows).post(edition.at("/dossiers/import")).then().statusCode(200);
    edition.assign(codes.get(0), "juror1", "juror2");
    written(
        "insert into assignment (id, juror_id, dossier_id, pinned) select 900000000 +"
            + " row_number() over (), j.id, d.id, true from juror j join dossier d on d.edition_year"
            + " = j.edition_year where j.edition_year = :year and not exists (select 1 from"
            + " assignment a where a.juror_id = j.id and a.dossier_id = d.id)",
        edition.year);
    Rewriting.record(edition.year);
    edition.move("EVALUATION");
    written(
        "insert into score_sheet (assignment_id, status, content, submitted_at, version) select a.id,"
            + " 'SUBMITTED', json_object('comments', json_array(), 'marks', (select"
            + " json_arrayagg(json_array(1, c.code, mod(a.dossier_id + a.juror_id, 6))) from (select"
            + " 'utility' code union select 'inclusion' union select 'quality' union select"
            + " 'participation' union select 'originality') c), 'overallComment', ''), now(6), 1 from"
            + " assignment a join dossier d on d.id = a.dossier_id where d.edition_year = :year",
        edition.year);
    Rewriting.record(edition.year);
    edition.move("DELIBERATION");
    Meeting meeting = Meeting.of(edition, "juror1", "juror2", "president");
    for (int i = 0; i < codes.size(); i++) {
      meeting
          .move(
              Map.of(
                  "kind",
                  "OTHER",
                  "dossier",
                  codes.get(i),
                  "text",
                  "Le niveau calculé est retenu."))
          .vote("juror1", i + 1, "FOR")
          .close(i + 1, null);
    }
    meeting.end().finalise().then().statusCode(200);
    long begin = System.nanoTime();
    byte[] minutes = as("president").get(edition.at("/minutes")).asByteArray();
    double seconds = (System.nanoTime() - begin) / 1e9;
    Files.createDirectories(PAPERS);
    Files.write(PAPERS.resolve("minutes-250.pdf"), minutes);
    assertEquals(List.of(), Archivable.violations(minutes));
    String text = Archivable.text(minutes);
    codes.forEach(code -> assertTrue(text.contains(code), code));
    System.out.printf(
        "Minutes of %d dossiers: %d pages, %d kB, %.1f s%n",
        MANY, Archivable.pages(minutes), minutes.length / 1000, seconds);
  }

  private void written(String sql, int year) {
    QuarkusTransaction.requiringNew()
        .run(() -> database.createNativeQuery(sql).setParameter("year", year).executeUpdate());
  }
}
