package org.arobase.platform.contract;

import jakarta.ws.rs.HeaderParam;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.arobase.platform.http.PublicAnswer;
import org.arobase.platform.idempotency.Idempotent;
import org.arobase.platform.problem.CommonProblem;
import org.arobase.platform.problem.Problem;
import org.arobase.platform.problem.ProblemCatalogue;
import org.arobase.platform.problem.Refuses;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.MethodInfo;

/**
 * The problems of an operation: those that it declares and those that follow from its signature.
 */
final class ContractProblems {
  /** The codes of the problems with which access control refuses an operation; taken out again. */
  static final String REFUSED_BY_ACCESS = "x-refused-by-access";

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
    Set<Problem> problems = new TreeSet<>(Comparator.comparing(Problem::code));
    problems.addAll(
        Set.of(
            CommonProblem.UNKNOWN_PARAMETER,
            CommonProblem.NOT_ACCEPTABLE,
            CommonProblem.INTERNAL_ERROR,
            CommonProblem.UNAVAILABLE));
    if (!roles.contains("anonymous")) {
      problems.addAll(Set.of(CommonProblem.UNAUTHENTICATED, CommonProblem.FORBIDDEN));
    } else {
      // a stale or forged token is refused even where none is needed
      problems.add(CommonProblem.UNAUTHENTICATED);
    }
    if (operation.getRequestBody() != null) {
      problems.addAll(
          Set.of(
              CommonProblem.MALFORMED_JSON,
              CommonProblem.BODY_TOO_LARGE,
              CommonProblem.BODY_TOO_SLOW,
              CommonProblem.TOO_MANY_BODIES,
              CommonProblem.UNSUPPORTED_MEDIA_TYPE,
              CommonProblem.INVALID_BODY));
    }
    if (hasConvertedParameter(operation)) {
      problems.add(CommonProblem.INVALID_PARAMETER);
    }
    if (method.hasAnnotation(Idempotent.class)) {
      problems.add(CommonProblem.IDEMPOTENCY_KEY_REUSED);
      problems.add(CommonProblem.INVALID_PARAMETER);
    }
    if (takesIfMatch(method)) {
      problems.addAll(
          Set.of(CommonProblem.PRECONDITION_REQUIRED, CommonProblem.PRECONDITION_FAILED));
    }
    if (operation.getExtensions().get(REFUSED_BY_ACCESS) instanceof List<?> codes) {
      codes.forEach(code -> problems.add(ProblemCatalogue.required((String) code)));
      operation.removeExtension(REFUSED_BY_ACCESS);
    }
    if (method.hasAnnotation(PublicAnswer.class)) {
      problems.add(ProblemCatalogue.required("record-contradicted"));
    }
    AnnotationInstance refuses = method.annotation(Refuses.class);
    if (refuses != null) {
      Stream.of(refuses.value().asStringArray())
          .map(ProblemCatalogue::required)
          .forEach(problems::add);
    }
    return problems;
  }

  /** Whether a parameter is not free text and so can be invalid. */
  private static boolean hasConvertedParameter(Operation operation) {
    return operation.getParameters() != null
        && operation.getParameters().stream()
            .anyMatch(p -> !List.of(SchemaType.STRING).equals(p.getSchema().getType()));
  }

  private static boolean takesIfMatch(MethodInfo method) {
    return method.annotations(HeaderParam.class).stream()
        .anyMatch(header -> "If-Match".equals(header.value().asString()));
  }
}
