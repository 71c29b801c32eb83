package org.arobase.rating.withdrawal;

import static org.arobase.testing.Http.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.restassured.response.Response;
import java.util.Map;
import org.arobase.jury.Juror.Office;
import org.arobase.testing.HttpTest;
import org.arobase.testing.TestEdition;
import org.junit.jupiter.api.Test;

/**
 * A juror who does not come does not hold up the edition, if the policy says so, and the effect is
 * shown first. The quorum falls to the jurors who are left, never below the policy's atLeast, and
 * the board flags it. When somebody else has read the dossier, the quorum is as before. A policy
 * that keeps the quorum keeps the step blocked.
 */
@HttpTest
class AbsenceTest {
  private static TestEdition edition(String quorum, int atLeast) {
    Map<String, Object> absences = Map.of("quorum", quorum, "atLeast", atLeast);
    TestEdition edition =
        new TestEdition(Map.of("absences", absences, "quorum", 2)).dossier("78138", 1);
    edition.assign("78138", "juror1", "juror2").seat(Office.PRESIDENT, "president");
    return edition.move("EVALUATION").score("78138", "juror1", 1, 4);
  }

  private static Response withdraw(TestEdition edition, boolean dryRun) {
    String juror = edition.at("/jurors/juror2");
    return as("secretariat", Map.of("reason", "Absent le jour du jury"))
        .header("If-Match", as("secretariat").get(juror).header("ETag"))
        .post(juror + "/withdrawal?dryRun=" + dryRun);
  }

  private static Response tryMove(TestEdition edition) {
    return as("secretariat", Map.of("to", "DELIBERATION")).post(edition.at("/phase?dryRun=true"));
  }

  @Test
  void theQuorumFallsToWhoIsLeftAndThatIsShownBefore() {
    TestEdition edition = edition("REDUCED", 1);
    tryMove(edition).then().statusCode(409).body("violations.code", contains("quorum-not-reached"));
    withdraw(edition, true)
        .then()
        .statusCode(200)
        .body("effects.quorum", contains(1))
        .body("effects.submitted", contains(1));
    tryMove(edition).then().statusCode(409);
    withdraw(edition, false).then().statusCode(200);
    tryMove(edition).then().statusCode(200).body("phase", equalTo("DELIBERATION"));
    as("secretariat").get(edition.at("")).then().body("phase", equalTo("EVALUATION"));
    as("secretariat").get(edition.at("/progress")).then().body("dossiers.quorum", contains(1));
    edition.move("DELIBERATION");
    as("president")
        .get(edition.at("/ratings"))
        .then()
        .body("items[0].level", equalTo(3))
        .body("items[0].flags", hasItem("ABSENT_QUORUM"))
        .body("items[0].flags", not(hasItem("RECUSED_QUORUM")));
    edition.finalise().then().statusCode(200);
  }

  @Test
  void policyMayKeepItOrSayHowFarItFalls() {
    TestEdition kept = edition("KEPT", 1);
    withdraw(kept, false).then().statusCode(200).body("effects.quorum", contains(2));
    tryMove(kept).then().statusCode(409);
    TestEdition two = edition("REDUCED", 2);
    withdraw(two, false).then().statusCode(200).body("effects.quorum", contains(2));
    tryMove(two).then().statusCode(409);
    // a second reading does not raise the quorum until it is submitted
    TestEdition replaced = edition("REDUCED", 1);
    replaced.seat(Office.MEMBER, "juror3", "juror4");
    withdraw(replaced, false).then().statusCode(200);
    as("president", Map.of("juror", "juror3"))
        .post(replaced.at("/dossiers/78138/second-readings"))
        .then()
        .statusCode(201);
    tryMove(replaced).then().statusCode(409).body("violations.code", contains("fewer-sheets"));
    as("secretariat").get(replaced.at("/progress")).then().body("dossiers.quorum", contains(1));
    replaced.score("78138", "juror3", 1, 4);
    tryMove(replaced).then().statusCode(200);
    as("secretariat").get(replaced.at("/progress")).then().body("dossiers.quorum", contains(2));
  }

  @Test
  void itCannotFallToMoreThanItIs() {
    Map<String, Object> wanted = TestEdition.wanted(TestEdition.freeYear());
    @SuppressWarnings("unchecked")
    Map<String, Object> policy = (Map<String, Object>) wanted.get("policy");
    policy.put("absences", Map.of("quorum", "REDUCED", "atLeast", 9));
    as("secretariat", wanted)
        .post("/editions")
        .then()
        .statusCode(422)
        .body("violations.code", contains("above-quorum"))
        .body("violations.pointer", contains("/policy/absences/atLeast"));
  }
}
