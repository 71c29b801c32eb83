package org.arobase.palmares.kept;

import static org.arobase.testing.Http.anyone;
import static org.arobase.testing.Http.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.hibernate.orm.panache.Panache;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import org.arobase.platform.database.Transactions;
import org.arobase.testing.Http;
import org.arobase.testing.HttpTest;
import org.arobase.testing.TestEdition;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;

/** Public answers are kept until something that is published changes. */
@HttpTest
class KeptPublicAnswersTest {
  private final SessionFactory sessions;

  KeptPublicAnswersTest(SessionFactory sessions) {
    this.sessions = sessions;
  }

  private static TestEdition published() {
    TestEdition edition = new TestEdition().dossier("78138", 1).dossier("35054", 1);
    edition.assign("78138", "juror1", "juror2").assign("35054", "juror1", "juror2");
    edition.move("EVALUATION");
    for (String juror : List.of("juror1", "juror2")) {
      edition.score("78138", juror, 1, 3).score("35054", juror, 1, 2);
    }
    edition.move("DELIBERATION").finalise().then().statusCode(200);
    edition.publish().then().statusCode(200);
    return edition;
  }

  @Test
  void theSecondReaderCostsOneStatement() {
    String palmares = "/palmares/" + published().year;
    Response first = anyone().get(palmares);
    sessions.getStatistics().clear();
    Response second = anyone().get(palmares);
    assertEquals(1, sessions.getStatistics().getPrepareStatementCount());
    assertEquals(first.asString(), second.asString());
    assertEquals(first.header("ETag"), second.header("ETag"));
    assertEquals(first.header("Content-Type"), second.header("Content-Type"));
    assertEquals("public, max-age=60", second.header("Cache-Control"));
    anyone()
        .header("If-None-Match", first.header("ETag"))
        .get(palmares)
        .then()
        .statusCode(304)
        .body(equalTo(""));
  }

  /** A certificate takes a quarter of a second to draw, for anybody who asks. */
  @Test
  void aCertificateIsDrawnOnce() {
    String certificate = "/palmares/" + published().year + "/labels/78138/certificate";
    Response first = anyone().get(certificate);
    sessions.getStatistics().clear();
    Response second = anyone().get(certificate);
    second.then().statusCode(200).contentType("application/pdf");
    assertEquals(1, sessions.getStatistics().getPrepareStatementCount());
    assertArrayEquals(first.asByteArray(), second.asByteArray());
    for (String header : List.of("ETag", "Content-Disposition", "Cache-Control")) {
      assertEquals(first.header(header), second.header(header), header);
    }
  }

  /** Who varies their headers must not have everything made again at each request. */
  @Test
  void noHeaderMakesAKeptAnswerNew() {
    int year = published().year;
    for (String path : List.of("", "/document", "/labels/78138", "/labels/78138/badge")) {
      String address = "/palmares/" + year + path;
      Response first = anyone().header("Accept", "*/*").get(address);
      first.then().statusCode(200);
      sessions.getStatistics().clear();
      Response second =
          anyone()
              .header("Accept", "image/*;q=0.1, */*;q=0.2")
              .header("Accept-Language", "fr-x-" + year)
              .get(address);
      second.then().statusCode(200).contentType(first.contentType());
      assertEquals(1, sessions.getStatistics().getPrepareStatementCount(), address);
      assertEquals(first.asString(), second.asString());
    }
  }

  @Test
  void aKeptAnswerIsCompressedLikeANewOne() {
    int year = published().year;
    for (int times = 0; times < 2; times++) {
      HttpHeaders headers = Http.compressed("/palmares/" + year).headers();
      assertEquals(List.of("gzip"), headers.allValues("Content-Encoding"));
    }
  }

  @Test
  void aPartOfTheListIsKeptWithItsLink() {
    String part = "/palmares/" + published().year + "?limit=1";
    for (int times = 0; times < 2; times++) {
      anyone().get(part).then().statusCode(200).header("Link", containsString("rel=\"next\""));
    }
  }

  /** Nobody who writes into the database makes a label of the past. */
  @Test
  void aPastLabelThatSomebodyWritesBySqlIsNotTold() {
    String code = "29019";
    int year = published().year;
    run(
        "insert into label_record (id, authority_name, year, edition, level, authority_code,"
            + " source, note)"
            + " values (-1, 'Brest', 2001, 2, 5, '"
            + code
            + "', 'faux', '')");
    List<String> addresses =
        List.of("/authorities/" + code + "/labels", "/palmares", "/palmares/" + year);
    try {
      for (String address : addresses) {
        anyone()
            .get(address)
            .then()
            .statusCode(409)
            .body("type", equalTo("/api/v1/problems/record-contradicted"));
      }
    } finally {
      run("delete from label_record where id = -1");
    }
    addresses.forEach(address -> anyone().get(address).then().statusCode(200));
  }

  /** Nobody who writes into the database makes a palmarès. */
  @Test
  void whatSomebodyPublishesBySqlIsNotTold() {
    int year = published().year;
    String fake =
        "insert into published_document (id, edition_year, version, jws, document_hash, signing_key,"
            + " published_at) select -1, edition_year, 2, jws, 'x', signing_key, published_at from"
            + " published_document where edition_year = "
            + year;
    run(fake);
    try {
      for (String address : List.of("/versions", "/document", "/labels/78138/badge")) {
        anyone()
            .get("/palmares/" + year + address)
            .then()
            .statusCode(409)
            .body("type", equalTo("/api/v1/problems/record-contradicted"));
      }
      assertEquals(503, health());
    } finally {
      run("delete from published_document where id = -1");
    }
    anyone().get("/palmares/" + year + "/versions").then().statusCode(200);
    assertEquals(200, health());
  }

  private static int health() {
    return RestAssured.given().basePath("").get("/q/health/well").statusCode();
  }

  private static void run(String sql) {
    Transactions.inNew(() -> Panache.getEntityManager().createNativeQuery(sql).executeUpdate());
  }

  @Test
  void aCorrectionIsSeenAtOnce() {
    TestEdition edition = published();
    String palmares = "/palmares/" + edition.year;
    String before = anyone().get(palmares).asString();
    Map<String, Object> change = Map.of("dossier", "78138", "level", 5, "reason", "Erreur.");
    as("president", Map.of("reason", "Erreur de report.", "changes", List.of(change)))
        .header("If-Match", edition.etag())
        .post(edition.at("/corrections"))
        .then()
        .statusCode(200);
    assertNotEquals(before, anyone().get(palmares).asString());
  }
}
