package org.arobase.testing;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** The packaged application in its own process, as a user runs it. */
public final class Server {
  private static final Path JAR = Path.of("target/quarkus-app/quarkus-run.jar");
  private static final Duration START_LIMIT = Duration.ofSeconds(90);

  private static final int FIRST_PORT = 20_000;
  private static final int LAST_PORT = 30_000;

  private final Path home;
  private final Path output;
  private final int port = freePort();
  private final Process process;

  /**
   * Starts the application without waiting. Its environment has only PATH, HOME, XDG_CACHE_HOME,
   * its home, its port and these settings.
   */
  public Server(Path home, Map<String, String> settings) {
    this.home = home;
    this.output = home.resolveSibling(home.getFileName() + "-" + port + ".log");
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    ProcessBuilder builder =
        new ProcessBuilder(java, "-jar", JAR.toAbsolutePath().toString())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    Map<String, String> inherited = new HashMap<>(builder.environment());
    builder.environment().clear();
    List.of("PATH", "HOME", "XDG_CACHE_HOME")
        .forEach(name -> inherited.computeIfPresent(name, (n, v) -> put(builder, n, v)));
    builder.environment().put("AROBASE_HOME", home.toString());
    builder.environment().put("QUARKUS_HTTP_PORT", String.valueOf(port));
    builder.environment().putAll(settings);
    try {
      process = builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String put(ProcessBuilder builder, String name, String value) {
    builder.environment().put(name, value);
    return value;
  }

  /** Waits until the application is ready. */
  public Server awaitReady() {
    long limit = System.nanoTime() + START_LIMIT.toNanos();
    while (System.nanoTime() < limit) {
      if (!process.isAlive()) {
        throw new AssertionError("The server ended: " + output());
      }
      try {
        if (given().port(port).get("/q/health/ready").statusCode() == 200) {
          return this;
        }
      } catch (Exception e) {
        pause();
      }
    }
    throw new AssertionError("The server does not answer: " + output());
  }

  /** The exit code of a server that ends by itself. */
  public int awaitEnd() {
    try {
      if (process.waitFor(START_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        return process.exitValue();
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    kill();
    throw new AssertionError("The server goes on: " + output());
  }

  /** The port that the server listens on. */
  public int port() {
    return port;
  }

  /** The process of its embedded database, while it runs. */
  public Optional<ProcessHandle> database() {
    return process
        .descendants()
        .filter(p -> p.info().command().filter(c -> c.endsWith("mariadbd")).isPresent())
        .findFirst();
  }

  /** The system properties of the server's JVM, as a tool on this machine prints them. */
  public String systemProperties() throws IOException {
    String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    Process tool =
        new ProcessBuilder(jcmd, String.valueOf(process.pid()), "VM.system_properties").start();
    return new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  /** The output of the server. */
  public String output() {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A request without a token, checked against the contract. */
  public RequestSpecification anyone() {
    return given().port(port).basePath("/api/v1").filter(new ContractCheck());
  }

  /** A request with the token of a local account. */
  public RequestSpecification as(String user) {
    return withToken(token(user));
  }

  /** The token of a local account. */
  public String token(String user) {
    return anyone()
        .contentType(ContentType.JSON)
        .body(Map.of("username", user, "password", Http.password(home, user)))
        .post("/auth/token")
        .path("accessToken");
  }

  /** A request with this token. */
  public RequestSpecification withToken(String token) {
    return anyone().header("Authorization", "Bearer " + token);
  }

  /** The processes that the server started; its database is one of them. */
  public List<ProcessHandle> children() {
    return process.descendants().toList();
  }

  /** Ends the server with kill -9. */
  public void kill() {
    process.destroyForcibly();
    awaitEnd();
  }

  /** Stops the server in good order. */
  public void stop() {
    process.destroy();
    awaitEnd();
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** A free port outside the range from which the system picks, so that it is still free later. */
  static int freePort() {
    while (true) {
      int port = ThreadLocalRandom.current().nextInt(FIRST_PORT, LAST_PORT);
      try (ServerSocket socket = new ServerSocket(port)) {
        return socket.getLocalPort();
      } catch (BindException e) {
        // the port is taken: try another one
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
