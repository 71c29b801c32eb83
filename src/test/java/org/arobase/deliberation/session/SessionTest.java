package org.arobase.deliberation.session;

import static org.arobase.testing.Http.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.arobase.audit.AuditEvent;
import org.arobase.jury.Juror.Office;
import org.arobase.testing.Concurrently;
import org.arobase.testing.HttpTest;
import org.arobase.testing.Meeting;
import org.arobase.testing.TestEdition;
import org.junit.jupiter.api.Test;

/**
 * A session decides as its rules say: quorum, mandates, casting vote. Recused members leave for the
 * vote, and their mandates do not count. The last vote of a member counts, a tie is settled by the
 * president if the policy allows it, and an adopted level is the decision, with its tally as the
 * reason. What was counted at a vote stays, whoever comes and goes afterwards. An open session
 * blocks finalisation.
 */
@HttpTest
class SessionTest {
  private static final Map<String, Object> FOUR =
      Map.of("kind", "LEVEL", "dossier", "78138", "level", 4, "text", "Un élan réel.");

  /** Four members: juror1 to juror3 and the president; juror3 is recused from 35054. */
  private static TestEdition deliberation() {
    return evaluation().move("DELIBERATION");
  }

  private static TestEdition evaluation() {
    TestEdition edition = new TestEdition().dossier("35054", 1).dossier("78138", 1);
    edition.assign("35054", "juror1", "juror2").assign("78138", "juror1", "juror2");
    edition.seat(Office.MEMBER, "juror3").seat(Office.PRESIDENT, "president");
    edition.recuse("juror3", "35054").then().statusCode(201);
    edition.move("EVALUATION");
    edition.score("35054", "juror1", 1, 3).score("35054", "juror2", 1, 3);
    edition.score("78138", "juror1", 1, 1).score("78138", "juror2", 1, 5);
    return edition;
  }

  private static List<Map<String, Object>> attendance() {
    return List.of(
        Map.of("juror", "juror1", "mode", "PRESENT"),
        Map.of("juror", "juror2", "mode", "REMOTE"),
        Map.of("juror", "juror3", "mode", "MANDATE", "holder", "juror1"),
        Map.of("juror", "president", "mode", "PRESENT"));
  }

  @Test
  void aSessionNeedsItsQuorum() {
    Meeting meeting = Meeting.planned(deliberation());
    as("juror1").get(meeting.at("")).then().body("members", equalTo(4)).body("needed", equalTo(2));
    meeting
        .act("/opening", null)
        .then()
        .statusCode(409)
        .body("type", equalTo("/api/v1/problems/too-few-attend"));
    // a mandate does not count as attendance, unless the policy says so
    List<Map<String, Object>> one =
        List.of(
            Map.of("juror", "juror1", "mode", "PRESENT"),
            Map.of("juror", "juror3", "mode", "MANDATE", "holder", "juror1"));
    meeting.attend(one).then().statusCode(200).body("attending", equalTo(1));
    meeting.act("/opening", null).then().statusCode(409);
    meeting.attend(attendance()).then().statusCode(200).body("attending", equalTo(3));
    meeting.act("/opening", null).then().statusCode(200).body("state", equalTo("OPEN"));
    meeting.act("/opening", null).then().statusCode(409);
    meeting.act("/closing", null).then().statusCode(200).body("state", equalTo("CLOSED"));
    meeting.attend(attendance()).then().statusCode(409);
  }

  @Test
  void whoAttendsIsOfTheJuryAndHoldsWhatItMay() {
    Meeting meeting = Meeting.planned(deliberation());
    meeting
        .attend(
            List.of(
                Map.of("juror", "nobody", "mode", "PRESENT"),
                Map.of("juror", "juror1", "mode", "PRESENT"),
                Map.of("juror", "juror1", "mode", "REMOTE"),
                Map.of("juror", "juror2", "mode", "MANDATE"),
                Map.of("juror", "juror3", "mode", "MANDATE", "holder", "juror2")))
        .then()
        .statusCode(422)
        .body(
            "violations.pointer",
            contains(
                "/attendance/0/juror",
                "/attendance/2/juror",
                "/attendance/3/holder",
                "/attendance/4/holder"));
    meeting
        .attend(
            List.of(
                Map.of("juror", "juror1", "mode", "PRESENT"),
                Map.of("juror", "juror2", "mode", "MANDATE", "holder", "juror1"),
                Map.of("juror", "juror3", "mode", "MANDATE", "holder", "juror1")))
        .then()
        .statusCode(422)
        .body("violations.code", contains("too-many-mandates", "too-many-mandates"));
    as("president").get(meeting.at("")).then().body("attendance", empty());
  }

  @Test
  void whoHasDeclinedDoesNotAttend() {
    TestEdition edition = evaluation();
    String mine = "/me/jury-membership?edition=" + edition.year;
    as("juror3", Map.of("answer", "DECLINED"))
        .header("If-Match", as("juror3").get(mine).header("ETag"))
        .patch(mine)
        .then()
        .statusCode(200);
    Meeting.planned(edition.move("DELIBERATION"))
        .attend(attendance())
        .then()
        .statusCode(422)
        .body("violations.code", contains("juror-has-declined"))
        .body("violations.pointer", contains("/attendance/2/juror"));
  }

  @Test
  void aTieIsSettledByWhoPresidesAndAnAdoptedLevelIsTheDecision() {
    TestEdition edition = deliberation();
    Meeting meeting = Meeting.of(edition, attendance()).move(FOUR);
    meeting.vote("juror1", 1, "AGAINST").vote("juror2", 1, "AGAINST").vote("president", 1, "FOR");
    // the last vote of a member counts, and a mandate is a vote of its own
    meeting.vote("juror1", 1, "FOR");
    meeting
        .tryVote("juror1", 1, "AGAINST", "juror3")
        .then()
        .statusCode(200)
        .body("cast", equalTo(4));
    meeting.tryVote("juror2", 1, "FOR", "juror3").then().statusCode(403);
    as("juror2").get(meeting.at("/motions/1")).then().body("tally", nullValue());
    meeting
        .tryClose(1, null)
        .then()
        .statusCode(422)
        .body("violations.pointer", contains("/castingVote"));
    meeting
        .tryClose(1, "FOR")
        .then()
        .statusCode(200)
        .body("state", equalTo("ADOPTED"))
        .body("tally", equalTo(Map.of("inFavour", 2, "against", 2, "abstained", 0)));
    as("president")
        .get(edition.at("/decisions/78138"))
        .then()
        .body("level", equalTo(4))
        .body("reason", containsString("Vote n° 1.1 : 2 pour, 2 contre"))
        .body("reason", containsString("voix prépondérante"));
    meeting.tryVote("juror1", 1, "AGAINST", null).then().statusCode(409);
  }

  /** The figures of a closed vote stay, whoever comes and goes afterwards. */
  @Test
  void whoGoesBeforeTheEndHasAttended() {
    TestEdition edition = deliberation();
    Meeting meeting = Meeting.of(edition, attendance().subList(0, 3)).move(FOUR);
    meeting
        .vote("juror1", 1, "FOR")
        .vote("juror2", 1, "AGAINST")
        .tryVote("juror1", 1, "FOR", "juror3");
    meeting.close(1, null);
    meeting
        .attend(List.of(attendance().get(0), attendance().get(3)))
        .then()
        .statusCode(200)
        .body("attendance.juror", contains("juror1", "president"))
        .body("gone.juror", contains("juror2", "juror3"));
    as("juror1")
        .get(meeting.at("/motions/1"))
        .then()
        .body("entitled", equalTo(3))
        .body("attending", equalTo(2))
        .body("needed", equalTo(2))
        .body("cast", equalTo(3));
    meeting
        .attend(attendance().subList(0, 2))
        .then()
        .statusCode(200)
        .body("gone.juror", contains("juror3", "president"));
    // a member who leaves and gives a mandate is listed twice: as attending, then with a mandate
    meeting
        .attend(
            List.of(
                attendance().get(0),
                Map.of("juror", "juror2", "mode", "MANDATE", "holder", "juror1")))
        .then()
        .statusCode(200)
        .body("attendance.mode", contains("PRESENT", "MANDATE"))
        .body("gone.juror", contains("juror3", "president"));
    meeting.attend(attendance().subList(0, 2)).then().statusCode(200);
    meeting.end().finalise().then().statusCode(200);
    JsonPath sealed =
        JsonPath.from(as("president").get(edition.at("/seals/1")).<String>path("content"));
    sealed.setRootPath("sessions[0]");
    // juror2 attended, left, came back, gave a mandate, came back
    assertEquals(
        List.of("juror1", "juror2", "juror2", "juror2", "juror2", "juror3", "president"),
        sealed.getList("attendance.juror"));
    assertNull(sealed.get("attendance[0].arrivedAt"));
    assertNull(sealed.get("attendance[1].arrivedAt"));
    assertNotNull(sealed.get("attendance[1].leftAt"));
    assertEquals("MANDATE", sealed.getString("attendance[3].mode"));
    assertNotNull(sealed.get("attendance[4].arrivedAt"));
    assertNull(sealed.get("attendance[4].leftAt"));
    assertNotNull(sealed.get("attendance[6].leftAt"));
    assertEquals(3, sealed.getInt("motions[0].entitled"));
  }

  @Test
  void whereNobodyIsForItThereIsNoTie() {
    Meeting meeting = Meeting.of(deliberation(), attendance()).move(FOUR);
    meeting.tryClose(1, "FOR").then().statusCode(422).body("violations.code", contains("no-tie"));
    meeting.tryClose(1, null).then().statusCode(200).body("state", equalTo("REJECTED"));
  }

  /** The number of events is public, also to those who are recused from the dossier. */
  @Test
  void theNumberOfEventsDoesNotTellTheOutcome() {
    List<Long> events = new ArrayList<>();
    for (String choice : List.of("FOR", "AGAINST")) {
      Meeting meeting = Meeting.of(deliberation(), attendance()).move(FOUR);
      meeting.vote("juror1", 1, choice).vote("juror2", 1, choice).vote("president", 1, choice);
      long before = events();
      meeting.tryClose(1, null).then().statusCode(200);
      events.add(events() - before);
    }
    assertEquals(events.get(0), events.get(1));
  }

  private static long events() {
    return QuarkusTransaction.requiringNew().call(() -> AuditEvent.count());
  }

  @Test
  void theCastingVoteIsThatOfWhoPresidesAndAsItVoted() {
    Meeting meeting = Meeting.of(deliberation(), attendance()).move(FOUR);
    meeting.vote("juror1", 1, "FOR").vote("president", 1, "AGAINST");
    meeting
        .tryClose(1, "FOR")
        .then()
        .statusCode(422)
        .body("violations.code", contains("casting-vote-contradicts"));
    meeting.tryClose(1, "AGAINST").then().statusCode(200).body("state", equalTo("REJECTED"));
    meeting.attend(attendance().subList(0, 2)).then().statusCode(200);
    meeting.move(FOUR).vote("juror1", 2, "FOR").vote("juror2", 2, "AGAINST");
    meeting
        .tryClose(2, "FOR")
        .then()
        .statusCode(422)
        .body("violations.code", contains("no-casting-vote"));
    meeting.tryClose(2, null).then().statusCode(200).body("state", equalTo("REJECTED"));
  }

  @Test
  void whoIsRecusedLeavesAndHasNoVoteNorItsMandate() {
    TestEdition edition = deliberation();
    Meeting meeting = Meeting.of(edition, attendance());
    Map<String, Object> motion =
        Map.of("kind", "LEVEL", "dossier", "35054", "level", 3, "text", "Niveau calculé.");
    as("president", motion)
        .post(meeting.at("/motions"))
        .then()
        .statusCode(201)
        .body("left", contains("juror3"))
        .body("entitled", equalTo(3));
    meeting.tryVote("juror1", 1, "FOR", "juror3").then().statusCode(403);
    as("juror3").get(meeting.at("/motions")).then().body("items", empty());
    as("juror3").get(meeting.at("/motions/1")).then().statusCode(404);
    as("juror1").get(meeting.at("/motions")).then().body("items", hasSize(1));
    as("president", motion).post(meeting.at("/motions")).then().statusCode(409);
    // a motion without a vote is rejected
    meeting.close(1, null);
    as("president").get(edition.at("/decisions/35054")).then().statusCode(404);
  }

  @Test
  void anAdoptedDistinctionIsGivenAndAnOpenSessionHoldsUpFinalisation() {
    TestEdition edition = deliberation();
    Meeting meeting = Meeting.of(edition, attendance());
    meeting.move(
        Map.of(
            "kind",
            "DISTINCTION",
            "dossier",
            "78138",
            "distinction",
            "SPECIAL_MENTION",
            "title",
            "Mention médiation",
            "text",
            "Pour ses médiateurs."));
    meeting.act("/closing", null).then().statusCode(409);
    meeting.vote("juror1", 1, "FOR").close(1, null);
    as("president")
        .get(edition.at("/distinctions/78138"))
        .then()
        .body("distinctions.title", contains("Mention médiation"));
    edition.finalise().then().statusCode(409).body("violations.code", hasItem("session-open"));
    meeting.end().finalise().then().statusCode(200);
  }

  @Test
  void aMotionHasWhatItsKindNeeds() {
    Meeting meeting = Meeting.of(deliberation(), attendance());
    List<Map<String, Object>> unfit =
        List.of(
            Map.of("kind", "LEVEL", "text", "Sans dossier", "level", 3),
            Map.of("kind", "LEVEL", "text", "Sans niveau", "dossier", "78138"),
            Map.of("kind", "OTHER", "text", "Avec niveau", "level", 3),
            Map.of("kind", "DISTINCTION", "text", "Sans distinction", "dossier", "78138"),
            Map.of(
                "kind",
                "DISTINCTION",
                "text",
                "Sans titre",
                "dossier",
                "78138",
                "distinction",
                "SPECIAL_MENTION"),
            Map.of("kind", "LEVEL", "text", "Inconnu", "dossier", "99999", "level", 3));
    List<String> pointers =
        List.of("/dossier", "/level", "/level", "/distinction", "/title", "/dossier");
    for (int i = 0; i < unfit.size(); i++) {
      as("president", unfit.get(i))
          .post(meeting.at("/motions"))
          .then()
          .statusCode(422)
          .body("violations.pointer", contains(pointers.get(i)));
    }
    as("president").get(meeting.at("/motions")).then().body("items", empty());
  }

  /**
   * The votes of members who leave do not count, and a motion without a quorum can be withdrawn.
   */
  @Test
  void whoLeavesTakesItsVoteAlongAndAMotionCanBeTakenBack() {
    TestEdition edition = deliberation();
    Meeting meeting = Meeting.of(edition, attendance()).move(FOUR);
    meeting.vote("juror2", 1, "AGAINST");
    meeting.tryVote("juror1", 1, "FOR", "juror3").then().statusCode(200).body("cast", equalTo(2));
    List<Map<String, Object>> fewer =
        List.of(
            Map.of("juror", "juror2", "mode", "REMOTE"),
            Map.of("juror", "juror3", "mode", "PRESENT"));
    meeting.attend(fewer).then().statusCode(200);
    // a vote cast with a mandate that has ended does not count
    as("president")
        .get(meeting.at("/motions/1"))
        .then()
        .body("entitled", equalTo(2))
        .body("cast", equalTo(1));
    meeting.tryClose(1, "FOR").then().statusCode(422).body("violations.code", contains("no-tie"));
    meeting.attend(List.of(Map.of("juror", "juror2", "mode", "REMOTE"))).then().statusCode(200);
    meeting.tryClose(1, null).then().statusCode(409);
    meeting
        .act("/motions/1/withdrawal", null)
        .then()
        .statusCode(200)
        .body("state", equalTo("WITHDRAWN"));
    meeting.end().finalise().then().statusCode(200);
  }

  /** The policy can count mandates towards the quorum, if their holders attend. */
  @Test
  void mandatesCountIfPolicySaysSoAndTheirHolderIsThere() {
    Map<String, Object> rules =
        Map.of(
            "quorum",
            1,
            "mandatesCount",
            true,
            "mandatesPerMember",
            2,
            "castingVote",
            false,
            "doubtful",
            0.6);
    TestEdition edition = new TestEdition(Map.of("severity", "NONE", "deliberation", rules));
    edition.dossier("35054", 1).assign("35054", "juror2", "juror3");
    edition.seat(Office.MEMBER, "juror1").seat(Office.PRESIDENT, "president");
    edition.recuse("juror1", "35054").then().statusCode(201);
    edition.move("EVALUATION").score("35054", "juror2", 1, 3).score("35054", "juror3", 1, 3);
    Meeting meeting = Meeting.of(edition.move("DELIBERATION"), attendance());
    as("president").get(meeting.at("")).then().body("attending", equalTo(4));
    as("president", Map.of("kind", "LEVEL", "dossier", "35054", "level", 3, "text", "Trois"))
        .post(meeting.at("/motions"))
        .then()
        .statusCode(409)
        .body("type", equalTo("/api/v1/problems/too-few-attend"));
    meeting.move(Map.of("kind", "OTHER", "text", "Motion")).close(1, null);
    as("president").get(meeting.at("/motions/1")).then().body("state", equalTo("REJECTED"));
  }

  @Test
  void theAgendaIsMadeOfTheQueues() {
    TestEdition edition = deliberation();
    as("president")
        .get(edition.at("/deliberations/agenda"))
        .then()
        .statusCode(200)
        .body("items.dossier", hasItem("78138"))
        .body("items.find { it.dossier == '78138' }.grounds", hasItem("DIVERGENT"))
        // other tests may have changed the last level
        .body(
            "items.every { it.grounds.contains('LEVEL_CHANGED') =="
                + " (it.lastLevel != null && it.lastLevel != it.computedLevel) }",
            equalTo(true))
        .body("items.find { it.dossier == '35054' }.grounds", not(hasItem("DIVERGENT")));
    as("secretariat").get(edition.at("/deliberations/agenda")).then().statusCode(403);
  }

  /** The score is enough for 4 @; one covered issue allows 1 @ only, and two would allow 2 @. */
  @Test
  void aGateOfTheNextLevelThatIsMissedByOneIssueIsOnTheAgenda() {
    Map<String, Object> levels =
        Map.of(
            "thresholds",
            List.of(0.2, 0.3, 0.4, 0.5, 0.9),
            "gates",
            List.of(
                Map.of("level", 2, "coveredIssues", 2),
                Map.of("level", 3, "coveredIssues", 5),
                Map.of("level", 4, "coveredIssues", 9)),
            "floor",
            0);
    TestEdition edition = new TestEdition(Map.of("severity", "NONE", "levels", levels));
    edition.dossier("78138", 1).assign("78138", "juror1", "juror2").move("EVALUATION");
    edition.score("78138", "juror1", 1, 4).score("78138", "juror2", 1, 4).move("DELIBERATION");
    as("president")
        .get(edition.at("/deliberations/agenda"))
        .then()
        .body("items[0].computedLevel", equalTo(1))
        .body("items[0].grounds", hasItem("GATE_MISSED"));
  }

  @Test
  void ofVotesAtTheSameMomentOneIsKept() {
    Meeting meeting = Meeting.of(deliberation(), attendance()).move(FOUR);
    Callable<Integer> vote = () -> meeting.tryVote("juror1", 1, "FOR", null).statusCode();
    List<Integer> statuses = Concurrently.run(Collections.nCopies(6, vote));
    assertEquals(6, Collections.frequency(statuses, 200), statuses::toString);
    as("president").get(meeting.at("/motions/1")).then().body("cast", equalTo(1));
  }
}
