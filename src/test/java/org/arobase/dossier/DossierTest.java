package org.arobase.dossier;

import static org.arobase.testing.Http.anyone;
import static org.arobase.testing.Http.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.arobase.testing.Concurrently;
import org.arobase.testing.HttpTest;
import org.arobase.testing.TestEdition;
import org.junit.jupiter.api.Test;

@HttpTest
class DossierTest {

  @Test
  void chanteloupHasTheTenInitiativesItPublished() {
    as("juror1")
        .get("/editions/2020/dossiers/78138/initiatives")
        .then()
        .body("items", hasSize(10))
        .body("items[0].title", equalTo("Site adapté aux écrans mobiles"))
        .body("items[0].issues", contains("services-publics", "vie-quotidienne"));
    as("juror1")
        .get("/editions/2020/dossiers/78138/initiatives?limit=4&cursor=MDAwMDAwMDA4")
        .then()
        .body("items.number", contains(9, 10));
  }

  @Test
  void aDossierShowsTheAuthoritysHistory() {
    TestEdition edition = new TestEdition().dossier("33056", 0);
    as("secretariat")
        .get(edition.at("/dossiers/33056"))
        .then()
        .body("history.year", contains(2008, 2006))
        .body("history.level", contains(5, 5))
        .body("stratum", equalTo("town"));
  }

  @Test
  void anUnknownAuthorityIsPointedAt() {
    TestEdition edition = new TestEdition();
    as("secretariat", Map.of("authority", "99999"))
        .post(edition.at("/dossiers"))
        .then()
        .statusCode(422)
        .body("violations.pointer", contains("/authority"))
        .body("violations.code", contains("unknown-authority"));
  }

  @Test
  void anAuthorityHasOneDossierWhoeverIsFaster() {
    TestEdition edition = new TestEdition();
    Callable<Integer> create =
        () ->
            as("secretariat", Map.of("authority", "78138"))
                .post(edition.at("/dossiers"))
                .statusCode();
    List<Integer> statuses = Concurrently.run(Collections.nCopies(6, create));
    assertEquals(1, Collections.frequency(statuses, 201), () -> "statuses " + statuses);
    assertEquals(5, Collections.frequency(statuses, 409), () -> "statuses " + statuses);
    as("secretariat", Map.of("authority", "78138"))
        .post(edition.at("/dossiers"))
        .then()
        .body("type", equalTo("/api/v1/problems/dossier-exists"))
        .body("violations.pointer", contains("/authority"));
  }

  @Test
  void numbersOfInitiativesAreNeverGivenTwice() {
    TestEdition edition = new TestEdition().dossier("78138", 1);
    String path = edition.at("/dossiers/78138/initiatives");
    Callable<Integer> add =
        () -> as("secretariat", TestEdition.initiative("site-web")).post(path).path("number");
    List<Integer> numbers = Concurrently.run(Collections.nCopies(6, add));
    assertEquals(Set.of(2, 3, 4, 5, 6, 7), new HashSet<>(numbers));
    as("secretariat").header("If-Match", "\"0\"").delete(path + "/7").then().statusCode(204);
    as("secretariat", TestEdition.initiative("site-web"))
        .post(path)
        .then()
        .body("number", equalTo(8))
        .header("Location", endsWith(path + "/8"));
  }

  @Test
  void anInitiativeIsReplacedOnTheVersionSeen() {
    TestEdition edition = new TestEdition().dossier("78138", 1);
    String path = edition.at("/dossiers/78138/initiatives/1");
    Map<String, Object> changed = new HashMap<>(TestEdition.initiative("site-web"));
    changed.put("services", Set.of("site-web", "acces-a-l-emploi"));
    as("secretariat", changed).put(path).then().statusCode(428);
    as("secretariat", changed).header("If-Match", "\"7\"").put(path).then().statusCode(412);
    String etag = as("secretariat").get(path).header("ETag");
    as("secretariat", changed)
        .header("If-Match", etag)
        .put(path)
        .then()
        .statusCode(200)
        .body("issues", contains("emploi", "services-publics"));
  }

  @Test
  void whatIsWrongWithAnInitiativeIsPointedAt() {
    TestEdition edition = new TestEdition().dossier("78138", 0);
    Map<String, Object> wrong = new HashMap<>(TestEdition.initiative("teleportation"));
    wrong.put("ongoing", false);
    as("secretariat", wrong)
        .post(edition.at("/dossiers/78138/initiatives"))
        .then()
        .statusCode(422)
        .body("violations.pointer", contains("/services", "/startedOn"));
  }

  @Test
  void anInitiativeCountsWhenItIsYoungerThanTwoYearsOrOngoing() {
    TestEdition edition = new TestEdition().dossier("78138", 0);
    // the edition's reference date is the first of February of its year
    assertAdmissible(edition, edition.year - 2 + "-02-02", true);
    assertAdmissible(edition, edition.year - 2 + "-02-01", false);
    assertAdmissible(edition, edition.year - 9 + "-01-01", false);
  }

  private static void assertAdmissible(TestEdition edition, String startedOn, boolean expected) {
    Map<String, Object> initiative = new HashMap<>(TestEdition.initiative("site-web"));
    initiative.put("ongoing", false);
    initiative.put("startedOn", startedOn);
    as("secretariat", initiative)
        .post(edition.at("/dossiers/78138/initiatives"))
        .then()
        .body("admissible", equalTo(expected));
  }

  @Test
  void dossiersFreezeAtEvaluation() {
    TestEdition edition = new TestEdition().dossier("78138", 1).move("EVALUATION");
    as("secretariat", Map.of("authority", "35054"))
        .post(edition.at("/dossiers"))
        .then()
        .statusCode(409);
    as("secretariat", TestEdition.initiative("site-web"))
        .post(edition.at("/dossiers/78138/initiatives"))
        .then()
        .statusCode(409)
        .body("type", equalTo("/api/v1/problems/wrong-phase"));
  }

  @Test
  void anApplicantHasItsOwnDossierOnly() {
    TestEdition edition = new TestEdition().dossier("35054", 1);
    as("chanteloup", Map.of("authority", "78138"))
        .post(edition.at("/dossiers"))
        .then()
        .statusCode(201);
    as("chanteloup", TestEdition.initiative("site-web"))
        .post(edition.at("/dossiers/78138/initiatives"))
        .then()
        .statusCode(201);
    as("chanteloup").get(edition.at("/dossiers")).then().body("items.code", contains("78138"));
    as("chanteloup").get(edition.at("/dossiers/35054")).then().statusCode(403);
    as("chanteloup", TestEdition.initiative("site-web"))
        .post(edition.at("/dossiers/35054/initiatives"))
        .then()
        .statusCode(403);
    as("chanteloup", Map.of("authority", "50120"))
        .post(edition.at("/dossiers"))
        .then()
        .statusCode(403);
    anyone().get(edition.at("/dossiers")).then().statusCode(401);
  }

  @Test
  void aJurorSeesTheAssignedDossiersOnly() {
    TestEdition edition = new TestEdition().dossier("78138", 1).dossier("35054", 1);
    edition.assign("35054", "juror1");
    as("juror1").get(edition.at("/dossiers")).then().body("items.code", contains("35054"));
    as("juror1").get(edition.at("/dossiers/78138")).then().statusCode(403);
    as("juror2")
        .get(edition.at("/dossiers"))
        .then()
        .statusCode(403)
        .body("type", equalTo("/api/v1/problems/not-your-edition"));
  }
}
