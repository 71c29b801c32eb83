package org.arobase.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import org.arobase.platform.language.CallerLanguage;
import org.arobase.platform.problem.Problem;
import org.arobase.platform.problem.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every text exists in both languages, and every text in the files is used. */
class MessagesTest {
  private static final List<String> OF_NO_REFUSAL =
      List.of(
          "explanation.rated",
          "explanation.unrated",
          "explanation.corrected",
          "explanation.anchored",
          "explanation.sure",
          "gate.covered-issues",
          "gate.issue-score",
          "mail.invitation",
          "mail.reminder",
          "figures.any",
          "figures.level",
          "figures.known-any",
          "figures.known-level",
          "figures.kind.ANY",
          "figures.kind.MUNICIPALITY",
          "figures.kind.INTERMUNICIPALITY",
          "figures.kind.DEPARTMENT",
          "progress.participations",
          "verification.FORM.true",
          "verification.FORM.false",
          "verification.SIGNATURE.true",
          "verification.SIGNATURE.false",
          "verification.KEY.true",
          "verification.KEY.false",
          "verification.PUBLISHED.true",
          "verification.PUBLISHED.false",
          "verification.INCLUSION.true",
          "verification.INCLUSION.false");

  @Test
  void everyProblemAndViolationHasItsTextInBothLanguages() {
    Set<String> wanted = new TreeSet<>(OF_NO_REFUSAL);
    Arrays.stream(Problem.values())
        .forEach(p -> wanted.addAll(List.of(p.code() + ".title", p.code() + ".detail")));
    Arrays.stream(Rule.values()).forEach(rule -> wanted.add("violation." + rule.code()));
    assertEquals(wanted, keys(Locale.FRENCH));
    assertEquals(wanted, keys(Locale.ENGLISH));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "none | fr",
        "en | en",
        "en-US,en;q=0.9 | en",
        "fr-CA | fr",
        "de | fr",
        "de, en;q=0.5 | en",
        "fr;q=0.2, en;q=0.9 | en",
        ";;;q=x | fr",
        "* | fr"
      })
  void aLanguageWeDoNotSpeakIsFrench(String header, String language) {
    assertEquals(language, CallerLanguage.of(header).getLanguage());
  }

  private static Set<String> keys(Locale locale) {
    return new TreeSet<>(
        ResourceBundle.getBundle(
                "problems",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_DEFAULT))
            .keySet());
  }
}
