package org.arobase.platform.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import org.arobase.platform.language.CallerLanguage;
import org.arobase.platform.problem.ProblemTexts;
import org.arobase.platform.problem.Refusal;

/** Answers a refusal before the REST layer begins, where its mappers do not apply. */
@ApplicationScoped
class EarlyRefusal {
  private final ObjectMapper json;

  EarlyRefusal(ObjectMapper json) {
    this.json = json;
  }

  /** Answers, and closes the connection: what the client still sends is not read. */
  void send(RoutingContext context, Refusal refusal) {
    var locale = CallerLanguage.of(context.request().getHeader("Accept-Language"));
    HttpProblem problem = ProblemTexts.of(refusal, locale, context.request().path());
    var response = context.response();
    response.setStatusCode(refusal.problem().status());
    problem.getHeaders().forEach((name, value) -> response.putHeader(name, value.toString()));
    response.putHeader("Content-Type", "application/problem+json");
    response.putHeader("Connection", "close");
    try {
      response
          .end(json.writeValueAsString(problem))
          .onComplete(sent -> context.request().connection().close());
    } catch (JsonProcessingException e) {
      context.fail(e);
    }
  }
}
