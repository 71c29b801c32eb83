package org.arobase;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.arobase.testing.Server;
import org.arobase.testing.TestEdition;
import org.arobase.testing.TestGround;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * kill -9 of the packaged application under three writing jurors: what was acknowledged is there.
 */
class CrashIT {
  private static final Path HOME = Path.of("target/crash-home");
  private static final String SHEET = "/editions/2020/dossiers/78138/score-sheets/me";
  private static final List<String> JURORS = List.of("juror1", "juror2", "juror3");
  private static final int BEFORE_THE_CRASH = 15;
  private static final Map<String, String> SMALL = Map.of("AROBASE_SAMPLE_DOSSIERS", "2");

  private static final ExecutorService threads = Executors.newFixedThreadPool(JURORS.size());

  private static Server server;

  @BeforeAll
  static void firstStart() {
    TestGround.delete(HOME);
    server = new Server(HOME, SMALL).awaitReady();
  }

  @AfterAll
  static void lastStop() {
    server.stop();
    threads.shutdown();
  }

  @Test
  void whatWasAcknowledgedIsThereAfterKillNine() throws Exception {
    Map<String, RequestSpecification> signedIn = new HashMap<>();
    JURORS.forEach(juror -> signedIn.put(juror, server.as(juror)));
    Map<String, Map<String, Integer>> acknowledged = new HashMap<>();
    List<CompletableFuture<Void>> writers = new ArrayList<>();
    for (String juror : JURORS) {
      Map<String, Integer> own = new ConcurrentHashMap<>();
      acknowledged.put(juror, own);
      writers.add(
          CompletableFuture.runAsync(() -> writeUntilItEnds(signedIn.get(juror), own), threads));
    }
    while (acknowledged.values().stream().anyMatch(done -> done.size() < BEFORE_THE_CRASH)) {
      assertFalse(writers.stream().anyMatch(CompletableFuture::isDone), "a writer gave up early");
      Thread.sleep(10);
    }
    List<ProcessHandle> children = server.children();
    assertTrue(children.size() >= 2, "the guard and the database should run");
    server.kill();
    CompletableFuture.allOf(writers.toArray(CompletableFuture[]::new)).get(30, TimeUnit.SECONDS);
    for (ProcessHandle child : children) {
      child.onExit().get(30, TimeUnit.SECONDS);
    }

    server = new Server(HOME, SMALL).awaitReady();
    for (String juror : JURORS) {
      Response sheet = server.as(juror).get(SHEET);
      Map<String, Integer> kept = new HashMap<>();
      List<Map<String, Object>> marks = sheet.path("marks");
      marks.forEach(
          m -> kept.put(cell(m.get("initiative"), m.get("criterion")), (int) m.get("value")));
      kept.keySet().retainAll(acknowledged.get(juror).keySet());
      assertEquals(acknowledged.get(juror), kept);
    }
  }

  /**
   * Marks cell after cell, round after round. The cell of a write that is under way is not among
   * the acknowledged ones: unanswered, it may be there or not.
   */
  private static void writeUntilItEnds(
      RequestSpecification juror, Map<String, Integer> acknowledged) {
    String etag = "\"0\"";
    for (int n = 0; ; n++) {
      int initiative = 1 + n / TestEdition.CRITERIA.size() % 10;
      String criterion = TestEdition.CRITERIA.get(n % TestEdition.CRITERIA.size());
      int value = (n + n / 50) % 6;
      acknowledged.remove(cell(initiative, criterion));
      Response answer;
      try {
        answer = patch(juror, etag, initiative, criterion, value);
      } catch (Exception crashed) {
        return;
      }
      assertEquals(200, answer.statusCode());
      etag = answer.header("ETag");
      acknowledged.put(cell(initiative, criterion), value);
    }
  }

  private static Response patch(
      RequestSpecification juror, String etag, int initiative, String criterion, int value) {
    Map<String, Object> mark =
        Map.of("initiative", initiative, "criterion", criterion, "value", value);
    return given()
        .spec(juror)
        .contentType(ContentType.JSON)
        .header("If-Match", etag)
        .body(Map.of("marks", List.of(mark)))
        .patch(SHEET);
  }

  private static String cell(Object initiative, Object criterion) {
    return initiative + "/" + criterion;
  }

  @Test
  void aSecondServerOnTheSameHomeSaysWhyItCannotStart() {
    Server second = new Server(Path.of("target/../target/crash-home"), SMALL);
    assertEquals(1, second.awaitEnd());
    assertTrue(second.output().contains("Another Arobase uses"), second::output);
    assertFalse(second.output().contains("\tat "), second::output);
  }
}
