package org.arobase.testing;

import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * Requests in large numbers or exact to the byte, where {@link Http} is too slow or changes too
 * much.
 */
public final class Wire {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private Wire() {}

  /** A request, its path below {@code /api/v1}, with header names and values in turn. */
  public record Sent(String method, String path, String body, String... headers) {}

  /**
   * Sends a request to the application under test.
   *
   * @param user a local account; empty: no token
   */
  public static HttpResponse<String> send(String user, Sent sent) throws IOException {
    return send(RestAssured.port, user.isEmpty() ? "" : Http.token(user), sent);
  }

  /**
   * Sends a request to a port of this machine.
   *
   * @param token empty: none
   */
  public static HttpResponse<String> send(int port, String token, Sent sent) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1" + sent.path()))
            .timeout(LIMIT)
            .method(sent.method(), BodyPublishers.ofString(sent.body()));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    if (!sent.body().isEmpty()) {
      request.header("Content-Type", "application/json");
    }
    if (sent.headers().length > 0) {
      request.headers(sent.headers());
    }
    try {
      return CLIENT.send(request.build(), BodyHandlers.ofString());
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
