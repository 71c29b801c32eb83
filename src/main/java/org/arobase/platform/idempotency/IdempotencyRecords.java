package org.arobase.platform.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import org.arobase.platform.database.ByKey;
import org.arobase.platform.database.RetryOnLostRace;
import org.arobase.platform.http.AnswerHeaders;
import org.arobase.platform.http.HasLocation;
import org.arobase.platform.idempotency.IdempotencyRecord.Key;
import org.arobase.platform.problem.CommonProblem;
import org.arobase.platform.problem.Refusal;
import org.arobase.platform.secrets.ServerKey;
import org.hibernate.exception.ConstraintViolationException;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Executes a request once and keeps its answer for a day. */
@ApplicationScoped
@RetryOnLostRace
public class IdempotencyRecords {
  private static final Duration KEPT = Duration.ofHours(24);
  private static final int OK = 200;
  private static final int NO_CONTENT = 204;

  private final ObjectMapper json;
  private final Clock clock;
  private final ServerKey server;

  IdempotencyRecords(ObjectMapper json, Clock clock, ServerKey server) {
    this.server = server;
    this.json = json;
    this.clock = clock;
  }

  /** The key was already used, for this request or another one. */
  static final class KeyTaken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    KeyTaken() {
      super("key taken", null, false, false);
    }
  }

  /**
   * Claims the key, executes the request and keeps its answer, in one transaction.
   *
   * @throws KeyTaken when the key was already claimed
   */
  @Transactional
  Object first(Key key, String fingerprint, InvocationContext request) throws Exception {
    try {
      IdempotencyRecord.claim(key, fingerprint, clock.instant());
    } catch (ConstraintViolationException e) {
      throw new KeyTaken();
    }
    Object answer = request.proceed();
    IdempotencyRecord kept = ByKey.find(IdempotencyRecord.class, key).orElseThrow();
    ResponseStatus status = request.getMethod().getAnnotation(ResponseStatus.class);
    kept.status = status != null ? status.value() : answer == null ? NO_CONTENT : OK;
    kept.body = answer == null ? "" : text(answer);
    kept.etag = AnswerHeaders.etag(answer);
    kept.location = answer instanceof HasLocation at ? at.location() : null;
    kept.sign(server);
    return answer;
  }

  /** Whether an answer is kept for this user and key. */
  @Transactional
  public boolean has(String username, @Nullable String key) {
    return key != null && ByKey.find(IdempotencyRecord.class, new Key(username, key)).isPresent();
  }

  /**
   * The kept answer of this key.
   *
   * @throws Refusal 422 when the key was used for another request, or when the kept answer was
   *     changed in the database
   */
  @Transactional
  ReplayedResponse before(Key key, String fingerprint) {
    return ByKey.find(IdempotencyRecord.class, key)
        .filter(kept -> kept.fingerprint.equals(fingerprint) && kept.isSigned(server))
        .map(ReplayedResponse::new)
        .orElseThrow(() -> new Refusal(CommonProblem.IDEMPOTENCY_KEY_REUSED));
  }

  @Scheduled(every = "1h", delayed = "12m")
  @Transactional
  void forget() {
    IdempotencyRecord.delete("keptAt < ?1", clock.instant().minus(KEPT));
  }

  private String text(Object answer) {
    try {
      return json.writeValueAsString(answer);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("An answer that cannot be written", e);
    }
  }
}
