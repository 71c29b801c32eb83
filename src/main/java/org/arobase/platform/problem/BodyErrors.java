package org.arobase.platform.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.QueryParam;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.arobase.platform.language.UnprintableText;

/** Turns parsing errors and broken constraints of a body into refusals with JSON pointers. */
final class BodyErrors {
  private BodyErrors() {}

  /** The refusal of JSON that cannot be read or does not fit its type. */
  static Refusal of(JsonProcessingException e) {
    if (e instanceof UnrecognizedPropertyException unknown) {
      return Refusal.at(pointer(unknown), CommonRule.UNKNOWN_PROPERTY, unknown.getPropertyName());
    }
    if (tooDeep(e)) {
      return new Refusal(CommonProblem.BODY_TOO_DEEP);
    }
    boolean readable = !(e.getCause() instanceof StreamReadException);
    if (e instanceof JsonMappingException mapping && readable && !mapping.getPath().isEmpty()) {
      boolean isText = e instanceof UnprintableText;
      return Refusal.at(
          pointer(mapping), isText ? CommonRule.UNPRINTABLE_TEXT : CommonRule.WRONG_TYPE);
    }
    return new Refusal(CommonProblem.MALFORMED_JSON);
  }

  private static boolean tooDeep(Throwable error) {
    return error != null
        && (error instanceof StreamConstraintsException || tooDeep(error.getCause()));
  }

  /** The refusal of a parameter or body that breaks declared constraints; lists all of a body. */
  static Refusal of(ConstraintViolationException e) {
    Optional<String> parameter =
        e.getConstraintViolations().stream().flatMap(BodyErrors::parameter).findFirst();
    if (parameter.isPresent()) {
      return new Refusal(CommonProblem.INVALID_PARAMETER, parameter.get());
    }
    List<Violation.Draft> drafts =
        e.getConstraintViolations().stream()
            .map(BodyErrors::draft)
            .sorted(Comparator.comparing(Violation.Draft::pointer))
            .toList();
    boolean nothingSent = drafts.stream().anyMatch(draft -> draft.pointer().isEmpty());
    return nothingSent
        ? new Refusal(CommonProblem.MALFORMED_JSON)
        : new Refusal(CommonProblem.INVALID_BODY, drafts, drafts.size());
  }

  /** The query parameter that a violation is about, if it is about one. */
  private static Stream<String> parameter(ConstraintViolation<?> violation) {
    String property = last(violation.getPropertyPath());
    return Stream.of(violation.getLeafBean().getClass().getDeclaredFields())
        .filter(field -> field.getName().equals(property))
        .map(field -> field.getAnnotation(QueryParam.class))
        .filter(Objects::nonNull)
        .map(QueryParam::value);
  }

  private static String last(Path path) {
    String last = "";
    for (Path.Node node : path) {
      last = node.getName();
    }
    return last;
  }

  private static String pointer(JsonMappingException e) {
    return e.getPath().stream().map(BodyErrors::segment).collect(Collectors.joining());
  }

  private static String segment(Reference reference) {
    String name = reference.getFieldName();
    return "/" + (name == null ? String.valueOf(reference.getIndex()) : escape(name));
  }

  private static Violation.Draft draft(ConstraintViolation<?> violation) {
    return Violation.Draft.at(
        pointer(violation.getPropertyPath()), CommonRule.CONSTRAINT, violation.getMessage());
  }

  /** The place in the body: the path without the method and its parameter. */
  private static String pointer(Path path) {
    StringBuilder pointer = new StringBuilder();
    for (Path.Node node : path) {
      if (node.getKind() == ElementKind.METHOD || node.getKind() == ElementKind.PARAMETER) {
        continue;
      }
      if (node.getKey() != null) {
        pointer.append('/').append(escape(node.getKey().toString()));
      }
      if (node.getIndex() != null) {
        pointer.append('/').append(node.getIndex());
      }
      if (node.getName() != null && !node.getName().startsWith("<")) {
        pointer.append('/').append(escape(node.getName()));
      }
    }
    return pointer.toString();
  }

  private static String escape(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }
}
