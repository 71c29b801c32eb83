package org.arobase.platform.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.arobase.platform.language.CallerLanguage;
import org.arobase.platform.language.Messages;

/**
 * Gives every problem, including those of the libraries, its type, its texts in the caller's
 * language and its violations. Never shows a class name or the message of an exception.
 */
@ApplicationScoped
public class ProblemTexts implements ProblemPostProcessor {
  private static final Set<Integer> ABOUT_THE_REQUEST =
      Set.of(400, 403, 409, 412, 413, 415, 422, 428);
  private static final String RETRY_AFTER = "Retry-After";
  private static final int RETRY_AFTER_SECONDS = 2;
  private static final int TOO_MANY_REQUESTS = 429;

  private final CallerLanguage language;
  private final CurrentVertxRequest request;

  ProblemTexts(CallerLanguage language, CurrentVertxRequest request) {
    this.language = language;
    this.request = request;
  }

  @Override
  public HttpProblem apply(HttpProblem raw, ProblemContext context) {
    var current = request.getCurrent();
    String path = current == null ? "" : current.request().path();
    String query = current == null ? null : current.request().query();
    String asked = query == null ? path : path + "?" + query;
    return of(refusal(raw, context.cause, asked), language.locale(), path);
  }

  private static Refusal refusal(HttpProblem raw, Throwable cause, String asked) {
    for (Throwable c = cause; c != null; c = c.getCause()) {
      // Jackson wraps a refusal that is thrown while it reads
      if (c instanceof Refusal refusal) {
        return refusal;
      }
    }
    if (cause instanceof JsonProcessingException json) {
      return BodyErrors.of(json);
    }
    if (cause instanceof ConstraintViolationException violations) {
      return BodyErrors.of(violations);
    }
    if (cause instanceof WebApplicationException && cause.getCause() != null) {
      return ofWrapped(raw, cause, asked);
    }
    return new Refusal(
        DatabaseTrouble.in(cause)
            ? CommonProblem.UNAVAILABLE
            : ProblemCatalogue.general(raw.getStatusCode()));
  }

  /** The REST layer wraps errors of Jackson, and those of parameters that it cannot convert. */
  private static Refusal ofWrapped(HttpProblem raw, Throwable wrapper, String asked) {
    if (wrapper.getCause() instanceof JsonProcessingException json) {
      return BodyErrors.of(json);
    }
    return wrapper instanceof NotFoundException
        ? new Refusal(CommonProblem.INVALID_PARAMETER, asked)
        : new Refusal(ProblemCatalogue.general(raw.getStatusCode()));
  }

  /** The problem document of a refusal in one language. */
  public static HttpProblem of(Refusal refusal, Locale locale, String path) {
    Messages messages = Messages.in(locale);
    Problem problem = refusal.problem();
    HttpProblem.Builder builder =
        HttpProblem.builder()
            .withType(URI.create(problem.type()))
            .withStatus(problem.status())
            .withTitle(messages.text(problem.code() + ".title"))
            .withDetail(messages.text(problem.code() + ".detail", refusal.arguments().toArray()))
            .withInstance(URI.create(path.replaceAll("[^A-Za-z0-9/._~%-]", "")));
    headers(problem, refusal.arguments()).forEach((name, value) -> builder.withHeader(name, value));
    List<Violation> violations = violations(refusal, messages);
    if (!violations.isEmpty()) {
      builder.with("violations", violations);
    }
    return builder.build();
  }

  private static Map<String, Object> headers(Problem problem, List<Object> arguments) {
    if (problem == CommonProblem.UNAVAILABLE) {
      return Map.of(RETRY_AFTER, RETRY_AFTER_SECONDS);
    }
    if (problem == CommonProblem.UNAUTHENTICATED) {
      return Map.of("WWW-Authenticate", "Bearer");
    }
    // the first argument of a 429 is how many seconds to wait
    return problem.status() == TOO_MANY_REQUESTS ? Map.of(RETRY_AFTER, arguments.get(0)) : Map.of();
  }

  private static List<Violation> violations(Refusal refusal, Messages messages) {
    if (refusal.violations().isEmpty() && ABOUT_THE_REQUEST.contains(refusal.problem().status())) {
      String code = refusal.problem().code();
      String detail = messages.text(code + ".detail", refusal.arguments().toArray());
      return List.of(new Violation("", code, detail, null));
    }
    return refusal.violations().stream().map(v -> v.in(messages)).toList();
  }
}
