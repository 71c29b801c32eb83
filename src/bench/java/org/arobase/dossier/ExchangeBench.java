package org.arobase.dossier;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.arobase.platform.database.EmbeddedMariaDb;
import org.arobase.testing.Server;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * 250 dossiers with 12,000 initiatives, 20 MB of CSV, into an empty edition over HTTP, and out
 * again, by the packaged application with 160 MB of heap; against a bare JDBC batch of as many
 * rows. Run {@code ./mvnw package} first.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 2)
@Measurement(iterations = 5)
public class ExchangeBench {
  private static final int INITIATIVES = 12_000;
  private static final String DESCRIPTION = "Une description, assez longue. ".repeat(50);

  private Server server;
  private EmbeddedMariaDb bare;
  private Connection connection;
  private String token;
  private byte[] file;
  private int year = 2100;
  private int filled;

  @Setup
  public void start() throws Exception {
    Path home = Files.createTempDirectory("arobase-bench");
    server =
        new Server(
                home.resolve("app"),
                Map.of("JAVA_TOOL_OPTIONS", "-Xmx160m", "AROBASE_SAMPLE_DOSSIERS", "1"))
            .awaitReady();
    bare = EmbeddedMariaDb.start(home.resolve("bare"));
    connection = connection(bare.settings());
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "create table bare (id bigint primary key, dossier int, title varchar(200), description text)");
    }
    connection.setAutoCommit(false);
    token = server.token("secretariat");
    file = file();
    filled = edition();
    send("POST", "/editions/" + filled + "/dossiers/import", file);
  }

  private static Connection connection(Map<String, String> at) throws SQLException {
    return DriverManager.getConnection(
        at.get("quarkus.datasource.jdbc.url"),
        at.get("quarkus.datasource.username"),
        at.get("quarkus.datasource.password"));
  }

  private byte[] file() throws IOException {
    List<String> codes =
        given()
            .port(server.port())
            .basePath("/api/v1")
            .get("/authorities?kind=MUNICIPALITY&limit=250")
            .path("items.code");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(
        "dossier,number,title,description,services,ongoing\n".getBytes(StandardCharsets.UTF_8));
    for (int i = 0; i < INITIATIVES; i++) {
      String line =
          String.join(
              ",",
              codes.get(i % codes.size()),
              String.valueOf(1 + i / codes.size()),
              "Initiative " + i,
              '"' + DESCRIPTION + '"',
              i % 3 == 0 ? "site-web reseaux-sociaux" : "espace-public-numerique",
              "true\n");
      out.write(line.getBytes(StandardCharsets.UTF_8));
    }
    return out.toByteArray();
  }

  @Setup(Level.Invocation)
  public void emptyEdition() {
    year = edition();
  }

  private int edition() {
    int next = year + 1;
    Map<String, Object> policy = api().get("/editions/2020/rating-policy").path("policy");
    Map<String, Object> wanted = new HashMap<>();
    wanted.put("year", next);
    wanted.put("number", next);
    wanted.put("name", "Mesure " + next);
    wanted.put("framework", "sample-framework-2020");
    wanted.put("referenceDate", next + "-02-01");
    wanted.put("policy", policy);
    api().contentType(ContentType.JSON).body(wanted).post("/editions").then().statusCode(201);
    String etag = api().get("/editions/" + next).header("ETag");
    api()
        .contentType(ContentType.JSON)
        .body(Map.of("to", "OPEN"))
        .header("If-Match", etag)
        .post("/editions/" + next + "/phase")
        .then()
        .statusCode(200);
    year = next;
    return next;
  }

  private RequestSpecification api() {
    return given()
        .port(server.port())
        .basePath("/api/v1")
        .header("Authorization", "Bearer " + token);
  }

  private long send(String method, String path, byte[] body) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + "/api/v1" + path))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "text/csv")
            .header("Accept", method.equals("GET") ? "text/csv" : "application/json")
            .method(
                method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body))
            .build();
    try {
      HttpResponse<InputStream> answer =
          HttpClient.newHttpClient().send(request, BodyHandlers.ofInputStream());
      byte[] said = answer.body().readAllBytes();
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(new String(said, StandardCharsets.UTF_8));
      }
      return said.length;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Benchmark
  public long importing() throws IOException {
    return send("POST", "/editions/" + year + "/dossiers/import", file);
  }

  @Benchmark
  public long exporting() throws IOException {
    return send("GET", "/editions/" + filled + "/dossiers/export", null);
  }

  @Benchmark
  public int yardstick() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("delete from bare");
    }
    try (PreparedStatement insert =
        connection.prepareStatement("insert into bare values (?, ?, ?, ?)")) {
      for (int i = 0; i < INITIATIVES; i++) {
        insert.setLong(1, i);
        insert.setInt(2, i % 250);
        insert.setString(3, "Initiative " + i);
        insert.setString(4, DESCRIPTION);
        insert.addBatch();
        if (i % 500 == 499) {
          insert.executeBatch();
        }
      }
    }
    connection.commit();
    return INITIATIVES;
  }

  @TearDown
  public void stop() throws Exception {
    connection.close();
    bare.close();
    server.kill();
  }
}
