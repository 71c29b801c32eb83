package org.arobase.platform.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What parsing and validation find wrong with a body, as refusals that point at the place. */
public class BodyMappers {
  private final ProblemTexts texts;

  BodyMappers(ProblemTexts texts) {
    this.texts = texts;
  }

  /** JSON that cannot be read, or that does not fit the type. */
  @ServerExceptionMapper(
      value = {JsonProcessingException.class, JsonMappingException.class},
      priority = 1)
  public Response unreadable(JsonProcessingException e) {
    return respond(refusal(e));
  }

  /** A body or a parameter that breaks a declared constraint. */
  @ServerExceptionMapper(priority = 1)
  public Response invalid(ConstraintViolationException e) {
    List<Violation.Draft> drafts =
        e.getConstraintViolations().stream()
            .map(BodyMappers::draft)
            .sorted(Comparator.comparing(Violation.Draft::pointer))
            .toList();
    return respond(new Refusal(Problem.INVALID_BODY, drafts, drafts.size()));
  }

  /** Quarkus wraps what Jackson says of a body; the cause knows the place. */
  @ServerExceptionMapper(priority = 1)
  public Response wrapped(WebApplicationException e) {
    if (e.getCause() instanceof JsonProcessingException json) {
      return respond(refusal(json));
    }
    int status = e.getResponse().getStatus();
    HttpProblem problem = HttpProblem.builder().withStatus(status).build();
    return texts.apply(problem, ProblemContext.of(e, (String) null)).toResponse();
  }

  private Response respond(Refusal refusal) {
    HttpProblem raw = HttpProblem.builder().withStatus(refusal.problem().status()).build();
    return texts.apply(raw, ProblemContext.of(refusal, (String) null)).toResponse();
  }

  private static Refusal refusal(JsonProcessingException e) {
    if (e instanceof UnrecognizedPropertyException unknown) {
      return Refusal.at(pointer(unknown), "unknown-property", unknown.getPropertyName());
    }
    if (e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
      return Refusal.at(pointer(mapping), "wrong-type");
    }
    return new Refusal(Problem.MALFORMED_JSON);
  }

  private static String pointer(JsonMappingException e) {
    return e.getPath().stream().map(BodyMappers::segment).collect(Collectors.joining());
  }

  private static String segment(Reference reference) {
    String name = reference.getFieldName();
    return "/" + (name == null ? String.valueOf(reference.getIndex()) : escape(name));
  }

  private static Violation.Draft draft(ConstraintViolation<?> violation) {
    return Violation.Draft.at(
        pointer(violation.getPropertyPath()), "constraint", violation.getMessage());
  }

  /** Drops the method and its parameter: what is left is the place in the body. */
  private static String pointer(Path path) {
    List<String> segments = new ArrayList<>();
    for (Path.Node node : path) {
      if (node.getKind() == ElementKind.METHOD || node.getKind() == ElementKind.PARAMETER) {
        continue;
      }
      if (node.getIndex() != null) {
        segments.add("/" + node.getIndex());
      }
      if (node.getName() != null && !node.getName().startsWith("<")) {
        segments.add("/" + escape(node.getName()));
      }
    }
    return String.join("", segments);
  }

  private static String escape(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }
}
