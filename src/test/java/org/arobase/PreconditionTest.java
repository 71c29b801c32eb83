package org.arobase;

import static org.arobase.testing.Http.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.arobase.jury.Juror.Office;
import org.arobase.testing.Concurrently;
import org.arobase.testing.Contract;
import org.arobase.testing.Contract.Operation;
import org.arobase.testing.HttpTest;
import org.arobase.testing.Meeting;
import org.arobase.testing.TestEdition;
import org.arobase.testing.Wire;
import org.arobase.testing.Wire.Sent;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Nobody overwrites a version that they have not seen. For every operation of the contract that
 * takes If-Match: 428 without it, 412 with a stale one or with *, and a refusal writes nothing. Of
 * eight clients that send the same ETag at the same moment, exactly one is let through. An
 * operation that is missing here fails the test.
 */
@HttpTest
class PreconditionTest {
  private static final String CODE = "78138";
  private static final int CLIENTS = 8;

  /**
   * The statuses for clients that come second: 412, or 404 or 409 because the resource is gone or
   * its state has changed.
   */
  private static final Map<String, Set<Integer>> OTHERWISE =
      Map.ofEntries(
          Map.entry("removeInitiative", Set.of(412, 404)),
          Map.entry("liftRecusal", Set.of(412, 404)),
          Map.entry("removeJuror", Set.of(412, 404)),
          Map.entry("finaliseEdition", Set.of(412, 409)),
          Map.entry("publishEdition", Set.of(412, 409)),
          Map.entry("openDeliberation", Set.of(412, 409)),
          Map.entry("closeDeliberation", Set.of(412, 409)),
          Map.entry("closeMotion", Set.of(412, 409)),
          Map.entry("withdrawMotion", Set.of(412, 409)),
          Map.entry("signDecision", Set.of(412, 409)));

  /**
   * A write to something that exists.
   *
   * @param of the address whose ETag it sends
   */
  private record Write(String user, String of, String method, String address, String body) {
    Sent with(String... headers) {
      return new Sent(method, address, body, headers);
    }
  }

  private final ObjectMapper json;
  private final Map<String, Function<TestEdition, Write>> writes = new TreeMap<>();

  PreconditionTest(ObjectMapper json) {
    this.json = json;
    writes.put("replaceInitiative", e -> initiative(e, "PUT", TestEdition.initiative("site-web")));
    writes.put("removeInitiative", e -> initiative(e, "DELETE", null));
    writes.put("replaceAnchor", this::anchor);
    writes.put("replaceFramework", e -> framework(e, "PUT", ""));
    writes.put("freezeFramework", e -> framework(e, "POST", "/freezing"));
    writes.put("replaceRatingPolicy", this::policy);
    writes.put(
        "moveEdition", e -> ofEdition(e, "secretariat", "/phase", Map.of("to", "EVALUATION")));
    writes.put("changeEdition", e -> write("secretariat", e.at(""), "PATCH", e.at(""), Map.of()));
    writes.put("changeJuror", e -> juror(e, "PATCH", "", Map.of()));
    writes.put("removeJuror", this::newJuror);
    writes.put("answerInvitation", this::membership);
    writes.put("replaceAssignments", this::assignments);
    writes.put("withdrawJuror", e -> juror(e, "POST", "/withdrawal", Map.of("reason", "Malade")));
    writes.put("liftRecusal", this::recusal);
    writes.put("appointChair", this::chair);
    writes.put("replaceScoreSheet", e -> sheet(e.move("EVALUATION"), "PUT"));
    writes.put("changeScoreSheet", e -> sheet(e.move("EVALUATION"), "PATCH"));
    writes.put("replacePrivateNotes", this::notes);
    writes.put("submitScoreSheet", this::submission);
    writes.put("reopenScoreSheet", this::reopening);
    writes.put("changeReview", this::review);
    writes.put("decide", this::decision);
    writes.put("signDecision", this::signature);
    writes.put("replaceDistinctions", this::distinctions);
    writes.put("changeDeliberation", e -> session(scored(e), "PUT", ""));
    writes.put("openDeliberation", e -> session(attended(scored(e)), "POST", "/opening"));
    writes.put("closeDeliberation", e -> session(opened(scored(e)), "POST", "/closing"));
    writes.put("closeMotion", e -> session(moved(scored(e)), "POST", MOTION + "/closing"));
    writes.put("withdrawMotion", e -> session(moved(scored(e)), "POST", MOTION + "/withdrawal"));
    writes.put("replaceEmbargo", e -> embargo(finalised(e)));
    writes.put("correctPalmares", this::correction);
    writes.put(
        "finaliseEdition", e -> ofEdition(scored(e), "president", "/finalisation", Map.of()));
    writes.put("publishEdition", e -> ofEdition(finalised(e), "secretariat", "/publication", null));
  }

  @Test
  void everySuchOperationIsTried() {
    Set<String> inContract =
        Contract.operations().stream()
            .filter(o -> o.headers().contains("If-Match"))
            .map(Operation::id)
            .collect(Collectors.toSet());
    assertEquals(inContract, writes.keySet());
  }

  @TestFactory
  List<DynamicTest> ofClientsOnOneVersionOneIsLetThrough() {
    return writes.keySet().stream()
        .map(id -> DynamicTest.dynamicTest(id, () -> race(id, writes.get(id))))
        .toList();
  }

  private void race(String id, Function<TestEdition, Write> prepare) throws IOException {
    TestEdition edition = new TestEdition().dossier(CODE, 1).assign(CODE, "juror1", "juror2");
    Write write = prepare.apply(edition);
    String etag = as(write.user()).get(write.of()).header("ETag");
    assertEquals(428, status(write.user(), write.with()));
    assertEquals(412, status(write.user(), write.with("If-Match", "\"999999\"")));
    assertEquals(412, status(write.user(), write.with("If-Match", "*")));
    assertEquals(etag, as(write.user()).get(write.of()).header("ETag"), "a refusal has written");
    Callable<Integer> client = () -> status(write.user(), write.with("If-Match", etag));
    List<Integer> statuses = Concurrently.run(Collections.nCopies(CLIENTS, client));
    Set<Integer> others = OTHERWISE.getOrDefault(id, Set.of(412));
    assertEquals(1, statuses.stream().filter(s -> s / 100 == 2).count(), statuses::toString);
    assertTrue(
        statuses.stream().filter(s -> s / 100 != 2).allMatch(others::contains), statuses::toString);
  }

  private static int status(String user, Sent sent) throws IOException {
    return Wire.send(user, sent).statusCode();
  }

  private Write write(String user, String of, String method, String address, Object body) {
    try {
      String text = body == null ? "" : json.writeValueAsString(body);
      return new Write(user, of, method, address, text);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private Write initiative(TestEdition e, String method, Object body) {
    String address = e.at("/dossiers/" + CODE + "/initiatives/1");
    return write("secretariat", address, method, address, body);
  }

  private Write anchor(TestEdition e) {
    String address = e.at("/dossiers/" + CODE + "/anchor");
    return write("secretariat", address, "PUT", address, Map.of("score", 0.5));
  }

  private Write policy(TestEdition e) {
    e.tryMove("DRAFT", "Pour voir").then().statusCode(200);
    String address = e.at("/rating-policy");
    Object same = as("secretariat").get(address).path("policy");
    return write("secretariat", address, "PUT", address, same);
  }

  private Write ofEdition(TestEdition e, String user, String act, Object body) {
    return write(user, e.at(""), "POST", e.at(act), body);
  }

  private Write juror(TestEdition e, String method, String act, Object body) {
    String address = e.at("/jurors/juror1");
    return write("secretariat", address, method, address + act, body);
  }

  private Write framework(TestEdition e, String method, String act) {
    String id = "precondition-" + e.year;
    Map<String, Object> copy = Map.of("id", id, "title", Map.of("fr", "Copie", "en", "Copy"));
    as("secretariat", copy).post("/frameworks/sample-framework-2020/copies");
    Map<String, Object> changed = as("secretariat").get("/frameworks/" + id).path("document");
    changed.put("title", Map.of("fr", "Autre", "en", "Other"));
    String address = "/frameworks/" + id;
    Object body = method.equals("PUT") ? changed : null;
    return write("secretariat", address, method, address + act, body);
  }

  private Write newJuror(TestEdition e) {
    Map<String, String> juror = Map.of("id", "martin", "username", "martin", "name", "Martin");
    as("secretariat", juror).post(e.at("/jurors")).then().statusCode(201);
    String address = e.at("/jurors/martin");
    return write("secretariat", address, "DELETE", address, null);
  }

  private Write membership(TestEdition e) {
    String address = "/me/jury-membership?edition=" + e.year;
    return write("juror1", address, "PATCH", address, Map.of("answer", "ACCEPTED"));
  }

  private Write assignments(TestEdition e) {
    Object all = Map.of("assignments", List.of(Map.of("dossier", CODE, "juror", "juror1")));
    return write("secretariat", e.at(""), "PUT", e.at("/assignments"), all);
  }

  private Write recusal(TestEdition e) {
    int id = e.recuse("juror1", CODE).then().statusCode(201).extract().path("id");
    String address = e.at("/recusals/" + id);
    return write("secretariat", address, "DELETE", address + "?reason=Erreur", null);
  }

  private Write chair(TestEdition e) {
    e.seat(Office.PRESIDENT, "president").move("EVALUATION");
    e.recuse("president", CODE).then().statusCode(201);
    String address = e.at("/chairs/" + CODE);
    Map<String, String> chair = Map.of("juror", "juror1", "reason", "Déport");
    as("secretariat", chair).put(address).then().statusCode(200);
    return write("secretariat", address, "PUT", address, chair);
  }

  private Write notes(TestEdition e) {
    String address = e.move("EVALUATION").at("/dossiers/" + CODE + "/notes");
    return write("juror1", address, "PUT", address, Map.of("overall", "À relire"));
  }

  private Write sheet(TestEdition e, String method) {
    return write("juror1", e.sheetOf(CODE), method, e.sheetOf(CODE), TestEdition.sheet(1, 3));
  }

  private Write submission(TestEdition e) {
    String address = e.move("EVALUATION").sheetOf(CODE);
    as("juror1", TestEdition.sheet(1, 3)).header("If-Match", "\"0\"").put(address);
    return write("juror1", address, "POST", address + "/submission", null);
  }

  private Write reopening(TestEdition e) {
    e.move("EVALUATION").score(CODE, "juror1", 1, 3);
    String address = e.at("/dossiers/" + CODE + "/score-sheets/juror1");
    return write("president", address, "POST", address + "/reopening", Map.of("reason", "Erreur"));
  }

  private Write review(TestEdition e) {
    String address = scored(e).at("/reviews/" + CODE);
    Object change = Map.of("stage", "CONSENSUS", "statement", "Avis");
    return write("president", address, "PUT", address, change);
  }

  private Write decision(TestEdition e) {
    String address = scored(e).at("/decisions/" + CODE);
    as("president", Map.of("level", 3)).put(address).then().statusCode(200);
    return write("president", address, "PUT", address, Map.of("level", 2, "reason", "Débat"));
  }

  private static final String MOTION = "/motions/1";
  private static final List<Map<String, Object>> ATTENDING =
      Stream.of("juror1", "juror2", "president")
          .map(juror -> Map.<String, Object>of("juror", juror, "mode", "PRESENT"))
          .toList();

  private Write signature(TestEdition e) {
    String address = scored(e).at("/decisions/" + CODE);
    as("president", Map.of("level", 3)).put(address).then().statusCode(200);
    return write("juror1", address, "POST", address + "/signature", null);
  }

  private Write distinctions(TestEdition e) {
    String address = scored(e).at("/distinctions/" + CODE);
    return write("president", address, "PUT", address, Map.of("distinctions", List.of()));
  }

  private static String session(TestEdition e) {
    return e.at("/deliberations/1");
  }

  private static Meeting planned(TestEdition e) {
    e.seat(Office.PRESIDENT, "president");
    return Meeting.planned(e);
  }

  private static TestEdition attended(TestEdition e) {
    planned(e).attend(ATTENDING).then().statusCode(200);
    return e;
  }

  private static TestEdition opened(TestEdition e) {
    Meeting.of(e, ATTENDING);
    return e;
  }

  private static TestEdition moved(TestEdition e) {
    Meeting.of(e, ATTENDING).move(Map.of("kind", "OTHER", "text", "Motion"));
    return e;
  }

  private static Map<String, Object> attendance() {
    return Map.of("heldAt", "2030-01-01T09:00:00Z", "place", "Salle 3", "attendance", ATTENDING);
  }

  private Write session(TestEdition e, String method, String act) {
    if (method.equals("PUT")) {
      planned(e);
      return write("president", session(e), method, session(e), attendance());
    }
    boolean motion = act.startsWith(MOTION);
    String of = motion ? session(e) + MOTION : session(e);
    Object body = act.endsWith(MOTION + "/closing") ? Map.of() : null;
    return write("president", of, method, session(e) + act, body);
  }

  private Write embargo(TestEdition e) {
    String address = e.at("/embargo");
    return write("secretariat", address, "PUT", address, Map.of("endsAt", "2099-01-01T00:00:00Z"));
  }

  private Write correction(TestEdition e) {
    finalised(e).publish().then().statusCode(200);
    return ofEdition(
        e, "president", "/corrections", Map.of("reason", "Encore", "changes", List.of()));
  }

  private static TestEdition scored(TestEdition e) {
    e.move("EVALUATION").score(CODE, "juror1", 1, 3).score(CODE, "juror2", 1, 3);
    return e.move("DELIBERATION");
  }

  private static TestEdition finalised(TestEdition e) {
    scored(e).finalise().then().statusCode(200);
    return e;
  }
}
