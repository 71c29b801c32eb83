package org.arobase.platform.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.arobase.platform.language.CallerLanguage;
import org.arobase.platform.problem.ProblemTexts;
import org.arobase.platform.problem.Refusal;

/** Answers a refusal before the REST layer begins, where its mappers do not apply. */
@ApplicationScoped
class EarlyRefusal {
  private static final Duration LINGER = Duration.ofSeconds(5);

  private final ObjectMapper json;

  EarlyRefusal(ObjectMapper json) {
    this.json = json;
  }

  /**
   * Answers. What the client still sends is thrown away for some seconds, since a client that is
   * cut off while it sends does not read the answer; then the connection is closed.
   */
  void send(RoutingContext context, Refusal refusal) {
    var locale = CallerLanguage.of(context.request().getHeader("Accept-Language"));
    HttpProblem problem = ProblemTexts.of(refusal, locale, context.request().path());
    var response = context.response();
    response.setStatusCode(refusal.problem().status());
    problem.getHeaders().forEach((name, value) -> response.putHeader(name, value.toString()));
    response.putHeader("Content-Type", "application/problem+json");
    discardRest(context);
    try {
      response.end(json.writeValueAsString(problem));
    } catch (JsonProcessingException e) {
      context.fail(e);
    }
  }

  private static void discardRest(RoutingContext context) {
    HttpServerRequest request = context.request();
    if (request.isEnded()) {
      return;
    }
    long timer = context.vertx().setTimer(LINGER.toMillis(), id -> request.connection().close());
    request.exceptionHandler(gone -> context.vertx().cancelTimer(timer));
    request.endHandler(complete -> context.vertx().cancelTimer(timer));
    request.handler(part -> {});
  }
}
