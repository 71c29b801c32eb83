package org.arobase;

import static org.arobase.testing.Http.anyone;
import static org.arobase.testing.Http.as;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.arobase.authority.LocalAuthority;
import org.arobase.jury.Juror;
import org.arobase.jury.Juror.Office;
import org.arobase.testing.HttpTest;
import org.arobase.testing.Meeting;
import org.arobase.testing.TestEdition;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;

/** A list takes the same number of SQL statements for 30 rows as for 1. */
@HttpTest
class StatementCountTest {
  private static final int MANY = 30;

  private final SessionFactory sessions;

  StatementCountTest(SessionFactory sessions) {
    this.sessions = sessions;
  }

  @Test
  void listsOfAnEdition() {
    TestEdition one = published(1);
    TestEdition many = published(MANY);
    assertSame("secretariat", one, many, e -> e.at("/dossiers"));
    assertSame("secretariat", one, many, e -> e.at("/assignments"));
    assertSame("secretariat", one, many, e -> e.at("/recusals"));
    assertSame("juror1", one, many, e -> "/me/score-sheets?edition=" + e.year);
    assertSame("president", one, many, e -> e.at("/ratings"));
    assertSame("president", one, many, e -> e.at("/ratings"));
    assertSame("", one, many, e -> "/palmares/" + e.year);
    assertSame("president", one, many, e -> e.at("/reviews"));
    for (String whole :
        List.of("/seals/1/verification", "/seals/1", "/minutes", "/anonymised-marks")) {
      assertEquals(
          counted("president", one.at(whole)), counted("president", many.at(whole)), whole);
    }
    assertSame("secretariat", one, many, e -> e.at("/dossiers/export"));
    assertSame("secretariat", one, many, e -> e.at("/recusals/export"));
    assertSame("secretariat", one, many, e -> e.at("/assignments/export"));
    for (String whole : List.of("/progress", "/score-sheets/export", "/dossiers/78003/mosaic")) {
      assertEquals(
          counted("secretariat", one.at(whole)), counted("secretariat", many.at(whole)), whole);
    }
  }

  @Test
  void reviewsWithARapporteur() {
    TestEdition one = published(1, StatementCountTest::review);
    TestEdition many = published(MANY, StatementCountTest::review);
    assertSame("president", one, many, e -> e.at("/reviews"));
  }

  private static void review(TestEdition edition, String code) {
    String review = edition.at("/reviews/" + code);
    var change = Map.of("stage", "CONSENSUS", "statement", "Un avis.", "rapporteur", "juror1");
    as("president", change)
        .header("If-Match", as("president").get(review).header("ETag"))
        .put(review)
        .then()
        .statusCode(200)
        .body("rapporteur", equalTo("juror1"));
  }

  @Test
  void whatASessionVotesOnAndWhatItGives() {
    TestEdition one = published(1, this::moved);
    TestEdition many = published(MANY, this::moved);
    assertSame("president", one, many, e -> e.at("/deliberations/1/motions"));
    assertSame("president", one, many, e -> e.at("/distinctions"));
  }

  private final Map<Integer, Meeting> meetings = new HashMap<>();

  private void moved(TestEdition edition, String code) {
    Meeting meeting =
        meetings.computeIfAbsent(edition.year, year -> Meeting.of(edition, "juror1", "president"));
    int number = 1 + as("president").get(meeting.at("/motions?limit=500")).<Integer>path("total");
    meeting
        .move(Map.of("kind", "OTHER", "dossier", code, "text", "Motion"))
        .vote("juror1", number, "FOR")
        .close(number, null);
    as("president", Map.of("distinctions", List.of(Map.of("kind", "GREEN_AT", "reason", "Vert"))))
        .header("If-Match", "\"0\"")
        .put(edition.at("/distinctions/" + code))
        .then()
        .statusCode(200);
  }

  @Test
  void initiativesOfADossier() {
    TestEdition edition = new TestEdition().dossier("35054", 1).dossier("78138", MANY);
    long one = statements("secretariat", edition.at("/dossiers/35054/initiatives"), 1);
    long many = statements("secretariat", edition.at("/dossiers/78138/initiatives"), MANY);
    assertEquals(one, many);
  }

  @Test
  void events() {
    String events = "/audit?edition=" + published(1).year + "&limit=";
    long one = statements("secretariat", events + 1, 1);
    assertEquals(one, statements("secretariat", events + 15, 15));
  }

  @Test
  void membersOfAJury() {
    TestEdition one = new TestEdition().seat(Office.MEMBER, "juror1");
    TestEdition many = new TestEdition();
    for (int n = 1; n <= MANY; n++) {
      many.seat(Office.MEMBER, "member" + n);
    }
    List.of(one, many).forEach(StatementCountTest::affiliate);
    assertSame("secretariat", one, many, e -> e.at("/jurors"));
  }

  private static void affiliate(TestEdition edition) {
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                Juror.update(
                    "affiliation = ?1 where edition.year = ?2",
                    LocalAuthority.of("78138").orElseThrow(),
                    edition.year));
  }

  @Test
  void authorities() {
    assertEquals(
        statements("", "/authorities?q=chanteloup-les-v", 1),
        statements("", "/authorities?limit=30", MANY));
  }

  private void assertSame(
      String user, TestEdition one, TestEdition many, Function<TestEdition, String> list) {
    long atOne = statements(user, list.apply(one), 1);
    long atMany = statements(user, list.apply(many), MANY);
    assertEquals(atOne, atMany);
  }

  /** The number of SQL statements for an answer that is not a list. */
  private long counted(String user, String path) {
    RequestSpecification request = as(user);
    sessions.getStatistics().clear();
    request.get(path).then().statusCode(200);
    return sessions.getStatistics().getPrepareStatementCount();
  }

  private long statements(String user, String path, int rows) {
    // signs in first, so that the sign-in is not counted
    RequestSpecification request = user.isEmpty() ? anyone() : as(user);
    sessions.getStatistics().clear();
    Response response = request.get(path);
    long statements = sessions.getStatistics().getPrepareStatementCount();
    Object body = response.path("");
    List<?> items = body instanceof List<?> list ? list : response.path("items");
    assertEquals(rows, items.size(), response::asString);
    assertTrue(statements > 0, "the statistics count nothing");
    return statements;
  }

  private TestEdition published(int dossiers) {
    return published(dossiers, (edition, code) -> {});
  }

  private TestEdition published(int dossiers, BiConsumer<TestEdition, String> deliberating) {
    TestEdition edition = new TestEdition();
    List<String> codes =
        anyone()
            .get("/authorities?kind=MUNICIPALITY&department=78&limit=" + dossiers)
            .path("items.code");
    codes.forEach(code -> edition.dossier(code, 1));
    // each dossier has one assignment, so that both lists have the same length
    codes.forEach(code -> edition.assign(code, "juror1"));
    edition.seat(Office.MEMBER, "juror2");
    codes.forEach(code -> edition.recuse("juror2", code).then().statusCode(201));
    quorumOfOne(edition);
    IntStream.range(0, codes.size()).forEach(i -> edition.score(codes.get(i), "juror1", 1, i % 6));
    edition.move("DELIBERATION");
    codes.forEach(code -> deliberating.accept(edition, code));
    if (meetings.containsKey(edition.year)) {
      meetings.get(edition.year).end();
    }
    edition.finalise().then().statusCode(200);
    edition.publish().then().statusCode(200);
    return edition;
  }

  private static void quorumOfOne(TestEdition edition) {
    edition.tryMove("DRAFT", "quorum").then().statusCode(200);
    @SuppressWarnings("unchecked")
    var policy = (Map<String, Object>) TestEdition.wanted(edition.year).get("policy");
    policy.put("quorum", 1);
    as("secretariat", policy)
        .header("If-Match", as("secretariat").get(edition.at("")).header("ETag"))
        .put(edition.at("/rating-policy"))
        .then()
        .statusCode(200);
    edition.move("OPEN").move("EVALUATION");
  }
}
