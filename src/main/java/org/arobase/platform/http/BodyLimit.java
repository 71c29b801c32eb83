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
import org.arobase.platform.problem.Problem;
import org.arobase.platform.problem.ProblemTexts;
import org.arobase.platform.problem.Refusal;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Refuses a body that is announced as too long before a byte of it is read. Quarkus would answer an
 * empty 413 below the REST layer, where our mappers do not reach.
 */
@ApplicationScoped
public class BodyLimit {
  /** The most bytes of a body. Quarkus has a limit of its own, above ours, that says nothing. */
  static final String SETTING = "arobase.http.body-limit";

  private static final int BEFORE_ALL_OTHERS = 10_000;

  private final ObjectMapper json;
  private final long limit;

  BodyLimit(ObjectMapper json, @ConfigProperty(name = SETTING) MemorySize l) {
    this.json = json;
    this.limit = l.asLongValue();
  }

  void register(@Observes Filters filters) {
    filters.register(this::check, BEFORE_ALL_OTHERS);
  }

  private void check(RoutingContext context) {
    if (announced(context.request()) <= limit) {
      context.next();
      return;
    }
    var locale = CallerLanguage.of(context.request().getHeader("Accept-Language"));
    Refusal refusal = new Refusal(Problem.BODY_TOO_LARGE, limit);
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
