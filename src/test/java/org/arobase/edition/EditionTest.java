package org.arobase.edition;

import static org.arobase.testing.Http.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.arobase.jury.Juror.Office;
import org.arobase.testing.Concurrently;
import org.arobase.testing.HttpTest;
import org.arobase.testing.TestEdition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@HttpTest
class EditionTest {

  @Test
  void theDemonstrationEditionIsTheTwentyFirst() {
    as("juror1")
        .get("/editions/2020")
        .then()
        .body("number", equalTo(21))
        .body("phase", equalTo("EVALUATION"))
        .body("framework", equalTo("sample-framework-2020"));
  }

  @Test
  void aNewEditionSaysWhereItIs() {
    Map<String, Object> wanted = TestEdition.wanted(2901);
    as("secretariat", wanted)
        .post("/editions")
        .then()
        .statusCode(201)
        .header("Location", endsWith("/api/v1/editions/2901"))
        .body("phase", equalTo("DRAFT"));
    as("secretariat", wanted).post("/editions").then().statusCode(409);
    as("juror1", wanted).post("/editions").then().statusCode(403);
  }

  @Test
  void phasesGoOneStepAtATime() {
    TestEdition edition = new TestEdition();
    for (String to : List.of("OPEN", "DELIBERATION", "FINALISED", "PUBLISHED")) {
      edition.tryMove(to, null).then().statusCode(409);
    }
    edition
        .tryMove("DRAFT", null)
        .then()
        .statusCode(422)
        .body("violations.code", contains("reason-required"));
    edition.tryMove("DRAFT", "Une erreur dans le calendrier").then().statusCode(200);
    edition.move("OPEN").move("EVALUATION").move("DELIBERATION");
    edition.tryMove("FINALISED", null).then().statusCode(409);
    edition.tryMove("EVALUATION", "Un juré a été oublié").then().statusCode(200);
  }

  @Test
  void whyAStepWasTakenIsForThoseWhoTakeThem() {
    TestEdition edition = new TestEdition().seat(Office.MEMBER, "juror1");
    edition.tryMove("DRAFT", "Une raison").then().body("phaseReason", equalTo("Une raison"));
    as("president").get(edition.at("")).then().body("phaseReason", equalTo("Une raison"));
    for (String user : List.of("juror1", "chanteloup", "vicepresident")) {
      as(user).get(edition.at("")).then().statusCode(200).body("phaseReason", nullValue());
      assertFalse(as(user).get("/editions").asString().contains("Une raison"), user);
    }
  }

  @Test
  void dossiersDoNotOpenAgainOnceJurorsHaveWritten() {
    TestEdition edition = new TestEdition().dossier("78138", 1).assign("78138", "juror1");
    edition.move("EVALUATION");
    edition.tryMove("OPEN", "Une initiative manque").then().statusCode(200);
    edition.move("EVALUATION");
    as("juror1", TestEdition.sheet(1, 3)).header("If-Match", "\"0\"").put(edition.sheetOf("78138"));
    edition
        .tryMove("OPEN", "Une initiative manque")
        .then()
        .statusCode(409)
        .body("violations.code", contains("sheets-begun"));
  }

  @Test
  void ofManyNewEditionsOfOneYearExactlyOneIsMade() {
    Map<String, Object> wanted = TestEdition.wanted(2910);
    Callable<Integer> create = () -> as("secretariat", wanted).post("/editions").statusCode();
    List<Integer> statuses = Concurrently.run(Collections.nCopies(5, create));
    assertEquals(1, Collections.frequency(statuses, 201), () -> "statuses " + statuses);
    assertEquals(4, Collections.frequency(statuses, 409), () -> "statuses " + statuses);
  }

  static Stream<String> policyParts() {
    return Stream.of(
        "notice",
        "criterionWeights",
        "issueWeights",
        "strata",
        "initiatives",
        "uncoveredIssue",
        "coverage",
        "rounding",
        "severity",
        "jurorsPerDossier",
        "quorum",
        "divergence",
        "levels",
        "coverage/initiative",
        "coverage/issue",
        "coverage/dossier",
        "levels/thresholds",
        "levels/gates",
        "levels/floor");
  }

  @ParameterizedTest
  @MethodSource("policyParts")
  void aPolicyWithoutAPartIsRefusedThere(String part) {
    Map<String, Object> wanted = TestEdition.wanted(2906);
    @SuppressWarnings("unchecked")
    Map<String, Object> at = (Map<String, Object>) wanted.get("policy");
    String[] path = part.split("/");
    for (int i = 0; i < path.length - 1; i++) {
      @SuppressWarnings("unchecked")
      Map<String, Object> below = (Map<String, Object>) at.get(path[i]);
      at = below;
    }
    at.remove(path[path.length - 1]);
    as("secretariat", wanted)
        .post("/editions")
        .then()
        .statusCode(422)
        .body("violations.pointer", contains("/policy/" + part));
  }

  static Stream<Arguments> wrongPolicyValues() {
    return Stream.of(
        Arguments.of("coverage", Map.of("initiative", 2, "issue", 0, "dossier", -1)),
        Arguments.of("rounding", Map.of("dossier", -1)),
        Arguments.of("panel", "TRIMMED"),
        Arguments.of("rounding", Map.of("issue", 99)),
        Arguments.of("strata", Arrays.asList((Object) null)),
        Arguments.of("strata", List.of()),
        Arguments.of("criterionWeights", Map.of("utility", 0)),
        Arguments.of("divergence", 2),
        Arguments.of("quorum", 0),
        Arguments.of(
            "levels",
            Map.of("thresholds", Arrays.asList(null, 1, 2, 3, 4), "floor", 1, "gates", List.of())),
        Arguments.of(
            "levels",
            Map.of("thresholds", List.of(0.1, 0.2, 0.3, 0.4, 1.5), "floor", 1, "gates", List.of())),
        Arguments.of(
            "levels",
            Map.of(
                "thresholds",
                List.of(0.1, 0.2, 0.3, 0.4, 0.5),
                "floor",
                1,
                "gates",
                Arrays.asList((Object) null))));
  }

  @ParameterizedTest
  @MethodSource("wrongPolicyValues")
  void aPolicyThatCannotBeComputedIsRefused(String property, Object value) {
    Map<String, Object> wanted = TestEdition.wanted(2907);
    @SuppressWarnings("unchecked")
    Map<String, Object> policy = (Map<String, Object>) wanted.get("policy");
    policy.put(property, value);
    as("secretariat", wanted)
        .post("/editions")
        .then()
        .statusCode(422)
        .body("violations[0].pointer", startsWith("/policy/" + property));
  }

  @Test
  void aStepNeedsTheVersionItHasSeen() {
    TestEdition edition = new TestEdition();
    Map<String, Object> step = Map.of("to", "EVALUATION");
    as("secretariat", step).post(edition.at("/phase")).then().statusCode(428);
    as("secretariat", step)
        .header("If-Match", "\"0\"")
        .post(edition.at("/phase"))
        .then()
        .statusCode(412);
  }

  @Test
  void deliberationWaitsForTheQuorumOfEveryDossier() {
    TestEdition edition = new TestEdition().dossier("78138", 1).dossier("35054", 1);
    edition.assign("78138", "juror1", "juror2").assign("35054", "juror1").move("EVALUATION");
    edition.score("78138", "juror1", 1, 3).score("78138", "juror2", 1, 3);
    edition
        .tryMove("DELIBERATION", null)
        .then()
        .statusCode(409)
        .body("type", equalTo("/api/v1/problems/phase-blocked"))
        .body("violations", hasSize(1))
        .body(
            "violations[0].context", equalTo(Map.of("dossier", "35054", "scores", 0, "quorum", 2)));
  }

  @Test
  void thePolicyChangesInDraftOnlyAndIsKnownByItsContent() {
    Map<String, Object> wanted = TestEdition.wanted(2902);
    Map<String, Object> policy =
        as("secretariat").get("/editions/2020/rating-policy").path("policy");
    wanted.put("policy", policy);
    as("secretariat", wanted).post("/editions");
    String path = "/editions/2902/rating-policy";
    String etag = as("secretariat").get(path).header("ETag");
    String hash = as("secretariat").get(path).path("contentHash");
    as("secretariat").get("/editions/2020/rating-policy").then().body("contentHash", equalTo(hash));
    as("secretariat", wanted.get("policy"))
        .header("If-Match", etag)
        .put(path)
        .then()
        .statusCode(200)
        .body("contentHash", equalTo(hash));
    as("secretariat", TestEdition.wanted(2020).get("policy"))
        .header("If-Match", as("secretariat").get("/editions/2020").header("ETag"))
        .put("/editions/2020/rating-policy")
        .then()
        .statusCode(409);
  }

  @Test
  void aPolicyThatContradictsItselfOrTheFrameworkIsRefused() {
    Map<String, Object> wanted = TestEdition.wanted(2903);
    @SuppressWarnings("unchecked")
    Map<String, Object> policy = (Map<String, Object>) wanted.get("policy");
    policy.put("criterionWeights", Map.of("beauty", 1));
    policy.put("issueWeights", Map.of("sport", 2));
    policy.put(
        "levels",
        Map.of(
            "thresholds",
            List.of(0.1, 0.2, 0.2, 0.4, 0.5),
            "floor",
            7,
            "gates",
            List.of(Map.of("level", 9))));
    as("secretariat", wanted)
        .post("/editions")
        .then()
        .statusCode(422)
        .body(
            "violations.pointer",
            hasItems(
                "/policy/criterionWeights/beauty",
                "/policy/criterionWeights",
                "/policy/issueWeights/sport",
                "/policy/levels/thresholds/2",
                "/policy/levels/floor",
                "/policy/levels/gates/0",
                "/policy/levels/gates/0/level"));
    as("secretariat").get("/editions/2903").then().statusCode(404);
  }

  @Test
  void anUnknownFrameworkIsPointedAt() {
    Map<String, Object> wanted = TestEdition.wanted(2904);
    wanted.put("framework", "none");
    as("secretariat", wanted)
        .post("/editions")
        .then()
        .statusCode(422)
        .body("violations.pointer", containsInAnyOrder("/framework"));
  }

  @ParameterizedTest
  @CsvSource({"year, 1900", "year, 3000", "number, 0"})
  void aNumberOutOfRangeIsPointedAt(String property, int value) {
    Map<String, Object> wanted = TestEdition.wanted(2905);
    wanted.put(property, value);
    as("secretariat", wanted)
        .post("/editions")
        .then()
        .statusCode(422)
        .body("violations.pointer", contains("/" + property));
  }
}
