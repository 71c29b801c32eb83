package org.arobase.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.arobase.platform.language.CallerLanguage;
import org.arobase.platform.problem.Problem;
import org.arobase.platform.problem.ProblemCatalogue;
import org.arobase.platform.problem.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every text exists in both languages, and every text in the files is used. */
class MessagesTest {
  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_DEFAULT);

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
    ProblemCatalogue.all()
        .forEach(p -> wanted.addAll(List.of(p.code() + ".title", p.code() + ".detail")));
    constants(Rule.class).forEach(rule -> wanted.add("violation." + rule.code()));
    assertEquals(wanted, keys(Locale.FRENCH));
    assertEquals(wanted, keys(Locale.ENGLISH));
  }

  @Test
  void theCatalogueHasTheProblemsOfAllFeatures() {
    Set<String> codes = new TreeSet<>();
    constants(Problem.class).forEach(problem -> codes.add(problem.code()));
    assertEquals(codes, new TreeSet<>(ProblemCatalogue.all().stream().map(Problem::code).toList()));
  }

  /** The constants of all enums of the house that implement an interface. */
  private static <T> List<T> constants(Class<T> type) {
    return new ClassFileImporter()
        .importPackages("org.arobase").stream()
            .filter(c -> c.isEnum() && c.isAssignableTo(type))
            .flatMap(c -> Stream.of(c.reflect().getEnumConstants()))
            .map(type::cast)
            .toList();
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
    Set<String> keys = new TreeSet<>();
    for (String feature : features()) {
      ResourceBundle.getBundle("texts." + feature, locale, NO_FALLBACK).keySet().stream()
          .filter(key -> !keys.add(key))
          .forEach(key -> fail(key + " has two texts"));
    }
    return keys;
  }

  private static List<String> features() {
    try (var file = MessagesTest.class.getResourceAsStream("/texts/features")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
