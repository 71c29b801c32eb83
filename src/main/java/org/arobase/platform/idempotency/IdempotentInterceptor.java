package org.arobase.platform.idempotency;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.List;
import org.arobase.platform.canonical.Canonical;
import org.arobase.platform.idempotency.IdempotencyRecord.Key;
import org.arobase.platform.idempotency.IdempotencyRecords.KeyTaken;
import org.arobase.platform.problem.CommonProblem;
import org.arobase.platform.problem.Refusal;

/** Applies the idempotency key of a request; a request without one runs as usual. */
@Idempotent
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
class IdempotentInterceptor {
  private static final String HEADER = "Idempotency-Key";
  private static final int LONGEST = 100;

  private final IdempotencyRecords answers;
  private final SecurityIdentity identity;
  private final HttpHeaders headers;

  IdempotentInterceptor(
      IdempotencyRecords answers, SecurityIdentity identity, HttpHeaders headers) {
    this.answers = answers;
    this.identity = identity;
    this.headers = headers;
  }

  @AroundInvoke
  Object around(InvocationContext request) throws Exception {
    String sent = headers.getHeaderString(HEADER);
    if (sent == null || isDryRun(request)) {
      return request.proceed();
    }
    if (sent.isBlank() || sent.length() > LONGEST) {
      throw new Refusal(CommonProblem.INVALID_PARAMETER, HEADER);
    }
    Key key = new Key(identity.getPrincipal().getName(), sent);
    String fingerprint = fingerprint(request);
    try {
      return answers.first(key, fingerprint, request);
    } catch (KeyTaken taken) {
      throw answers.before(key, fingerprint);
    }
  }

  /** A dry run is not kept: it changes nothing, and what the caller may see can change. */
  private static boolean isDryRun(InvocationContext request) {
    Parameter[] parameters = request.getMethod().getParameters();
    for (int i = 0; i < parameters.length; i++) {
      QueryParam named = parameters[i].getAnnotation(QueryParam.class);
      if (named != null && named.value().equals("dryRun")) {
        return Boolean.TRUE.equals(request.getParameters()[i]);
      }
    }
    return false;
  }

  /**
   * Hash of the operation, its address and body, without headers: a retry may have a newer ETag.
   */
  private static String fingerprint(InvocationContext request) {
    List<Object> said = new ArrayList<>();
    said.add(request.getMethod().toGenericString());
    Parameter[] parameters = request.getMethod().getParameters();
    for (int i = 0; i < parameters.length; i++) {
      if (!parameters[i].isAnnotationPresent(HeaderParam.class)) {
        said.add(request.getParameters()[i]);
      }
    }
    return Canonical.hash(Canonical.json(said));
  }
}
