package org.arobase.jury.member;

import static org.arobase.testing.Http.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.arobase.testing.Concurrently;
import org.arobase.testing.HttpTest;
import org.arobase.testing.TestEdition;
import org.junit.jupiter.api.Test;

/** The members of the jury, and what they say about themselves. */
@HttpTest
class JurorTest {
  private static Map<String, Object> martin() {
    Map<String, Object> juror = new HashMap<>();
    juror.put("id", "martin");
    juror.put("username", "juror1");
    juror.put("name", "Dominique Martin");
    juror.put("email", "martin@example.org");
    juror.put("affiliation", "78138");
    juror.put("competences", List.of("mediation", "education"));
    juror.put("capacity", 900);
    juror.put("panel", "A");
    return juror;
  }

  private static Response invite(TestEdition edition, Map<String, Object> juror) {
    return as("secretariat", juror).post(edition.at("/jurors"));
  }

  private static Response change(TestEdition edition, Map<String, Object> change) {
    String address = edition.at("/jurors/martin");
    String etag = as("secretariat").get(address).header("ETag");
    return as("secretariat", change).header("If-Match", etag).patch(address);
  }

  @Test
  void aMemberIsInvitedAndAnswers() {
    TestEdition edition = new TestEdition();
    invite(edition, martin())
        .then()
        .statusCode(201)
        .header("Location", containsString(edition.at("/jurors/martin")))
        .body("office", equalTo("MEMBER"))
        .body("competences", contains("education", "mediation"))
        .body("answer", nullValue());
    String mine = "/me/jury-membership?edition=" + edition.year;
    String etag =
        as("juror1")
            .get(mine)
            .then()
            .statusCode(200)
            .body("id", equalTo("martin"))
            .extract()
            .header("ETag");
    as("juror1", Map.of("answer", "ACCEPTED", "capacity", 400))
        .header("If-Match", etag)
        .patch(mine)
        .then()
        .statusCode(200)
        .body("answer", equalTo("ACCEPTED"))
        .body("capacity", equalTo(400))
        .body("competences", contains("education", "mediation"));
    as("juror2").get(mine).then().statusCode(403);
  }

  /** Clients resolve dots in an address: a member called {@code ..} would be the edition. */
  @Test
  void anIdIsWhatStandsInAnAddress() {
    TestEdition edition = new TestEdition();
    for (String id : List.of(".", "..", "a.", ".a", "a..b", "me", "a b", "a/b", "é", "")) {
      Map<String, Object> juror = martin();
      juror.put("id", id);
      invite(edition, juror).then().statusCode(422).body("violations.pointer", hasItem("/id"));
    }
    for (String id : List.of("J07", "a.b", "a_b-c.d2", "mel")) {
      Map<String, Object> juror = martin();
      juror.put("id", id);
      juror.put("username", id);
      invite(edition, juror).then().statusCode(201);
      as("secretariat").get(edition.at("/jurors/" + id)).then().statusCode(200);
    }
  }

  private static Response answer(TestEdition edition, String user, String answer) {
    String mine = "/me/jury-membership?edition=" + edition.year;
    String etag = as(user).get(mine).header("ETag");
    return as(user, Map.of("answer", answer)).header("If-Match", etag).patch(mine);
  }

  @Test
  void whoDeclinesSeesNothingUntilTheyAccept() {
    TestEdition edition = new TestEdition();
    invite(edition, martin()).then().statusCode(201);
    answer(edition, "juror1", "DECLINED").then().statusCode(200);
    as("juror1").get(edition.at("")).then().statusCode(403);
    change(edition, Map.of("office", "PRESIDENT"))
        .then()
        .statusCode(422)
        .body("violations.code", contains("juror-has-declined"));
    answer(edition, "juror1", "ACCEPTED").then().statusCode(200);
    as("juror1").get(edition.at("")).then().statusCode(200);
  }

  @Test
  void aPresidentCannotDecline() {
    TestEdition edition = new TestEdition();
    invite(edition, martin()).then().statusCode(201);
    change(edition, Map.of("office", "PRESIDENT")).then().statusCode(200);
    answer(edition, "juror1", "DECLINED")
        .then()
        .statusCode(409)
        .body("type", equalTo("/api/v1/problems/juror-holds-office"));
  }

  @Test
  void whatIsAbsentStaysAndWhatIsEmptyGoes() {
    TestEdition edition = new TestEdition();
    invite(edition, martin()).then().statusCode(201);
    change(edition, Map.of("panel", "B"))
        .then()
        .statusCode(200)
        .body("panel", equalTo("B"))
        .body("affiliation", equalTo("78138"))
        .body("capacity", equalTo(900));
    Map<String, Object> nothing =
        Map.of(
            "panel", "", "affiliation", "", "capacity", 0, "competences", List.of(), "email", "");
    change(edition, nothing)
        .then()
        .statusCode(200)
        .body("panel", nullValue())
        .body("affiliation", nullValue())
        .body("capacity", nullValue())
        .body("email", nullValue())
        .body("competences", empty())
        .body("name", equalTo("Dominique Martin"));
  }

  @Test
  void whatIsWrongIsSaid() {
    TestEdition edition = new TestEdition();
    Map<String, Object> wrong = martin();
    wrong.put("competences", List.of("astrologie"));
    invite(edition, wrong)
        .then()
        .statusCode(422)
        .body("violations.code", contains("unknown-issue"))
        .body("violations.pointer", contains("/competences"));
    wrong = martin();
    wrong.put("affiliation", "99999");
    invite(edition, wrong)
        .then()
        .statusCode(422)
        .body("violations.pointer", contains("/affiliation"));
    wrong = martin();
    wrong.put("email", "martin at example");
    invite(edition, wrong).then().statusCode(422).body("violations.pointer", contains("/email"));
    invite(edition, martin()).then().statusCode(201);
    invite(edition, martin())
        .then()
        .statusCode(409)
        .body("type", equalTo("/api/v1/problems/juror-exists"));
  }

  @Test
  void aMemberTakesNotAwayWhatTiesAreFoundBy() {
    TestEdition edition = new TestEdition();
    invite(edition, martin()).then().statusCode(201);
    String mine = "/me/jury-membership?edition=" + edition.year;
    as("juror1", Map.of("affiliation", ""))
        .header("If-Match", as("juror1").get(mine).header("ETag"))
        .patch(mine)
        .then()
        .statusCode(422)
        .body("violations.code", contains("affiliation-stays"));
  }

  @Test
  void ofTwoWhoAreMadePresidentAtOnceOneIs() {
    TestEdition edition = new TestEdition();
    List<Callable<Integer>> both =
        List.of("martin", "durand").stream()
            .map(
                name -> {
                  Map<String, Object> juror = martin();
                  juror.put("id", name);
                  juror.put("username", name);
                  juror.put("office", "PRESIDENT");
                  Callable<Integer> inviting = () -> invite(edition, juror).statusCode();
                  return inviting;
                })
            .toList();
    assertEquals(List.of(201, 409), Concurrently.run(both).stream().sorted().toList());
  }

  @Test
  void whoIsOnRecordIsNotRemoved() {
    TestEdition edition = new TestEdition().dossier("35054", 1);
    invite(edition, martin()).then().statusCode(201);
    String address = edition.at("/jurors/martin");
    String etag = as("secretariat").get(address).header("ETag");
    as("secretariat").header("If-Match", etag).delete(address).then().statusCode(204);
    as("secretariat").get(address).then().statusCode(404);
    invite(edition, martin()).then().statusCode(201);
    edition.assign("35054", "juror1");
    as("secretariat")
        .header("If-Match", as("secretariat").get(address).header("ETag"))
        .delete(address)
        .then()
        .statusCode(409)
        .body("type", equalTo("/api/v1/problems/juror-on-record"));
  }
}
