package org.arobase.testing;

import static io.restassured.RestAssured.given;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Requests with and without a token, each checked against the contract. */
public final class Http {
  private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();
  private static final ContractCheck CONTRACT = new ContractCheck();

  private Http() {}

  /** A request without a token. */
  public static RequestSpecification anyone() {
    return given().basePath("/api/v1").filter(CONTRACT);
  }

  /** A request with the token of a local account, got by its password. */
  public static RequestSpecification as(String user) {
    return anyone().header("Authorization", "Bearer " + token(user));
  }

  /** The token of a local account. */
  public static String token(String user) {
    // a token is valid for 15 minutes, and a run can take longer
    long tenMinutes = System.nanoTime() / Duration.ofMinutes(10).toNanos();
    return TOKENS.computeIfAbsent(user + tenMinutes, key -> signIn(user));
  }

  /** A request with the token of a local account and a JSON body. */
  public static RequestSpecification as(String user, Object body) {
    return as(user).contentType(ContentType.JSON).body(body);
  }

  /**
   * The answer to a request for a stream, which is not checked against the contract.
   *
   * @param user empty: no token
   */
  public static HttpResponse<InputStream> streamed(String user, String path) {
    return user.isEmpty() ? sent(path) : sent(path, "Authorization", "Bearer " + token(user));
  }

  /** Sends a GET request of nobody that accepts gzip; the body is as it was sent. */
  public static HttpResponse<InputStream> compressed(String path) {
    return sent(path, "Accept-Encoding", "gzip");
  }

  private static HttpResponse<InputStream> sent(String path, String... headers) {
    URI address = URI.create("http://localhost:" + RestAssured.port + "/api/v1" + path);
    HttpRequest.Builder request = HttpRequest.newBuilder(address);
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofInputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String signIn(String user) {
    return anyone()
        .contentType(ContentType.JSON)
        .body(Map.of("username", user, "password", password(user)))
        .post("/auth/token")
        .then()
        .statusCode(200)
        .extract()
        .path("accessToken");
  }

  /** The password that the first start wrote for a user. */
  public static String password(String user) {
    return password(TestGround.HOME, user);
  }

  /** The password that the first start in this home wrote for a user. */
  public static String password(Path home, String user) {
    try {
      return Files.readAllLines(home.resolve("accounts.txt")).stream()
          .map(line -> line.split(" "))
          .filter(account -> account[0].equals(user))
          .map(account -> account[1])
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
