package org.arobase.platform.language;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;

/** The language that the caller asked for in {@code Accept-Language}; French by default. */
@ApplicationScoped
public class CallerLanguage {
  private static final List<Locale> SPOKEN = List.of(Locale.FRENCH, Locale.ENGLISH);

  private final CurrentVertxRequest request;

  CallerLanguage(CurrentVertxRequest request) {
    this.request = request;
  }

  /** {@link Locale#FRENCH} or {@link Locale#ENGLISH}. */
  public Locale locale() {
    try {
      var current = request.getCurrent();
      return current == null ? Locale.FRENCH : of(current.request().getHeader("Accept-Language"));
    } catch (ContextNotActiveException e) {
      return Locale.FRENCH;
    }
  }

  /** The supported language that the header prefers; French when it is missing or malformed. */
  public static Locale of(String acceptLanguage) {
    if (acceptLanguage == null) {
      return Locale.FRENCH;
    }
    try {
      Locale best = Locale.lookup(LanguageRange.parse(acceptLanguage), SPOKEN);
      return best == null ? Locale.FRENCH : best;
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      // Java's parser fails in the second way for a hyphen alone
      return Locale.FRENCH;
    }
  }
}
