package org.arobase.framework;

import static org.arobase.testing.Http.as;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.arobase.jury.Juror.Office;
import org.arobase.testing.HttpTest;
import org.arobase.testing.TestEdition;
import org.junit.jupiter.api.Test;

/** New versions of a référentiel, and their effect on dossiers and policies. */
@HttpTest
class FrameworkVersionsTest {
  private static final AtomicInteger NEXT = new AtomicInteger();

  private static String copy() {
    String id = "copy-" + NEXT.incrementAndGet();
    Map<String, Object> wanted = Map.of("id", id, "title", Map.of("fr", "Copie", "en", "Copy"));
    as("secretariat", wanted)
        .post("/frameworks/sample-framework-2020/copies")
        .then()
        .statusCode(201)
        .body("document.id", equalTo(id))
        .body("frozenAt", nullValue());
    return id;
  }

  private static Map<String, Object> document(String id) {
    return as("secretariat").get("/frameworks/" + id).path("document");
  }

  private static Response replace(String id, Map<String, Object> document) {
    String etag = as("secretariat").get("/frameworks/" + id).header("ETag");
    return as("secretariat", document).header("If-Match", etag).put("/frameworks/" + id);
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> services(Map<String, Object> document, int issue) {
    var categories = (List<Map<String, Object>>) document.get("categories");
    var issues = (List<Map<String, Object>>) categories.get(0).get("issues");
    return (List<Map<String, Object>>) issues.get(issue).get("services");
  }

  @Test
  void aCopyIsEditedComparedAndFrozen() {
    String id = copy();
    Map<String, Object> document = document(id);
    Map<String, Object> moved = services(document, 0).remove(0);
    services(document, 1).add(moved);
    services(document, 1)
        .add(Map.of("code", "nouveau", "name", Map.of("fr", "Nouveau", "en", "New")));
    replace(id, document).then().statusCode(200);
    as("juror1")
        .get("/frameworks/sample-framework-2020/comparison?with=" + id)
        .then()
        .statusCode(200)
        .body("addedServices", contains("nouveau"))
        .body("removedServices", empty())
        .body("movedServices.service", contains(moved.get("code")))
        .body("warning", equalTo(false));
    String etag = as("secretariat").get("/frameworks/" + id).header("ETag");
    as("secretariat")
        .header("If-Match", etag)
        .post("/frameworks/" + id + "/freezing")
        .then()
        .statusCode(200)
        .body("frozenAt", notNullValue());
    replace(id, document)
        .then()
        .statusCode(409)
        .body("type", equalTo("/api/v1/problems/framework-frozen"));
    as("secretariat")
        .header("If-Match", etag)
        .post("/frameworks/" + id + "/freezing")
        .then()
        .statusCode(412);
  }

  @Test
  void moreThanAFifthIsAWarning() {
    String id = copy();
    Map<String, Object> document = document(id);
    for (int n = 0; n < 40; n++) {
      services(document, 0)
          .add(Map.of("code", "nouveau-" + n, "name", Map.of("fr", "Nouveau", "en", "New")));
    }
    replace(id, document).then().statusCode(200);
    int before =
        as("secretariat")
            .get("/frameworks/sample-framework-2020/issues")
            .<List<Integer>>path("services")
            .stream()
            .mapToInt(Integer::intValue)
            .sum();
    as("secretariat")
        .get("/frameworks/sample-framework-2020/comparison?with=" + id)
        .then()
        .body("changedShare.toDouble()", closeTo(40.0 / (before + 40), 1e-4))
        .body("warning", equalTo(40.0 / (before + 40) > .2));
  }

  @Test
  void aDraftStaysWhatAPolicyNeeds() {
    String id = copy();
    int year = TestEdition.freeYear();
    Map<String, Object> wanted = TestEdition.wanted(year);
    wanted.put("framework", id);
    as("secretariat", wanted).post("/editions").then().statusCode(201);
    Map<String, Object> document = document(id);
    @SuppressWarnings("unchecked")
    var criteria = (List<Map<String, Object>>) document.get("criteria");
    criteria.remove(0);
    replace(id, document).then().statusCode(422).body("violations.code", contains("breaks-policy"));
    String edition = "/editions/" + year;
    String before = as("secretariat").get(edition).header("ETag");
    Map<String, Object> other = document(id);
    other.put("title", Map.of("fr", "Autre titre", "en", "Other title"));
    replace(id, other).then().statusCode(200);
    as("secretariat", Map.of("to", "OPEN"))
        .header("If-Match", before)
        .post(edition + "/phase")
        .then()
        .statusCode(412);
    Map<String, Object> renamed = new HashMap<>(document(id));
    renamed.put("id", "autre");
    replace(id, renamed).then().statusCode(422).body("violations.code", contains("id-stays"));
  }

  @Test
  void theMosaicShowsWhatIsCoveredBesideItsStratum() {
    TestEdition edition = new TestEdition().dossier("78138", 4);
    String mosaic = edition.at("/dossiers/78138/mosaic");
    as("chanteloup")
        .get(mosaic)
        .then()
        .statusCode(200)
        .body("initiatives", equalTo(4))
        .body("covered", equalTo(4))
        .body("issues.initiatives.sum()", equalTo(4))
        .body("medianCovered", nullValue());
    for (String code : List.of("35238", "44109", "29019", "35288", "50129")) {
      edition.dossier(code, 1);
    }
    String stratum = as("secretariat").get(mosaic).path("stratum");
    as("secretariat")
        .get(edition.at("/dossiers"))
        .then()
        .body(
            "items.findAll { it.stratum == '" + stratum + "' }.size()",
            equalTo(as("secretariat").get(mosaic).<Integer>path("compared")));
    edition
        .seat(Office.MEMBER, "secretariat")
        .recuse("secretariat", "35238")
        .then()
        .statusCode(201);
    as("secretariat").get(edition.at("/dossiers/35238/mosaic")).then().statusCode(403);
  }

  @Test
  void itIsToldWhichDossiersAnotherFrameworkShowsOtherwise() {
    String id = copy();
    Map<String, Object> document = document(id);
    @SuppressWarnings("unchecked")
    var categories = (List<Map<String, Object>>) document.get("categories");
    for (Map<String, Object> category : categories) {
      @SuppressWarnings("unchecked")
      var issues = (List<Map<String, Object>>) category.get("issues");
      issues.forEach(
          issue ->
              ((List<?>) issue.get("services"))
                  .removeIf(s -> ((Map<?, ?>) s).get("code").equals("site-web")));
    }
    replace(id, document).then().statusCode(200);
    TestEdition edition = new TestEdition().dossier("78138", 1).dossier("35054", 0);
    String comparison = edition.at("/framework-comparison?with=" + id);
    as("president")
        .get(comparison)
        .then()
        .statusCode(200)
        .body("dossiers", equalTo(2))
        .body("frameworks.removedServices", contains("site-web"))
        .body("changed.dossier", contains("78138"))
        .body("changed[0].homeless", equalTo(1))
        .body("changed[0].lost.size()", equalTo(1));
    as("juror1").get(comparison).then().statusCode(403);
  }
}
