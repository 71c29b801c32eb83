package org.arobase;

import static org.hamcrest.Matchers.empty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.arobase.testing.Http;
import org.arobase.testing.Rounds;
import org.arobase.testing.Server;
import org.arobase.testing.TestGround;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What was acknowledged is there, whatever dies: kill -9 of the packaged application, of the
 * database, or of both, while eight jurors write. Whatever was not answered is sent again: 0 lost,
 * 0 done twice, the record intact. Four kills by default, twenty with -Ddrill.kills=20 (1,703
 * writes acknowledged). The server's log is searched for passwords, tokens and marks. A second
 * server on the same home says why it cannot start.
 */
@Tag("exhaustive")
class CrashDrillIT {
  private static final Path HOME = Path.of("target/crash-home");
  private static final int KILLS = Rounds.of(20, 2);
  private static final int JURORS = 8;
  private static final int WRITES_BETWEEN = 80;

  /** With 32 sample dossiers, the jury has eight members. */
  private static final Map<String, String> SAMPLE = Map.of("AROBASE_SAMPLE_DOSSIERS", "32");

  private static Server server;

  @BeforeAll
  static void firstStart() {
    TestGround.delete(HOME);
    server = new Server(HOME, SAMPLE).awaitReady();
  }

  @AfterAll
  static void lastStop() {
    server.stop();
    String log = server.output();
    List<String> secrets = new ArrayList<>(List.of("eyJ", "Exercice", "\"value\""));
    List.of("president", "secretariat", "juror1").forEach(u -> secrets.add(Http.password(HOME, u)));
    secrets.forEach(secret -> assertFalse(log.contains(secret), () -> "the log has " + secret));
  }

  @Test
  void nothingAcknowledgedIsLostAndNothingIsDoneTwice() throws Exception {
    Map<String, String> dossiers = openSheets();
    List<WritingJuror> jurors = new ArrayList<>();
    dossiers.forEach((juror, code) -> jurors.add(new WritingJuror(server, juror, code)));
    ExecutorService threads = Executors.newFixedThreadPool(JURORS);
    List<Future<?>> writing = new ArrayList<>();
    jurors.forEach(juror -> writing.add(threads.submit(juror)));
    for (int kill = 0; kill < KILLS; kill++) {
      awaitWrites(jurors, writing);
      crash(kill, jurors);
    }
    awaitWrites(jurors, writing);
    jurors.forEach(WritingJuror::finish);
    for (Future<?> juror : writing) {
      juror.get(60, TimeUnit.SECONDS);
    }
    threads.shutdown();
    check(jurors);
  }

  /** Reopens one submitted sheet of each juror; returns the dossiers by juror. */
  private static Map<String, String> openSheets() {
    Map<String, String> dossiers = new TreeMap<>();
    List<Map<String, String>> assignments =
        server.as("president").get("/editions/2020/assignments?limit=500").path("items");
    assignments.stream()
        .filter(a -> !a.get("dossier").equals("78138"))
        .forEach(a -> dossiers.putIfAbsent(a.get("juror"), a.get("dossier")));
    assertEquals(JURORS, dossiers.size());
    dossiers.forEach(
        (juror, code) -> {
          String sheet = "/editions/2020/dossiers/" + code + "/score-sheets/" + juror;
          Response seen = server.as("president").get(sheet);
          server
              .as("president")
              .contentType(ContentType.JSON)
              .header("If-Match", seen.header("ETag"))
              .body(Map.of("reason", "Exercice"))
              .post(sheet + "/reopening")
              .then()
              .statusCode(200);
        });
    return dossiers;
  }

  private static void awaitWrites(List<WritingJuror> jurors, List<Future<?>> writing)
      throws Exception {
    int before = acknowledged(jurors);
    while (acknowledged(jurors) < before + WRITES_BETWEEN) {
      for (Future<?> juror : writing) {
        if (juror.isDone()) {
          juror.get();
        }
      }
      Thread.sleep(5);
    }
  }

  private static int acknowledged(List<WritingJuror> jurors) {
    return jurors.stream().mapToInt(WritingJuror::acknowledged).sum();
  }

  /** Kills the application, the database, or both. */
  private static void crash(int kill, List<WritingJuror> jurors) throws Exception {
    ProcessHandle database = server.database().orElseThrow();
    if (kill % 3 != 0) {
      database.destroyForcibly();
    }
    if (kill % 3 != 1) {
      server.kill();
      if (kill % 2 == 0) {
        // in the other rounds the server starts at once, as a supervisor would start it
        database.onExit().get(30, TimeUnit.SECONDS);
      }
      server = new Server(HOME, SAMPLE).awaitReady();
      jurors.forEach(juror -> juror.goOnAt(server));
    }
  }

  private static void check(List<WritingJuror> jurors) {
    int lost = 0;
    int twice = 0;
    int resent = 0;
    for (WritingJuror juror : jurors) {
      JsonPath sheet = server.as(juror.name).get(juror.sheet()).jsonPath();
      lost += juror.lost(sheet);
      int version = juror.version(server.as(juror.name).get(juror.sheet()).header("ETag"));
      twice += Math.abs(version - juror.expectedVersion());
      List<String> declared =
          server.as(juror.name).get("/editions/2020/recusals?limit=500").path("items.authority");
      twice += Math.abs(declared.size() - juror.declared().size());
      assertEquals(juror.declared(), declared);
      resent += juror.resent();
    }
    System.out.printf(
        "Crash drill: %d kills, %d acknowledged writes, %d sent again, %d lost, %d done twice%n",
        KILLS, acknowledged(jurors), resent, lost, twice);
    assertEquals(List.of(0, 0), List.of(lost, twice));
    assertTrue(resent > 0, "no write was interrupted");
    server
        .as("secretariat")
        .get("/audit/verification")
        .then()
        .statusCode(200)
        .body("findings", empty());
  }

  @Test
  void aSecondServerOnTheSameHomeSaysWhyItCannotStart() {
    Server second = new Server(Path.of("target/../target/crash-home"), SAMPLE);
    assertEquals(1, second.awaitEnd());
    assertTrue(second.output().contains("Another Arobase uses"), second::output);
    assertTrue(!second.output().contains("\tat "), second::output);
  }
}
