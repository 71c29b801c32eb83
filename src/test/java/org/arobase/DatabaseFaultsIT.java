package org.arobase;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.arobase.platform.database.EmbeddedMariaDb;
import org.arobase.testing.Provider;
import org.arobase.testing.Server;
import org.arobase.testing.TestGround;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * When the database is in trouble, requests get 503 with Retry-After, nothing is half written, and
 * service is back within 30 seconds. Tried: connections lost; cut 15 times under four writers (each
 * write is there once); server killed; frozen (SIGSTOP); disk full (a small tmpfs, skipped where it
 * cannot be mounted). Refusals come within 15 seconds; the server stays alive but is not ready. The
 * log has the faults, but no password, token or text that was written.
 */
@Tag("exhaustive")
class DatabaseFaultsIT {
  private static final Path HOME = Path.of("target/faults-home");
  private static final Duration BACK_WITHIN = Duration.ofSeconds(30);
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(15);
  private static final Path DISK = HOME.resolve("disk");

  private static EmbeddedMariaDb mariadb;
  private static Server server;
  private static Provider provider;
  private static boolean mounted;

  private static final int UNKNOWN_THREAD = 1094;
  private static final int WRITERS = 4;
  private final Set<String> keys = ConcurrentHashMap.newKeySet();
  private volatile boolean finished;

  @BeforeAll
  static void aServerOnASmallDisk() throws Exception {
    unmount();
    TestGround.delete(HOME);
    Files.createDirectories(DISK);
    mounted = run("mount", "-t", "tmpfs", "-o", "size=400m", "tmpfs", DISK.toString()) == 0;
    mariadb = EmbeddedMariaDb.start(DISK);
    provider = new Provider(HOME);
    Map<String, String> settings = provider.settings(mariadb);
    settings.put("AROBASE_SAMPLE_DOSSIERS", "2");
    server = new Server(HOME.resolve("server"), settings).awaitReady();
    openEdition();
  }

  private static void openEdition() {
    Map<String, Object> edition =
        Map.of(
            "year",
            2031,
            "number",
            32,
            "name",
            "Édition d’essai",
            "framework",
            "sample-framework-2020",
            "referenceDate",
            "2031-02-01",
            "policy",
            secretariat().get("/editions/2020/rating-policy").path("policy"));
    String etag = sent(edition).post("/editions").then().statusCode(201).extract().header("ETag");
    sent(Map.of("to", "OPEN"))
        .header("If-Match", etag)
        .post("/editions/2031/phase")
        .then()
        .statusCode(200);
    sent(Map.of("authority", "78138")).post("/editions/2031/dossiers").then().statusCode(201);
  }

  private static RequestSpecification sent(Object body) {
    return secretariat().contentType(ContentType.JSON).body(body);
  }

  @AfterAll
  static void stop() throws Exception {
    server.stop();
    mariadb.close();
    unmount();
    assertSilent(server.output());
  }

  /** The log has the errors, but no secret and no text that was written. */
  private static void assertSilent(String log) {
    assertTrue(log.contains("ERROR"), "the faults were not logged");
    Map<String, String> own = mariadb.settings();
    for (String secret :
        List.of("xxxxxxxxxx", "Bearer ", "eyJ", own.get("quarkus.datasource.password"))) {
      assertFalse(log.contains(secret), () -> "the log has " + secret);
    }
  }

  @AfterEach
  void isBack() {
    awaitBack();
  }

  private static void unmount() throws Exception {
    if (Files.exists(DISK)) {
      run("umount", DISK.toString());
    }
  }

  private static int run(String... command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getInputStream().readAllBytes();
    return process.waitFor();
  }

  private static ProcessHandle database() {
    return ProcessHandle.current()
        .descendants()
        .filter(p -> p.info().command().filter(c -> c.endsWith("mariadbd")).isPresent())
        .filter(p -> p.info().commandLine().orElse("").contains("faults-home"))
        .findFirst()
        .orElseThrow();
  }

  private static RequestSpecification secretariat() {
    return server.withToken(provider.token("secretariat", "secretariat"));
  }

  /** Sends a write with an idempotency key: it is done once, however often it is sent. */
  private static Response write(String key, String description) {
    Map<String, Object> initiative =
        Map.of(
            "title",
            key,
            "description",
            description,
            "services",
            List.of("site-web"),
            "ongoing",
            true);
    return sent(initiative)
        .header("Idempotency-Key", key)
        .post("/editions/2031/dossiers/78138/initiatives");
  }

  private static Response read() {
    return secretariat().get("/editions");
  }

  private static void assertUnavailable(Response answer) {
    answer
        .then()
        .statusCode(503)
        .contentType("application/problem+json")
        .header("Retry-After", "2")
        .body("type", equalTo("/api/v1/problems/unavailable"));
    assertTrue(
        answer.timeIn(TimeUnit.SECONDS) <= ANSWER_WITHIN.toSeconds(),
        () -> "answered after " + answer.time() + " ms");
  }

  private static int health(String what) {
    return given().port(server.port()).get("/q/health/" + what).statusCode();
  }

  private static void awaitBack() {
    long begin = System.nanoTime();
    while (read().statusCode() != 200 || health("ready") != 200) {
      assertTrue(
          System.nanoTime() - begin < BACK_WITHIN.toNanos(), "not back within " + BACK_WITHIN);
    }
    System.out.printf("Back after %d ms%n", (System.nanoTime() - begin) / 1_000_000);
  }

  @Test
  void lostConnections() throws Exception {
    read();
    killConnections();
    requireAnswerOrUnavailable(read());
    // the pool removes the dead connections in a thread of its own
    Thread.sleep(500);
    read().then().statusCode(200);
  }

  private static void requireAnswerOrUnavailable(Response answer) {
    if (answer.statusCode() != 200) {
      assertUnavailable(answer);
    }
  }

  /** Connections are cut at any moment, also during commits. */
  @Test
  void lostConnectionsOfWriters() throws Exception {
    ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
    List<Future<Integer>> writing = new ArrayList<>();
    for (int n = 0; n < WRITERS; n++) {
      String prefix = "writer-" + n + "-";
      writing.add(writers.submit(() -> writeUntilAnswered(prefix)));
    }
    for (int cut = 0; cut < 15; cut++) {
      Thread.sleep(200);
      killConnections();
    }
    finished = true;
    int resent = 0;
    for (Future<Integer> writer : writing) {
      resent += writer.get(60, TimeUnit.SECONDS);
    }
    writers.shutdown();
    System.out.printf("Connections cut: %d writes, %d sent again%n", keys.size(), resent);
    assertTrue(resent > 0, "no write was interrupted");
    for (String key : keys) {
      assertEquals(1, written(key), key);
    }
    // the last cut may not be noticed yet
    awaitBack();
    secretariat().get("/audit/verification").then().statusCode(200).body("findings", empty());
  }

  private int writeUntilAnswered(String prefix) {
    int resent = 0;
    for (int n = 0; !finished; n++) {
      String key = prefix + n;
      Response answer = write(key, "");
      while (answer.statusCode() != 201) {
        assertUnavailable(answer);
        resent++;
        answer = write(key, "");
      }
      keys.add(key);
    }
    return resent;
  }

  private static void killConnections() throws SQLException {
    Map<String, String> own = mariadb.settings();
    try (Connection connection =
            DriverManager.getConnection(
                own.get("quarkus.datasource.jdbc.url"),
                own.get("quarkus.datasource.username"),
                own.get("quarkus.datasource.password"));
        Statement sql = connection.createStatement()) {
      List<Long> others = others(sql);
      // after a cut, connections come back one by one
      long begin = System.nanoTime();
      while (others.isEmpty()) {
        assertTrue(System.nanoTime() - begin < BACK_WITHIN.toNanos(), "nobody connects any more");
        others = others(sql);
      }
      for (long id : others) {
        kill(sql, id);
      }
    }
  }

  private static List<Long> others(Statement sql) throws SQLException {
    List<Long> others = new ArrayList<>();
    ResultSet row =
        sql.executeQuery(
            "select id from information_schema.processlist where id <> connection_id()");
    while (row.next()) {
      others.add(row.getLong(1));
    }
    return others;
  }

  private static void kill(Statement sql, long id) throws SQLException {
    try {
      sql.execute("kill " + id);
    } catch (SQLException e) {
      // the connection has ended by itself
      assertEquals(UNKNOWN_THREAD, e.getErrorCode());
    }
  }

  @Test
  void aKilledServer() throws Exception {
    ProcessHandle database = database();
    database.destroyForcibly();
    database.onExit().get(10, TimeUnit.SECONDS);
    // the database may be back already
    requireAnswerOrUnavailable(read());
    assertEquals(200, health("live"));
  }

  @Test
  void aFrozenServer() throws Exception {
    String pid = String.valueOf(database().pid());
    assertEquals(0, run("kill", "-STOP", pid));
    try {
      assertEquals(200, health("live"));
      assertEquals(503, health("ready"));
      for (int i = 0; i < 3; i++) {
        assertUnavailable(read());
      }
      assertUnavailable(write("frozen", ""));
    } finally {
      assertEquals(0, run("kill", "-CONT", pid));
    }
    awaitBack();
    write("frozen", "").then().statusCode(201);
    assertEquals(1, written("frozen"));
  }

  @Test
  void aFullDisk() throws Exception {
    assumeTrue(mounted, "needs the right to mount a small disk");
    Path filler = DISK.resolve("filler");
    fill(filler);
    List<String> acknowledged = new ArrayList<>();
    String refused = null;
    for (int n = 0; n < 5_000 && refused == null; n++) {
      String key = "full-" + UUID.randomUUID();
      Response answer = write(key, "x".repeat(9_000));
      if (answer.statusCode() == 201) {
        acknowledged.add(key);
      } else {
        assertUnavailable(answer);
        refused = key;
      }
    }
    assertTrue(refused != null, "the disk never got full");
    System.out.printf("Disk full after %d writes%n", acknowledged.size());
    Files.delete(filler);
    awaitBack();
    write(refused, "x".repeat(9_000)).then().statusCode(201);
    acknowledged.add(refused);
    for (String key : acknowledged) {
      assertEquals(1, written(key), key);
    }
    secretariat().get("/audit/verification").then().statusCode(200).body("findings", empty());
  }

  private static void fill(Path filler) throws IOException {
    byte[] block = new byte[64 * 1024];
    try (OutputStream out = Files.newOutputStream(filler)) {
      while (true) {
        out.write(block);
      }
    } catch (IOException full) {
      assertTrue(Files.size(filler) > 0);
    }
  }

  private static long written(String title) throws SQLException {
    Map<String, String> own = mariadb.settings();
    try (Connection connection =
            DriverManager.getConnection(
                own.get("quarkus.datasource.jdbc.url"),
                own.get("quarkus.datasource.username"),
                own.get("quarkus.datasource.password"));
        Statement sql = connection.createStatement();
        ResultSet row =
            sql.executeQuery("select count(*) from initiative where title = '" + title + "'")) {
      row.next();
      return row.getLong(1);
    }
  }
}
