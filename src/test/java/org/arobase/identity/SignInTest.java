package org.arobase.identity;

import static org.arobase.testing.Http.anyone;
import static org.arobase.testing.Http.as;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.http.ContentType;
import io.restassured.http.Header;
import io.restassured.response.Response;
import io.vertx.core.net.SocketAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.arobase.platform.canonical.Canonical;
import org.arobase.platform.http.ClientNetwork;
import org.arobase.platform.problem.Refusal;
import org.arobase.testing.Concurrently;
import org.arobase.testing.Http;
import org.arobase.testing.HttpTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Guessing passwords is slow and tells nothing; a role that is taken away ends at once; a stolen
 * refresh token ends the sign-in. Allowed in a minute: five failures of a user name from one
 * address, 30 from one address. An unknown user gets the answer of a known one. Nobody can lock an
 * owner out from elsewhere. A refresh token works once (twice within ten seconds, for two tabs);
 * one written by SQL is refused. Not covered: a stolen access token works until it expires, at most
 * 15 minutes.
 */
@HttpTest
class SignInTest {
  private final SignInAttempts attempts;

  SignInTest(SignInAttempts attempts) {
    this.attempts = attempts;
  }

  @AfterEach
  void forgetAttempts() {
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                Account.getEntityManager()
                    .createNativeQuery("delete from sign_in_attempt")
                    .executeUpdate());
  }

  private static Response signIn(String user, String password) {
    return post("/auth/token", Map.of("username", user, "password", password));
  }

  private static Response refresh(String token) {
    return post("/auth/token/refresh", Map.of("refreshToken", token));
  }

  private static Response post(String path, Object body) {
    return anyone().contentType(ContentType.JSON).body(body).post(path);
  }

  private static Response me(Response tokens) {
    String token = tokens.path("accessToken");
    return anyone().header("Authorization", "Bearer " + token).get("/me");
  }

  @Test
  void whoGuessesHasToWaitAndLearnsNothing() {
    for (String user : List.of("juror5", "no-such-user")) {
      for (int guess = 0; guess < 5; guess++) {
        signIn(user, "guess" + guess)
            .then()
            .statusCode(401)
            .body("type", equalTo("/api/v1/problems/invalid-credentials"));
      }
      Response refused = signIn(user, "guess6");
      refused.then().statusCode(429).header("Retry-After", "60");
    }
    assertEquals(whole(signIn("juror5", "x")), whole(signIn("no-such-user", "x")));
    signIn("juror5", Http.password("juror5")).then().statusCode(429);
    // failures with one name do not block another name from the same address
    signIn("juror4", Http.password("juror4")).then().statusCode(200);
  }

  @Test
  void anUnknownUserGetsTheAnswerOfAKnownOne() {
    assertEquals(whole(signIn("juror5", "guess")), whole(signIn("nobody-at-all", "guess")));
  }

  private static String whole(Response answer) {
    List<Header> headers = new ArrayList<>(answer.headers().asList());
    headers.removeIf(header -> header.getName().equalsIgnoreCase("Date"));
    return answer.statusCode() + " " + headers + " " + answer.asString();
  }

  /** An IPv6 network has enough addresses to use a new one for each guess. */
  @Test
  void aNetworkOfAddressesIsCountedAsOne() {
    assertEquals(network("2001:db8:0:7::1"), network("2001:db8:0:7:ffff::2"));
    assertNotEquals(network("2001:db8:0:7::1"), network("2001:db8:0:8::1"));
    assertEquals("203.0.113.7", network("203.0.113.7"));
    assertEquals("unknown", ClientNetwork.of(null));
    assertEquals("unknown", network(null));
  }

  private static String network(String address) {
    return ClientNetwork.of(
        address == null
            ? SocketAddress.domainSocketAddress("/nowhere")
            : SocketAddress.inetSocketAddress(1234, address));
  }

  @Test
  void whoGuessesInTheSameRoomDoesNotLockOutThoseWhoHaveSignedInThere() {
    String room = "198.51.100.9";
    attempts.begin(room, "juror6");
    attempts.succeeded(room, "juror6");
    for (int guess = 0; guess < 40; guess++) {
      try {
        attempts.begin(room, "guess" + guess);
      } catch (Refusal expected) {
        assertTrue(guess > 8, "refused too early");
      }
    }
    attempts.begin(room, "juror6");
    assertThrows(Refusal.class, () -> attempts.begin(room, "juror5"));
    // a password is still guessed five times at most
    for (int guess = 0; guess < 4; guess++) {
      attempts.begin(room, "juror6");
    }
    assertThrows(Refusal.class, () -> attempts.begin(room, "juror6"));
  }

  @Test
  void whoGuessesElsewhereDoesNotLockTheOwnerOut() {
    for (int guess = 0; guess < 40; guess++) {
      int n = guess;
      try {
        attempts.begin("203.0.113.7", n % 2 == 0 ? "juror6" : "juror5");
      } catch (Refusal expected) {
        assertTrue(n > 8, "refused too early");
      }
    }
    signIn("juror6", Http.password("juror6")).then().statusCode(200);
  }

  @Test
  void manyGuessesAtOnceDoNotPassTogether() {
    List<Callable<Integer>> guesses = new ArrayList<>();
    for (int guess = 0; guess < 12; guess++) {
      guesses.add(() -> signIn("juror3", "guess").statusCode());
    }
    List<Integer> statuses = Concurrently.run(guesses);
    assertEquals(5, Collections.frequency(statuses, 401), () -> "statuses " + statuses);
    assertEquals(7, Collections.frequency(statuses, 429), () -> "statuses " + statuses);
  }

  @Test
  void aNameIsOneNameOnly() {
    for (String name : List.of("president ", "president\t", " president")) {
      signIn(name, Http.password("president")).then().statusCode(422);
    }
  }

  @Test
  void manyWhoSignInAtOnceAllCanEnter() {
    Callable<Integer> enter = () -> signIn("juror4", Http.password("juror4")).statusCode();
    for (int round = 0; round < 10; round++) {
      assertEquals(List.of(200, 200, 200, 200), Concurrently.run(Collections.nCopies(4, enter)));
    }
  }

  @Test
  void rightPasswordsAreNotCounted() {
    for (int time = 0; time < 40; time++) {
      signIn("juror4", Http.password("juror4")).then().statusCode(200);
    }
  }

  @Test
  void aRefreshTokenIsGoodForOneUse() {
    Response first = signIn("juror2", Http.password("juror2"));
    Response second = refresh(first.path("refreshToken"));
    second.then().statusCode(200);
    assertNotEquals(first.<String>path("refreshToken"), second.path("refreshToken"));
    me(second).then().statusCode(200).body("username", equalTo("juror2"));
    usedLongAgo(first.path("refreshToken"));
    refresh(first.path("refreshToken"))
        .then()
        .statusCode(401)
        .body("type", equalTo("/api/v1/problems/invalid-refresh-token"));
    // somebody else has the first one, so its successors end too
    refresh(second.path("refreshToken")).then().statusCode(401);
  }

  private static void usedLongAgo(String token) {
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                RefreshToken.update(
                    "usedAt = ?1 where tokenHash = ?2",
                    Instant.now().minusSeconds(11),
                    Canonical.hash(token)));
  }

  @Test
  void twoTabsThatRefreshTogetherBothGoOn() {
    String token = signIn("juror2", Http.password("juror2")).path("refreshToken");
    Callable<Integer> tab = () -> refresh(token).statusCode();
    assertEquals(List.of(200, 200), Concurrently.run(List.of(tab, tab)));
  }

  /** A thief who is as fast as the owner gets the owner's next token, and is found at the next. */
  @Test
  void aTokenStolenAtOnceBeginsNoSecondChain() {
    String stolen = signIn("juror2", Http.password("juror2")).path("refreshToken");
    String ofOwner = refresh(stolen).then().statusCode(200).extract().path("refreshToken");
    String ofThief = refresh(stolen).then().statusCode(200).extract().path("refreshToken");
    assertEquals(ofOwner, ofThief);
    refresh(stolen).then().statusCode(401);
    refresh(ofOwner).then().statusCode(401);
  }

  @Test
  void aThirdUseEndsTheSignInHoweverSoonItComes() {
    String token = signIn("juror2", Http.password("juror2")).path("refreshToken");
    String first = refresh(token).then().statusCode(200).extract().path("refreshToken");
    String second = refresh(token).then().statusCode(200).extract().path("refreshToken");
    refresh(token).then().statusCode(401);
    refresh(first).then().statusCode(401);
    refresh(second).then().statusCode(401);
  }

  /** Somebody who can write to the database puts a known password hash into another's account. */
  @Test
  void aPasswordFromElsewhereDoesNotOpenAnAccount() {
    String own = "select password_hash from account where username = 'juror3'";
    String before = hash("juror4");
    sql(
        "update account set password_hash = (select * from ("
            + own
            + ") h) where username = 'juror4'");
    try {
      signIn("juror4", Http.password("juror3")).then().statusCode(401);
    } finally {
      sql("update account set password_hash = '" + before + "' where username = 'juror4'");
    }
    signIn("juror4", Http.password("juror4")).then().statusCode(200);
  }

  private static String hash(String user) {
    return QuarkusTransaction.requiringNew()
        .call(() -> Account.<Account>findById(user).passwordHash);
  }

  private static void sql(String statement) {
    QuarkusTransaction.requiringNew()
        .run(() -> Account.getEntityManager().createNativeQuery(statement).executeUpdate());
  }

  @Test
  void whoSignsOutIsOut() {
    String token = signIn("juror2", Http.password("juror2")).path("refreshToken");
    String next = refresh(token).path("refreshToken");
    post("/auth/token/revocation", Map.of("refreshToken", next)).then().statusCode(204);
    refresh(next).then().statusCode(401);
    post("/auth/token/revocation", Map.of("refreshToken", "unknown")).then().statusCode(204);
  }

  @Test
  void noTokenIsInTheDatabase() {
    String token = signIn("juror2", Http.password("juror2")).path("refreshToken");
    long stored =
        QuarkusTransaction.requiringNew().call(() -> RefreshToken.count("tokenHash", token));
    assertEquals(0, stored);
  }

  /** People who can write into the database but have no key cannot become the president. */
  @Test
  void aTokenThatWasPutThereBySqlIsNone() {
    String own = signIn("juror2", Http.password("juror2")).path("refreshToken");
    String forged = "a-token-of-my-own";
    sql("update refresh_token set username = 'president' where token_hash = ?1", own);
    sql(
        "insert into refresh_token (token_hash, family, username, expires_at, uses, mac) select"
            + " ?1, 'family', 'president', now() + interval 1 day, 0, max(mac) from refresh_token",
        forged);
    refresh(own).then().statusCode(401);
    refresh(forged).then().statusCode(401);
  }

  private static void sql(String statement, String token) {
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                assertEquals(
                    1,
                    Account.getEntityManager()
                        .createNativeQuery(statement)
                        .setParameter(1, Canonical.hash(token))
                        .executeUpdate()));
  }

  @Test
  void aRoleThatIsTakenAwayEndsAtOnce() {
    as("president").get("/editions/2020/ratings").then().statusCode(200);
    role("president", "applicant");
    try {
      as("president").get("/editions/2020/ratings").then().statusCode(403);
      as("president").get("/me").then().statusCode(403);
    } finally {
      role("president", "president");
    }
    as("president").get("/editions/2020/ratings").then().statusCode(200);
  }

  private static void role(String user, String role) {
    QuarkusTransaction.requiringNew()
        .run(() -> Account.update("role = ?1 where username = ?2", role, user));
  }
}
