package org.arobase.platform.jobs;

import static org.arobase.testing.Http.as;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.arobase.platform.jobs.Job.State;
import org.arobase.platform.secrets.ServerKey;
import org.arobase.testing.HttpTest;
import org.junit.jupiter.api.Test;

/**
 * Long work can be followed and stopped: what is cancelled stops, what waits is cancelled at once,
 * what fails says so and does not hold up the next. Nothing begins whose order was not committed. A
 * job of a server that has been silent for minutes is FAILED. Results are kept for seven days. A
 * job that was changed by SQL is not shown.
 */
@HttpTest
class JobsTest {
  @Inject Jobs jobs;
  @Inject Event<Jobs.Begun> event;
  @Inject ServerKey key;

  /** Runs until it is stopped; with the parameters "fails" or "ends" it fails or ends at once. */
  @Singleton
  static class Endless implements Work {
    @Override
    public String kind() {
      return "ENDLESS";
    }

    @Override
    public Object run(Order order, JobProgress progress) {
      if (order.parameters().equals("\"fails\"")) {
        throw new IllegalStateException("as the test wants it");
      }
      if (order.parameters().equals("\"ends\"")) {
        return Map.of();
      }
      for (long done = 1; true; done++) {
        progress.at(done, Long.MAX_VALUE);
        pause();
      }
    }

    private static void pause() {
      try {
        Thread.sleep(10);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    @Override
    public void requireReadable(Order order) {}
  }

  private Job written(String parameters, Instant beaten) {
    Job job = new Job("ENDLESS", "president", null, parameters);
    job.id = UUID.randomUUID().toString();
    job.begunAt = beaten;
    job.beatenAt = beaten;
    job.mac = job.mac(key, null);
    QuarkusTransaction.requiringNew().run(job::persist);
    return job;
  }

  private ValidatableResponse begun(String parameters, State until) throws Exception {
    Job job = written(parameters, Instant.now());
    jobs.work(new Jobs.Begun(job.id));
    return awaited(job, Set.of(until.name()));
  }

  private static ValidatableResponse awaited(Job job, Set<String> states) throws Exception {
    for (int look = 0; look < 600; look++) {
      ValidatableResponse now = as("president").get("/jobs/" + job.id).then().statusCode(200);
      String state = now.extract().path("state");
      if (states.contains(state)) {
        return now;
      }
      Thread.sleep(50);
    }
    throw new AssertionError("It does not become " + states);
  }

  @Test
  void whatIsCancelledStops() throws Exception {
    String id = begun("{}", State.RUNNING).body("result", nullValue()).extract().path("id");
    as("president").delete("/jobs/" + id).then().statusCode(200).body("state", equalTo("RUNNING"));
    Job job = QuarkusTransaction.requiringNew().call(() -> Job.required(id, "president", key));
    awaited(job, Set.of("CANCELLED"));
  }

  @Test
  void whatSqlHasChangedIsNotShown() throws Exception {
    for (String change :
        List.of("result = '{\"level\":5}'", "parameters = '1'", "kind = 'OTHER'", "edition = 1")) {
      String id = begun("\"ends\"", State.DONE).extract().path("id");
      edit(change, id);
      as("president").get("/jobs/" + id).then().statusCode(404);
    }
    String id = begun("\"ends\"", State.DONE).extract().path("id");
    edit("owner = 'secretariat'", id);
    as("secretariat").get("/jobs/" + id).then().statusCode(404);
  }

  private static void edit(String change, String id) {
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                Job.getEntityManager()
                    .createNativeQuery("update job set " + change + " where id = ?1")
                    .setParameter(1, id)
                    .executeUpdate());
  }

  @Test
  void whatFailsSaysSoAndTheNextIsDone() throws Exception {
    begun("\"fails\"", State.FAILED).body("result", nullValue());
    begun("\"ends\"", State.DONE).body("result", equalTo(Map.of()));
  }

  @Test
  void whatWaitsIsCancelledAtOnceAndNeverBegun() throws Exception {
    String first = begun("{}", State.RUNNING).extract().path("id");
    Job second = written("\"ends\"", Instant.now());
    jobs.work(new Jobs.Begun(second.id));
    as("president")
        .delete("/jobs/" + second.id)
        .then()
        .statusCode(200)
        .body("state", equalTo("CANCELLED"));
    as("president").delete("/jobs/" + first).then().statusCode(200);
    begun("\"ends\"", State.DONE);
    as("president").get("/jobs/" + second.id).then().body("state", equalTo("CANCELLED"));
  }

  @Test
  void whatWasNotCommittedIsNotBegun() throws Exception {
    Job kept = written("\"ends\"", Instant.now());
    QuarkusTransaction.begin();
    event.fire(new Jobs.Begun(kept.id));
    QuarkusTransaction.rollback();
    begun("\"ends\"", State.DONE);
    as("president").get("/jobs/" + kept.id).then().body("state", equalTo("WAITING"));
    QuarkusTransaction.begin();
    event.fire(new Jobs.Begun(kept.id));
    QuarkusTransaction.commit();
    awaited(kept, Set.of("DONE"));
  }

  @Test
  void aServerThatIsSilentForMinutesHasEnded() {
    Job old = written("{}", Instant.now().minus(Duration.ofMinutes(3)));
    as("president").get("/jobs/" + old.id).then().body("state", equalTo("FAILED"));
    Job young = written("{}", Instant.now().minus(Duration.ofMinutes(1)));
    as("president").get("/jobs/" + young.id).then().body("state", equalTo("WAITING"));
  }

  @Test
  void aResultIsForgottenAfterAWeek() {
    Job old = written("{}", Instant.now().minus(Duration.ofDays(8)));
    Job young = written("{}", Instant.now().minus(Duration.ofDays(6)));
    jobs.forget();
    as("president").get("/jobs/" + old.id).then().statusCode(404);
    as("president").get("/jobs/" + young.id).then().statusCode(200);
  }
}
