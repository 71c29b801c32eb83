package org.arobase.platform.jobs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.arobase.platform.canonical.Canonical;
import org.arobase.platform.database.ByKey;
import org.arobase.platform.database.Transactions;
import org.arobase.platform.jobs.Job.State;
import org.arobase.platform.jobs.Work.Order;
import org.arobase.platform.secrets.ServerKey;
import org.jspecify.annotations.Nullable;

/** Starts jobs and runs them one after the other, since each may need most of the memory. */
@ApplicationScoped
public class Jobs {
  private static final Duration KEPT = Duration.ofDays(7);

  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work, "jobs");
            thread.setDaemon(true);
            return thread;
          });
  private final Set<String> here = ConcurrentHashMap.newKeySet();
  private final Instance<Work> works;
  private final Event<Begun> begun;
  private final SecurityIdentity identity;
  private final ObjectMapper json;
  private final Clock clock;
  private final ServerKey key;

  Jobs(
      @Any Instance<Work> works,
      Event<Begun> begun,
      SecurityIdentity identity,
      ObjectMapper json,
      Clock clock,
      ServerKey key) {
    this.key = key;
    this.works = works;
    this.begun = begun;
    this.identity = identity;
    this.json = json;
    this.clock = clock;
  }

  /** A job was stored; its work begins when the transaction commits. */
  record Begun(String job) {}

  /**
   * Stores a job of the caller, in the caller's transaction. If the caller has an unfinished job of
   * the same kind, edition and parameters, returns that one instead.
   *
   * @param edition the year of the edition, if any
   * @param parameters an object of a type that the kind of work defines; stored as JSON
   */
  public JobApi.View begin(Work work, @Nullable Integer edition, Object parameters) {
    String owner = identity.getPrincipal().getName();
    String said = Canonical.json(parameters);
    Instant now = clock.instant();
    Job job =
        Job.unended(work.kind(), owner, edition, said).stream()
            .filter(other -> !other.state(now).hasEnded() && !other.cancelled)
            .findFirst()
            .orElseGet(() -> write(new Job(work.kind(), owner, edition, said), now));
    return JobApi.View.from(job, now, null);
  }

  private Job write(Job job, Instant now) {
    job.id = UUID.randomUUID().toString();
    job.begunAt = now;
    job.beatenAt = now;
    job.mac = job.mac(key, null);
    job.persistAndFlush();
    begun.fire(new Begun(job.id));
    return job;
  }

  void work(@Observes(during = TransactionPhase.AFTER_SUCCESS) Begun event) {
    here.add(event.job());
    worker.execute(() -> run(event.job()));
  }

  private void run(String id) {
    JobProgress progress = new JobProgress(id, clock);
    try {
      Job job = Transactions.inNew(() -> ByKey.find(Job.class, id).orElseThrow());
      if (job.state != State.WAITING) {
        return;
      }
      if (!job.isTrusted(key)) {
        change(id, State.FAILED, progress);
        return;
      }
      change(id, State.RUNNING, progress);
      progress.at(0, 0);
      Object result = of(job.kind).run(Order.of(job), progress);
      end(job, progress, written(result));
    } catch (JobProgress.Cancelled e) {
      change(id, State.CANCELLED, progress);
    } catch (RuntimeException e) {
      Log.error("A job has failed", e);
      change(id, State.FAILED, progress);
    } finally {
      here.remove(id);
    }
  }

  private void change(String id, State state, JobProgress progress) {
    Transactions.inNew(() -> changed(id, state, progress));
  }

  /** Changes a job that has not ended, and returns how many there were: one or none. */
  private int changed(String id, State state, JobProgress progress) {
    return Job.update(
        "state = ?1, done = ?2, total = ?3, beatenAt = ?4 where id = ?5 and"
            + " state in ('WAITING', 'RUNNING')",
        state,
        progress.done(),
        progress.total(),
        clock.instant(),
        id);
  }

  /** Stores the result, unless the job was cancelled, with what was signed when it began. */
  private void end(Job job, JobProgress progress, String result) {
    Transactions.inNew(
        () ->
            changed(job.id, State.DONE, progress) == 0
                ? 0
                : Job.update(
                    "result = ?1, mac = ?2 where id = ?3", result, job.mac(key, result), job.id));
  }

  /** The work of this kind. */
  Work of(String kind) {
    return works.stream().filter(work -> work.kind().equals(kind)).findFirst().orElseThrow();
  }

  private String written(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Cannot be written", e);
    }
  }

  /** Marks the running and waiting jobs of this server as alive. */
  @Scheduled(every = "20s", delayed = "20s")
  void beat() {
    if (!here.isEmpty()) {
      Transactions.inNew(() -> Job.update("beatenAt = ?1 where id in ?2", clock.instant(), here));
    }
  }

  /** Deletes old jobs: a result is for the user who waits for it, not for the archive. */
  @Scheduled(every = "1h", delayed = "10m")
  void forget() {
    Transactions.inNew(() -> Job.delete("begunAt < ?1", clock.instant().minus(KEPT)));
  }

  @PreDestroy
  void end() {
    worker.shutdownNow();
  }
}
