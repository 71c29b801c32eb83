package org.arobase.testing;

import static org.arobase.testing.Http.as;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** Waits for jobs. */
public final class Awaited {
  private static final int LOOKS = 1200;
  private static final int BETWEEN_MILLIS = 50;

  private Awaited() {}

  /** The job that a 202 answer began, once it has ended. */
  public static ValidatableResponse job(String user, Response begun) {
    return job(user, begun.then().statusCode(202).extract().<String>path("id"));
  }

  /** A job, once it has ended; fails after about a minute. */
  public static ValidatableResponse job(String user, String job) {
    for (int look = 0; look < LOOKS; look++) {
      ValidatableResponse now = as(user).get("/jobs/" + job).then().statusCode(200);
      String state = now.extract().path("state");
      if (!Set.of("WAITING", "RUNNING").contains(state)) {
        return now;
      }
      pause();
    }
    throw new AssertionError("It does not end");
  }

  /** Waits until something holds; fails after about a minute. */
  public static void until(BooleanSupplier holds) {
    for (int look = 0; look < LOOKS; look++) {
      if (holds.getAsBoolean()) {
        return;
      }
      pause();
    }
    throw new AssertionError("It does not come");
  }

  private static void pause() {
    try {
      Thread.sleep(BETWEEN_MILLIS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
