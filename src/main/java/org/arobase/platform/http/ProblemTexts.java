package org.arobase.platform.http;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.arobase.platform.language.CallerLanguage;
import org.arobase.platform.language.Messages;

/**
 * Gives every problem, also those of the libraries below us, its type, its texts in the caller's
 * language and its violations; never a class name, never an exception's own words.
 */
@ApplicationScoped
public class ProblemTexts implements ProblemPostProcessor {
  private static final Set<Integer> ABOUT_THE_BODY = Set.of(400, 409, 413, 415, 422);

  private final CallerLanguage language;

  ProblemTexts(CallerLanguage language) {
    this.language = language;
  }

  @Override
  public HttpProblem apply(HttpProblem raw, ProblemContext context) {
    Locale locale = language.locale();
    if (context.cause instanceof Refusal refusal) {
      return of(refusal, locale, context.path);
    }
    Optional<Problem> problem = Problem.general(raw.getStatusCode());
    return problem.map(p -> of(new Refusal(p), locale, context.path)).orElse(raw);
  }

  /** The problem document of a refusal in one language. */
  static HttpProblem of(Refusal refusal, Locale locale, String path) {
    Messages messages = Messages.in(locale);
    Problem problem = refusal.problem();
    HttpProblem.Builder builder =
        HttpProblem.builder()
            .withType(URI.create(problem.type()))
            .withStatus(problem.status())
            .withTitle(messages.text(problem.code() + ".title"))
            .withDetail(messages.text(problem.code() + ".detail", refusal.arguments().toArray()));
    if (path != null) {
      builder.withInstance(URI.create(path.replace(' ', '+')));
    }
    List<Violation> violations = violations(refusal, messages);
    if (!violations.isEmpty()) {
      builder.with("violations", violations);
    }
    return builder.build();
  }

  private static List<Violation> violations(Refusal refusal, Messages messages) {
    if (refusal.violations().isEmpty() && ABOUT_THE_BODY.contains(refusal.problem().status())) {
      String code = refusal.problem().code();
      String detail = messages.text(code + ".detail", refusal.arguments().toArray());
      return List.of(new Violation("", code, detail, null));
    }
    return refusal.violations().stream().map(v -> v.in(messages)).toList();
  }
}
