package org.arobase.platform.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.arobase.platform.language.CallerLanguage;
import org.arobase.platform.problem.CommonProblem;
import org.arobase.platform.problem.ProblemTexts;
import org.arobase.platform.problem.Refusal;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Refuses a body whose announced length is above the limit, before reading any of it. Quarkus would
 * answer an empty 413 below the REST layer, where our mappers do not apply.
 */
@ApplicationScoped
public class BodyLimit {
  /** The end of paths that accept files, which may be longer than other bodies. */
  private static final String IMPORT = "/import";

  private static final int BEFORE_ALL_OTHERS = 10_000;

  private final ObjectMapper json;
  private final long limit;
  private final long importLimit;

  /**
   * @param limit the most bytes of a body; must be below Quarkus's own limit, whose 413 is empty
   * @param importLimit the most bytes of a file
   */
  BodyLimit(
      ObjectMapper json,
      @ConfigProperty(name = "arobase.http.body-limit") MemorySize limit,
      @ConfigProperty(name = "arobase.http.import-limit") MemorySize importLimit) {
    this.json = json;
    this.limit = limit.asLongValue();
    this.importLimit = importLimit.asLongValue();
  }

  /** The most bytes of a body at this path. */
  long of(String path) {
    return path.endsWith(IMPORT) ? importLimit : limit;
  }

  void register(@Observes Filters filters) {
    filters.register(this::check, BEFORE_ALL_OTHERS);
  }

  private void check(RoutingContext context) {
    long most = of(context.request().path());
    if (announced(context.request()) <= most) {
      context.next();
      return;
    }
    var locale = CallerLanguage.of(context.request().getHeader("Accept-Language"));
    Refusal refusal = new Refusal(CommonProblem.BODY_TOO_LARGE, most);
    context.response().setStatusCode(refusal.problem().status());
    context.response().putHeader("Content-Type", "application/problem+json");
    context.response().putHeader("Connection", "close");
    try {
      context
          .response()
          .end(json.writeValueAsString(ProblemTexts.of(refusal, locale, context.request().path())));
    } catch (JsonProcessingException e) {
      context.fail(e);
    }
  }

  private static long announced(HttpServerRequest request) {
    String length = request.getHeader("Content-Length");
    try {
      return length == null ? 0 : Long.parseLong(length);
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
