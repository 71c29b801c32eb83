package org.arobase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
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

  private static Server server;

  @BeforeAll
  static void firstStart() {
    TestGround.delete(HOME);
    server = new Server(HOME, SMALL).awaitReady();
  }

  @AfterAll
  static void lastStop() {
    server.stop();
  }

  @Test
  void whatWasAcknowledgedIsThereAfterKillNine() throws Exception {
    Map<String, Set<String>> acknowledged = new ConcurrentHashMap<>();
    List<CompletableFuture<Void>> writers = new ArrayList<>();
    for (String juror : JURORS) {
      acknowledged.put(juror, ConcurrentHashMap.newKeySet());
      RequestSpecification signedIn = server.as(juror);
      writers.add(
          CompletableFuture.runAsync(() -> writeUntilItEnds(signedIn, acknowledged.get(juror))));
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
      List<String> cells =
          sheet.path("marks.collect { it.initiative + '/' + it.criterion + '=' + it.value }");
      Set<String> lost = new HashSet<>(acknowledged.get(juror));
      lost.removeAll(cells);
      assertEquals(Set.of(), lost);
    }
  }

  /** Marks cell after cell, each with a value that tells where it came from. */
  private static void writeUntilItEnds(RequestSpecification juror, Set<String> acknowledged) {
    String etag = "\"0\"";
    for (int cell = 0; cell < 10 * TestEdition.CRITERIA.size(); cell++) {
      int initiative = 1 + cell / TestEdition.CRITERIA.size();
      String criterion = TestEdition.CRITERIA.get(cell % TestEdition.CRITERIA.size());
      Map<String, Object> mark =
          Map.of("initiative", initiative, "criterion", criterion, "value", cell % 6);
      try {
        Response answer =
            io.restassured.RestAssured.given()
                .spec(juror)
                .contentType(ContentType.JSON)
                .header("If-Match", etag)
                .body(Map.of("marks", List.of(mark)))
                .patch(SHEET);
        assertEquals(200, answer.statusCode());
        etag = answer.header("ETag");
        acknowledged.add(initiative + "/" + criterion + "=" + cell % 6);
        Thread.sleep(20);
      } catch (Exception e) {
        return;
      }
    }
  }

  @Test
  void aSecondServerOnTheSameHomeSaysWhyItCannotStart() {
    Server second = new Server(Path.of("target/../target/crash-home"), SMALL);
    assertEquals(1, second.awaitEnd());
    assertTrue(second.output().contains("Another Arobase uses"), second::output);
    assertFalse(second.output().contains("\tat "), second::output);
  }
}
