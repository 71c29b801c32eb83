package org.arobase.framework;

import static org.arobase.testing.Http.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.arobase.platform.canonical.Canonical;
import org.arobase.testing.HttpTest;
import org.junit.jupiter.api.Test;

@HttpTest
class FrameworkTest {

  @Test
  void theSampleHasTheRealNamesAndSaysWhatIsASample() {
    as("juror1")
        .get("/frameworks/sample-framework-2020")
        .then()
        .body(
            "document.categories.name.fr",
            contains(
                "Démocratie et services publics",
                "Vivre ensemble",
                "Partage des connaissances",
                "Création de richesses"))
        .body(
            "document.categories.issues.services.flatten().name.fr",
            everyItem(containsString("(échantillon)")))
        .body("document.criteria.name.fr", everyItem(containsString("(échantillon)")))
        .body("frozenAt", notNullValue());
    as("juror1")
        .get("/frameworks/sample-framework-2020/issues")
        .then()
        .body("", hasSize(16))
        .body("name.en", hasItems("Education", "Sixteenth issue (name not public)"));
  }

  @Test
  void aFrameworkIsKnownByItsContent() {
    FrameworkDocument sample = Canonical.yaml(FrameworkService.SAMPLE, FrameworkDocument.class);
    as("juror1")
        .get("/frameworks/sample-framework-2020")
        .then()
        .body("contentHash", equalTo(Canonical.hash(Canonical.json(sample))));
  }

  @Test
  void equalContentHasOneCanonicalText() {
    assertEquals(
        "{\"a\":0.5,\"b\":{\"x\":10,\"y\":\"é\"}}",
        Canonical.json(
            Map.of(
                "b",
                Map.of("y", "é", "x", new java.math.BigDecimal("1E+1")),
                "a",
                new java.math.BigDecimal("0.50"))));
  }

  @Test
  void aFrameworkThatContradictsItselfIsRefusedWithEveryPlace() {
    Map<String, Object> text = Map.of("fr", "x", "en", "x");
    Map<String, Object> service = Map.of("code", "s", "name", text);
    Map<String, Object> issue = Map.of("code", "i", "name", text, "services", List.of(service));
    Map<String, Object> criterion =
        Map.of(
            "code",
            "c",
            "name",
            text,
            "question",
            text,
            "scale",
            Map.of("minimum", 0, "maximum", 5, "step", 1),
            "levels",
            List.of(Map.of("value", 2.5, "description", text)));
    Map<String, Object> framework =
        Map.of(
            "id",
            "wrong",
            "title",
            text,
            "notice",
            text,
            "categories",
            List.of(Map.of("code", "k", "name", text, "issues", List.of(issue, issue))),
            "criteria",
            List.of(criterion));
    as("secretariat", framework)
        .post("/frameworks")
        .then()
        .statusCode(422)
        .body(
            "violations.pointer",
            contains(
                "/categories/0/issues/1/code",
                "/categories/0/issues/1/services/0/code",
                "/criteria/0/levels/0/value"));
    as("secretariat").get("/frameworks/wrong").then().statusCode(404);
  }

  @Test
  void onlyTheSecretariatStoresFrameworks() {
    Map<String, Object> sample =
        as("secretariat").get("/frameworks/sample-framework-2020").path("document");
    as("president", sample).post("/frameworks").then().statusCode(403);
    as("secretariat", sample).post("/frameworks").then().statusCode(409);
  }
}
