package org.arobase.platform.problem;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every problem of every feature, by status and code. */
public final class ProblemCatalogue {
  /** Names the enums that implement {@link Problem}, a line each. */
  private static final String ENUMS = "META-INF/arobase-problems";

  private static final List<Problem> ALL = read();

  private ProblemCatalogue() {}

  /** All problems by status and code. */
  public static List<Problem> all() {
    return ALL;
  }

  /** The problem with this code, if there is one. */
  public static Optional<Problem> of(String code) {
    return ALL.stream().filter(problem -> problem.code().equals(code)).findFirst();
  }

  /**
   * The problem with this code.
   *
   * @throws IllegalArgumentException when there is none: a mistake in the code
   */
  public static Problem required(String code) {
    return of(code).orElseThrow(() -> new IllegalArgumentException("No problem " + code));
  }

  /** The general problem of a status that no feature explained; an unknown status is a 500. */
  static Problem general(int status) {
    return switch (status) {
      case 400 -> CommonProblem.MALFORMED_JSON;
      case 422 -> CommonProblem.INVALID_BODY;
      default ->
          Stream.of(CommonProblem.values())
              .filter(problem -> problem.status() == status)
              .findFirst()
              .orElse(CommonProblem.INTERNAL_ERROR);
    };
  }

  private static List<Problem> read() {
    return lines()
        .map(ProblemCatalogue::constants)
        .flatMap(Stream::of)
        .sorted(Comparator.comparingInt(Problem::status).thenComparing(Problem::code))
        .toList();
  }

  private static Problem[] constants(String name) {
    try {
      return (Problem[]) Class.forName(name, true, loader()).getEnumConstants();
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(ENUMS + " names " + name + ", which is not there", e);
    }
  }

  private static Stream<String> lines() {
    try (InputStream file = loader().getResourceAsStream(ENUMS)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines();
    } catch (IOException e) {
      throw new UncheckedIOException(ENUMS + " cannot be read", e);
    }
  }

  private static ClassLoader loader() {
    return ProblemCatalogue.class.getClassLoader();
  }
}
