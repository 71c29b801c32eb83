package org.arobase.platform.contract;

import static java.util.stream.Collectors.toSet;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.arobase.platform.idempotency.Idempotent;
import org.arobase.platform.problem.Problem;
import org.arobase.platform.problem.Refuses;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.MethodInfo;

/**
 * The problems of an operation: those that it declares and those that follow from its signature.
 */
final class ContractProblems {
  private ContractProblems() {}

  /** Replaces every response of the operation that is not a success by these problems. */
  static void describe(Operation operation, MethodInfo method, List<String> roles) {
    operation.getResponses().getAPIResponses().keySet().stream()
        .filter(status -> !status.startsWith("2"))
        .toList()
        .forEach(operation.getResponses()::removeAPIResponse);
    Map<Integer, List<Problem>> byStatus =
        problems(operation, method, roles).stream()
            .collect(Collectors.groupingBy(Problem::status, TreeMap::new, Collectors.toList()));
    byStatus.forEach(
        (status, problems) ->
            operation
                .getResponses()
                .addAPIResponse(status.toString(), ProblemSchema.response(problems)));
  }

  private static Set<Problem> problems(Operation operation, MethodInfo method, List<String> roles) {
    Set<Problem> problems =
        EnumSet.of(
            Problem.UNKNOWN_PARAMETER,
            Problem.NOT_ACCEPTABLE,
            Problem.INTERNAL_ERROR,
            Problem.UNAVAILABLE);
    if (!roles.contains("anonymous")) {
      problems.addAll(Set.of(Problem.UNAUTHENTICATED, Problem.FORBIDDEN));
      problems.addAll(refusedByPlace(operation));
    } else {
      // a stale or forged token is refused even where none is needed
      problems.add(Problem.UNAUTHENTICATED);
    }
    if (operation.getRequestBody() != null) {
      problems.addAll(
          Set.of(
              Problem.MALFORMED_JSON,
              Problem.BODY_TOO_LARGE,
              Problem.UNSUPPORTED_MEDIA_TYPE,
              Problem.INVALID_BODY));
    }
    if (hasConvertedParameter(operation)) {
      problems.add(Problem.INVALID_PARAMETER);
    }
    if (method.hasAnnotation(Idempotent.class)) {
      problems.add(Problem.IDEMPOTENCY_KEY_REUSED);
      problems.add(Problem.INVALID_PARAMETER);
    }
    boolean writes = !method.hasAnnotation(GET.class) && !roles.contains("anonymous");
    if (writes && problems.contains(Problem.EDITION_NOT_FOUND)) {
      problems.add(Problem.RECORD_CONTRADICTED);
    }
    if (takesIfMatch(method)) {
      problems.addAll(Set.of(Problem.PRECONDITION_REQUIRED, Problem.PRECONDITION_FAILED));
    }
    AnnotationInstance refuses = method.annotation(Refuses.class);
    if (refuses != null) {
      Stream.of(refuses.value().asEnumArray()).map(Problem::valueOf).forEach(problems::add);
    }
    return problems;
  }

  /** The problems with which the guard refuses access to an edition, a dossier or a score sheet. */
  private static Set<Problem> refusedByPlace(Operation operation) {
    Set<String> names =
        operation.getParameters() == null
            ? Set.of()
            : operation.getParameters().stream().map(Parameter::getName).collect(toSet());
    Set<Problem> problems = EnumSet.noneOf(Problem.class);
    if (names.contains("year") || names.contains("edition")) {
      problems.addAll(
          Set.of(Problem.EDITION_NOT_FOUND, Problem.WRONG_PHASE, Problem.NOT_YOUR_EDITION));
    }
    if (names.contains("year") && names.contains("code")) {
      problems.addAll(Set.of(Problem.RECUSED, Problem.NOT_YOUR_DOSSIER));
    }
    if (names.contains("juror")) {
      problems.add(Problem.NOT_YOUR_SHEET);
    }
    return problems;
  }

  /** Whether a parameter is not free text and so can be invalid. */
  private static boolean hasConvertedParameter(Operation operation) {
    return operation.getParameters() != null
        && operation.getParameters().stream()
            .anyMatch(
                p ->
                    p.getSchema().getRef() != null
                        || !p.getSchema().getType().equals(List.of(SchemaType.STRING)));
  }

  private static boolean takesIfMatch(MethodInfo method) {
    return method.annotations(HeaderParam.class).stream()
        .anyMatch(header -> "If-Match".equals(header.value().asString()));
  }
}
