package org.arobase.platform.jobs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import org.arobase.platform.jobs.Job.State;
import org.arobase.platform.jobs.Work.Order;
import org.arobase.platform.secrets.ServerKey;
import org.jspecify.annotations.Nullable;

/** Jobs, for the users who started them. */
@ApplicationScoped
class JobService {
  private final Jobs jobs;
  private final SecurityIdentity identity;
  private final ObjectMapper json;
  private final Clock clock;
  private final ServerKey key;

  JobService(Jobs jobs, SecurityIdentity identity, ObjectMapper json, Clock clock, ServerKey key) {
    this.key = key;
    this.jobs = jobs;
    this.identity = identity;
    this.json = json;
    this.clock = clock;
  }

  /**
   * The caller's job.
   *
   * @throws org.arobase.platform.problem.Refusal 404 when the caller has no such job, 403 when they
   *     may no longer see its result
   */
  @Transactional
  JobApi.View get(String id) {
    return view(mine(id));
  }

  /**
   * Asks a job of the caller to stop; a job that has ended stays as it is.
   *
   * @throws org.arobase.platform.problem.Refusal 404 when the caller has no such job, 403 when they
   *     may no longer see its result
   */
  @Transactional
  JobApi.View cancel(String id) {
    Job job = mine(id);
    job.cancelled = true;
    if (job.state == State.WAITING) {
      job.state = State.CANCELLED;
    }
    return view(job);
  }

  private Job mine(String id) {
    Job job = Job.required(id, identity.getPrincipal().getName(), key);
    jobs.of(job.kind).requireReadable(Order.of(job));
    return job;
  }

  private JobApi.View view(Job job) {
    return JobApi.View.from(job, clock.instant(), read(job.result));
  }

  private @Nullable Map<String, Object> read(@Nullable String result) {
    try {
      return result == null ? null : json.readValue(result, new TypeReference<>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Not what was written", e);
    }
  }
}
