package org.arobase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.arobase.testing.Server;
import org.arobase.testing.TestGround;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Clients that send or read slowly stop nobody. While hundreds of them are connected, every request
 * for the public palmarès is answered; the slow ones are sent away in the end.
 */
@Tag("exhaustive")
class SlowSocketsIT {
  private static final Path HOME = Path.of("target/slow-home");
  private static final int REQUESTS = 300;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private static Server server;

  private final List<Socket> sockets = new ArrayList<>();

  @BeforeAll
  static void start() {
    TestGround.delete(HOME);
    server = new Server(HOME, Map.of("AROBASE_SAMPLE_DOSSIERS", "300")).awaitReady();
  }

  @AfterAll
  static void stop() {
    server.stop();
  }

  private void open(int count, int receiveBuffer, String head) throws IOException {
    for (int i = 0; i < count; i++) {
      Socket socket = new Socket();
      if (receiveBuffer > 0) {
        socket.setReceiveBufferSize(receiveBuffer);
      }
      socket.connect(new InetSocketAddress("127.0.0.1", server.port()));
      sockets.add(socket);
      send(socket, head);
    }
  }

  private static boolean send(Socket socket, String text) {
    try {
      socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private void close() throws IOException {
    for (Socket socket : sockets) {
      socket.close();
    }
  }

  /** Asks for the palmarès again and again; meanwhile each socket sends a byte a second. */
  private void assertOthersAreServed(String who) throws Exception {
    HttpClient client = HttpClient.newHttpClient();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/api/v1/palmares"))
            .timeout(PATIENCE)
            .build();
    double[] millis = new double[REQUESTS];
    for (int i = 0; i < REQUESTS; i++) {
      long begun = System.nanoTime();
      assertEquals(200, client.send(request, BodyHandlers.discarding()).statusCode(), who);
      millis[i] = (System.nanoTime() - begun) / 1e6;
      if (i % 30 == 0) {
        sockets.forEach(socket -> send(socket, "1"));
      }
      Thread.sleep(10);
    }
    Arrays.sort(millis);
    System.out.printf(
        "Palmarès beside %d %s: median %.1f ms, p99 %.1f ms%n",
        sockets.size(), who, millis[REQUESTS / 2], millis[REQUESTS * 99 / 100]);
  }

  private String post(String path, String more) {
    return "POST /api/v1"
        + path
        + " HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
        + more;
  }

  @Test
  void slowBodiesKeepNoThreadAndAreSentAway() throws Exception {
    open(300, 0, post("/auth/token", "Content-Length: 900\r\n\r\n"));
    open(300, 0, post("/auth/token", "Transfer-Encoding: chunked\r\n\r\n1\r\n"));
    assertOthersAreServed("slow bodies");
    Thread.sleep(Duration.ofSeconds(10).toMillis());
    int refused = 0;
    for (Socket socket : sockets) {
      socket.setSoTimeout((int) PATIENCE.toMillis());
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      refused += answer.contains("body-too-slow") || answer.contains("too-many-bodies") ? 1 : 0;
    }
    close();
    assertTrue(refused > sockets.size() / 2, refused + " were told why");
    assertTrue(
        server.output().lines().noneMatch(l -> l.contains("ERROR") && l.contains("auth/token")),
        server::output);
  }

  @Test
  void slowHeadersKeepNoThread() throws Exception {
    open(400, 0, "GET /api/v1/palmares HTTP/1.1\r\nHost: a\r\nX-Slow: ");
    assertOthersAreServed("slow headers");
    close();
  }

  @Test
  void slowReadersKeepFewThreads() throws Exception {
    String bearer = "Authorization: Bearer " + server.token("secretariat") + "\r\n\r\n";
    open(100, 1024, "GET /openapi HTTP/1.1\r\nHost: a\r\n\r\n");
    open(
        100,
        1024,
        "GET /api/v1/editions/2020/score-sheets/export HTTP/1.1\r\nHost: a\r\n"
            + "Accept: text/csv\r\n"
            + bearer);
    assertOthersAreServed("slow readers");
    close();
  }

  @Test
  void idleStreamsKeepNoThread() throws Exception {
    server.as("secretariat").get("/editions/2020").then().statusCode(200);
    open(
        500,
        0,
        "GET /api/v1/editions/2020/ratings/stream HTTP/1.1\r\nHost: a\r\n"
            + "Authorization: Bearer "
            + server.token("president")
            + "\r\n\r\n");
    assertOthersAreServed("idle streams");
    close();
  }
}
