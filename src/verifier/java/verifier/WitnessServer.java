package verifier;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;

/** Offers a witness over HTTP. */
final class WitnessServer {
  private static final int LONGEST_BODY = 20_000;
  private static final int WRONG_METHOD = 405;
  private static final int TOO_LONG = 413;
  private static final int THREADS = 16;
  private static final String SECONDS = "20";

  private final Witness witness;

  WitnessServer(Witness witness) {
    this.witness = witness;
  }

  /**
   * Listens until the program ends.
   *
   * @param port 0: any free one
   */
  HttpServer listen(int port) throws IOException {
    // otherwise each answer waits for the client to acknowledge its headers
    System.setProperty("sun.net.httpserver.nodelay", "true");
    System.setProperty("sun.net.httpserver.maxReqTime", SECONDS);
    System.setProperty("sun.net.httpserver.maxRspTime", SECONDS);
    HttpServer server = HttpServer.create(new InetSocketAddress(port), 0);
    server.createContext("/add-checkpoint", this::add);
    // a client that sends slowly must not keep the others waiting
    server.setExecutor(Executors.newFixedThreadPool(THREADS));
    server.start();
    return server;
  }

  private void add(HttpExchange exchange) throws IOException {
    try (exchange) {
      answer(exchange);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readNBytes(LONGEST_BODY + 1);
    Witness.Answer answer;
    if (!exchange.getRequestMethod().equals("POST")) {
      answer = Witness.Answer.plain(WRONG_METHOD, "POST a checkpoint");
    } else if (body.length > LONGEST_BODY) {
      answer = Witness.Answer.plain(TOO_LONG, "The body is too long");
    } else {
      answer = witness.add(new String(body, StandardCharsets.UTF_8));
    }
    byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", answer.type());
    exchange.sendResponseHeaders(answer.status(), bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
