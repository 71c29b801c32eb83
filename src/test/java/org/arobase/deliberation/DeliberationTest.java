package org.arobase.deliberation;

import static org.arobase.testing.Http.anyone;
import static org.arobase.testing.Http.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.Response;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.arobase.audit.Rewriting;
import org.arobase.deliberation.decision.Decision;
import org.arobase.deliberation.outcome.Outcome;
import org.arobase.jury.Juror.Office;
import org.arobase.rating.DossierRating;
import org.arobase.rating.RatingService;
import org.arobase.testing.Concurrently;
import org.arobase.testing.HttpTest;
import org.arobase.testing.TestEdition;
import org.junit.jupiter.api.Test;

@HttpTest
class DeliberationTest {
  private final RatingService ratings;

  DeliberationTest(RatingService ratings) {
    this.ratings = ratings;
  }

  /** Two dossiers at .60: computed 3 @, because level 4 needs five covered issues. */
  private static TestEdition deliberation() {
    TestEdition edition = new TestEdition().dossier("35054", 1).dossier("78138", 1);
    for (String code : List.of("35054", "78138")) {
      edition.assign(code, "juror1", "juror2");
    }
    edition.move("EVALUATION");
    for (String code : List.of("35054", "78138")) {
      edition.score(code, "juror1", 1, 3).score(code, "juror2", 1, 3);
    }
    return edition.move("DELIBERATION");
  }

  @Test
  void anotherLevelNeedsAReason() {
    TestEdition edition = deliberation();
    String decision = edition.at("/decisions/78138");
    as("president").get(decision).then().statusCode(404);
    as("president", Map.of("level", 5))
        .put(decision)
        .then()
        .statusCode(422)
        .body("violations.pointer", contains("/reason"));
    as("president", Map.of("level", 5, "reason", "  ")).put(decision).then().statusCode(422);
    as("president", Map.of("level", 6, "reason", "Trop")).put(decision).then().statusCode(422);
    for (String level : List.of("{}", "{\"level\":null}", "{\"level\":3.7}", "{\"level\":\"3\"}")) {
      as("president", level)
          .put(decision)
          .then()
          .statusCode(422)
          .body("violations.pointer", contains("/level"));
    }
    as("president", Map.of("level", 3))
        .put(decision)
        .then()
        .statusCode(200)
        .body("computedLevel", equalTo(3))
        .body("decidedBy", equalTo("president"));
    for (String user : List.of("juror1", "secretariat", "chanteloup")) {
      as(user, Map.of("level", 3)).put(decision).then().statusCode(403);
      as(user).get(decision).then().statusCode(user.equals("juror1") ? 200 : 403);
    }
  }

  @Test
  void aSecondMemberSignsADecisionOnce() {
    TestEdition edition = deliberation();
    String decision = edition.at("/decisions/78138");
    as("president", Map.of("level", 3)).put(decision).then().statusCode(200);
    as("president")
        .header("If-Match", as("president").get(decision).header("ETag"))
        .post(decision + "/signature")
        .then()
        .statusCode(409)
        .body("type", equalTo("/api/v1/problems/own-decision"));
    String etag =
        as("juror1")
            .header("If-Match", as("juror1").get(decision).header("ETag"))
            .post(decision + "/signature")
            .then()
            .statusCode(200)
            .body("signedBy", equalTo("juror1"))
            .extract()
            .header("ETag");
    as("juror2")
        .header("If-Match", etag)
        .post(decision + "/signature")
        .then()
        .statusCode(409)
        .body("type", equalTo("/api/v1/problems/already-signed"));
    as("president", Map.of("level", 2, "reason", "Relecture"))
        .header("If-Match", etag)
        .put(decision)
        .then()
        .statusCode(200)
        .body("signedBy", nullValue());
  }

  /** When three jurors are far apart, even the likeliest level needs a reason. */
  @Test
  void aDoubtfulLevelNeedsAReason() {
    TestEdition edition = doubtful(false);
    int level = as("president").get(edition.at("/ratings/78138")).path("rating.level");
    as("president", Map.of("level", level))
        .put(edition.at("/decisions/78138"))
        .then()
        .statusCode(422)
        .body("violations.code", contains("reason-for-doubtful-level"));
    as("president", Map.of("level", level, "reason", "Débat long"))
        .put(edition.at("/decisions/78138"))
        .then()
        .statusCode(200)
        .body("probability", lessThan(0.6f));
    as("president", Map.of())
        .post(edition.at("/finalisation?dryRun=true"))
        .then()
        .body("doubtful", not(hasItem("78138")))
        .body("doubtful", hasItem("50129"))
        .body("blockers", empty());
  }

  @Test
  void aDoubtfulLevelThatNobodyHasDecidedBlocksIfPolicySaysSo() {
    TestEdition edition = doubtful(true);
    List<String> codes =
        as("president")
            .get(edition.at("/deliberations/agenda"))
            .path("items.findAll { it.grounds.contains('DOUBTFUL') }.dossier");
    assertTrue(codes.contains("78138"), codes::toString);
    edition
        .finalise()
        .then()
        .statusCode(409)
        .body("violations.context.dossier", equalTo(codes))
        .body("violations.code", everyItem(equalTo("doubtful-undecided")));
  }

  @Test
  void whatHasNoAtHasNoGreenOne() {
    TestEdition edition = deliberation();
    Map<String, Object> green = Map.of("kind", "GREEN_AT", "reason", "Sobre");
    as("president", Map.of("distinctions", List.of(green)))
        .header("If-Match", "\"0\"")
        .put(edition.at("/distinctions/78138"))
        .then()
        .statusCode(200);
    as("president", Map.of("level", 0, "reason", "Hors sujet"))
        .put(edition.at("/decisions/78138"))
        .then()
        .statusCode(200);
    edition.finalise().then().statusCode(409).body("violations.code", contains("green-without-at"));
  }

  private static TestEdition doubtful(boolean decided) {
    Map<String, Object> rules =
        Map.of(
            "quorum",
            0.5,
            "mandatesCount",
            false,
            "mandatesPerMember",
            1,
            "castingVote",
            true,
            "doubtful",
            0.6,
            "doubtfulDecided",
            decided,
            "gateGap",
            0.05);
    TestEdition edition = new TestEdition(Map.of("severity", "REML", "deliberation", rules));
    List<String> codes = List.of("35054", "50129", "78138");
    codes.forEach(code -> edition.dossier(code, 1).assign(code, "juror1", "juror2", "juror3"));
    edition.move("EVALUATION");
    edition.score("35054", "juror1", 1, 0).score("35054", "juror2", 1, 2);
    edition.score("50129", "juror1", 1, 3).score("50129", "juror2", 1, 0);
    edition.score("78138", "juror1", 1, 1).score("78138", "juror2", 1, 3);
    edition.score("35054", "juror3", 1, 1).score("50129", "juror3", 1, 2);
    return edition.score("78138", "juror3", 1, 0).move("DELIBERATION");
  }

  @Test
  void aDistinctionOfSomebodyRecusedSinceBlocksFinalisation() {
    TestEdition edition = deliberation().seat(Office.PRESIDENT, "president");
    edition.seat(Office.VICE_PRESIDENT, "vicepresident");
    Map<String, Object> green = Map.of("kind", "GREEN_AT", "reason", "Vert");
    as("president", Map.of("distinctions", List.of(green)))
        .header("If-Match", "\"0\"")
        .put(edition.at("/distinctions/78138"))
        .then()
        .statusCode(200);
    edition.recuse("president", "78138").then().statusCode(201);
    as("vicepresident", Map.of("level", 3, "reason", "Vice-présidence"))
        .put(edition.at("/decisions/78138"))
        .then()
        .statusCode(200);
    edition.finalise().then().statusCode(409);
    as("vicepresident", Map.of("distinctions", List.of(green)))
        .header(
            "If-Match", as("vicepresident").get(edition.at("/distinctions/78138")).header("ETag"))
        .put(edition.at("/distinctions/78138"))
        .then()
        .statusCode(200);
    edition.finalise().then().statusCode(200);
  }

  @Test
  void aDecisionIsReplacedOnTheVersionSeen() {
    TestEdition edition = deliberation();
    String decision = edition.at("/decisions/78138");
    Map<String, Object> four = Map.of("level", 4, "reason", "Élan");
    as("president", four).header("If-Match", "\"0\"").put(decision).then().statusCode(412);
    String etag = as("president", four).put(decision).then().extract().header("ETag");
    as("president", four).put(decision).then().statusCode(428);
    as("president", Map.of("level", 2, "reason", "Relecture"))
        .header("If-Match", etag)
        .put(decision)
        .then()
        .statusCode(200)
        .body("level", equalTo(2));
    as("president", four).header("If-Match", etag).put(decision).then().statusCode(412);
  }

  @Test
  void ofManyFirstDecisionsExactlyOneWins() {
    TestEdition edition = deliberation();
    Callable<Integer> decide =
        () -> as("president", Map.of("level", 3)).put(edition.at("/decisions/78138")).statusCode();
    List<Integer> statuses = Concurrently.run(Collections.nCopies(6, decide));
    assertEquals(1, Collections.frequency(statuses, 200), () -> "statuses " + statuses);
    assertEquals(5, Collections.frequency(statuses, 428), () -> "statuses " + statuses);
  }

  @Test
  void decisionsAreTakenInDeliberationOnly() {
    as("president", Map.of("level", 3))
        .put("/editions/2020/decisions/78138")
        .then()
        .statusCode(409)
        .body("type", equalTo("/api/v1/problems/wrong-phase"));
  }

  @Test
  void aDryRunWritesNothing() {
    TestEdition edition = deliberation();
    for (String unclear : List.of("1", "yes", "TRUE")) {
      as("president", Map.of())
          .post(edition.at("/finalisation?dryRun=" + unclear))
          .then()
          .statusCode(400)
          .body("type", equalTo("/api/v1/problems/invalid-parameter"));
    }
    Response tried = as("president", Map.of()).post(edition.at("/finalisation?dryRun=true"));
    tried.then().statusCode(200).body("dryRun", equalTo(true)).body("outcomes", hasSize(2));
    as("president").get(edition.at("")).then().body("phase", equalTo("DELIBERATION"));
    Response done = edition.finalise();
    done.then().statusCode(200).body("dryRun", equalTo(false));
    assertEquals(tried.<Object>path("outcomes"), done.path("outcomes"));
    assertEquals(tried.<String>path("marksHash"), done.path("marksHash"));
  }

  @Test
  void aDecisionOnOtherMarksBlocksFinalisation() {
    TestEdition edition = deliberation();
    as("president", Map.of("level", 3)).put(edition.at("/decisions/78138"));
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                Decision.update(
                    "marksHash = ?1 where dossier.id in (select d.id from Dossier d"
                        + " where d.edition.year = ?2)",
                    "0".repeat(64),
                    edition.year));
    Rewriting.record(edition.year);
    edition
        .finalise()
        .then()
        .statusCode(409)
        .body("violations.code", contains("decided-on-other-marks"));
    as("president").get(edition.at("")).then().body("phase", equalTo("DELIBERATION"));
  }

  @Test
  void ofManyFinalisationsExactlyOneHappens() {
    TestEdition edition = deliberation();
    String seen = edition.etag();
    Callable<Integer> finalise =
        () ->
            as("president", Map.of())
                .header("If-Match", seen)
                .post(edition.at("/finalisation"))
                .statusCode();
    List<Integer> statuses = Concurrently.run(Collections.nCopies(4, finalise));
    assertEquals(1, Collections.frequency(statuses, 200), () -> "statuses " + statuses);
    assertEquals(3, Collections.frequency(statuses, 409), () -> "statuses " + statuses);
  }

  @Test
  void aFinalisedLevelIsWhatTheEngineMakesOfTheMarks() {
    TestEdition edition = deliberation();
    as("president", Map.of("level", 4, "reason", "Élan")).put(edition.at("/decisions/78138"));
    edition.finalise().then().statusCode(200);
    for (DossierRating again : ratings.all(edition.year)) {
      Outcome stored =
          QuarkusTransaction.requiringNew()
              .call(() -> Outcome.find("dossier", again.dossier()).firstResult());
      assertEquals(0, stored.score.compareTo(again.score()));
      assertEquals(again.level(), stored.computedLevel);
      assertEquals(again.scored().marksHash(), stored.marksHash);
    }
    as("secretariat").get(edition.at("/ratings")).then().statusCode(200);
  }

  @Test
  void theEmbargoHoldsUntilPublication() {
    TestEdition edition = deliberation();
    edition.publish().then().statusCode(409);
    edition.finalise().then().statusCode(200);
    String unpublished = anyone().get("/palmares/" + edition.year).asString();
    assertEquals(
        unpublished.replace(String.valueOf(edition.year), "2999"),
        anyone().get("/palmares/2999").asString());
    anyone().get("/palmares").then().body("find { it.year == " + edition.year + " }", nullValue());
    edition.publish().then().statusCode(200);
    edition.publish().then().statusCode(409);
    String list = "/palmares/" + edition.year;
    anyone().get(list + "?level=3").then().body("total", equalTo(2));
    anyone().get(list + "?level=5").then().body("total", equalTo(0));
    anyone().get(list + "?region=53").then().body("items.code", contains("35054"));
    anyone().get(list + "?kind=DEPARTMENT").then().body("total", equalTo(0));
    anyone().get(list + "?limit=1").then().body("items.code", contains("35054"));
    anyone()
        .get("/palmares")
        .then()
        .body("find { it.year == " + edition.year + " }.distribution", equalTo(Map.of("3", 2)));
  }
}
