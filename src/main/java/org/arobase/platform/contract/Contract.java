package org.arobase.platform.contract;

import static java.util.stream.Collectors.toSet;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.arobase.platform.http.Located;
import org.arobase.platform.http.Page;
import org.arobase.platform.http.PublicAnswer;
import org.arobase.platform.http.Tagged;
import org.arobase.platform.idempotency.Idempotent;
import org.arobase.platform.problem.Problem;
import org.arobase.platform.tabular.Book;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.Type;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/**
 * Completes the OpenAPI document at build time from what the code already says: roles from the
 * extension {@code x-roles}, problems from {@link Refuses}, headers from {@link Tagged}, {@link
 * Located} and {@code If-Match}, required properties from the records' nullness, examples from
 * {@code openapi/examples/<operationId>.json}.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class Contract implements OASFilter {
  private static final Set<String> OF_THE_PROBLEM_LIBRARY =
      Set.of("HttpProblem", "HttpValidationProblem", "Violation");
  private static final DotName OPERATION =
      DotName.createSimple("org.eclipse.microprofile.openapi.annotations.Operation");
  private static final DotName SCHEMA =
      DotName.createSimple("org.eclipse.microprofile.openapi.annotations.media.Schema");
  private static final String ROLES = "x-roles";
  private static final String BOOK = Book.class.getName();

  private final IndexView index;
  private final Map<String, MethodInfo> methods = new HashMap<>();

  /** Operations that also answer with tables, by a method that is not shown. */
  private final Set<String> tabular = new HashSet<>();

  /** SmallRye OpenAPI passes the index of the application's classes. */
  public Contract(IndexView index) {
    this.index = index;
    for (AnnotationInstance operation : index.getAnnotations(OPERATION)) {
      String id = operation.value("operationId").asString();
      if (operation.value("hidden") != null) {
        if (operation.target().asMethod().returnType().name().toString().equals(BOOK)) {
          tabular.add(id);
        }
      } else {
        methods.put(id, operation.target().asMethod());
      }
    }
  }

  @Override
  public void filterOpenAPI(OpenAPI document) {
    requireWhatIsNeverNull(document);
    Map<String, String> pages = ContractPages.rename(document.getComponents());
    document
        .getPaths()
        .getPathItems()
        .values()
        .forEach(
            item -> item.getOperations().values().forEach(operation -> complete(operation, pages)));
    ContractMedia.describeExchange(operations(document));
    Map<String, Schema> schemas = new TreeMap<>(document.getComponents().getSchemas());
    schemas.keySet().removeAll(OF_THE_PROBLEM_LIBRARY);
    document.getComponents().setSchemas(schemas);
    ProblemSchema.addTo(document.getComponents());
  }

  private static Map<String, Operation> operations(OpenAPI document) {
    return document.getPaths().getPathItems().values().stream()
        .flatMap(item -> item.getOperations().values().stream())
        .collect(Collectors.toMap(Operation::getOperationId, operation -> operation));
  }

  private void complete(Operation operation, Map<String, String> pages) {
    ContractPages.follow(operation, pages);
    MethodInfo method = methods.get(operation.getOperationId());
    if (method == null) {
      throw new IllegalStateException("No @Operation for " + operation.getOperationId());
    }
    List<String> roles = roles(operation);
    operation.setDescription(description(operation, roles));
    operation.setSecurity(
        roles.contains("anonymous")
            ? List.of()
            : List.of(OASFactory.createSecurityRequirement().addScheme("bearer")));
    if (method.hasAnnotation(Idempotent.class)) {
      operation.addParameter(ContractParameters.idempotencyKey());
    }
    if (operation.getParameters() != null) {
      operation.getParameters().forEach(ContractParameters::describe);
    }
    nameSuccess(operation, method);
    describeProblems(operation, method, roles);
    describeHeaders(operation, method);
    if (method.hasAnnotation(PublicAnswer.class)) {
      describeCaching(operation);
    }
    addExamples(operation);
    ContractMedia.unfoldStream(operation);
    if (tabular.contains(operation.getOperationId())) {
      ContractMedia.addTables(operation);
    }
  }

  private static String description(Operation operation, List<String> roles) {
    String said = operation.getDescription() == null ? "" : operation.getDescription() + "\n\n";
    return said + "Roles: " + String.join(", ", roles) + ".";
  }

  /** What the table of who may do what said of the operation, before this. */
  @SuppressWarnings("unchecked")
  private static List<String> roles(Operation operation) {
    Map<String, Object> said = operation.getExtensions();
    if (said == null || !said.containsKey(ROLES)) {
      throw new IllegalStateException(operation.getOperationId() + " has no roles");
    }
    return (List<String>) said.get(ROLES);
  }

  /** SmallRye OpenAPI does not know Quarkus REST's annotation of the success status. */
  private static void nameSuccess(Operation operation, MethodInfo method) {
    if (method.returnType().kind() == Type.Kind.VOID) {
      operation.getResponses().removeAPIResponse("201");
      operation
          .getResponses()
          .addAPIResponse("204", OASFactory.createAPIResponse().description("Done"));
    }
    AnnotationInstance status = method.annotation(ResponseStatus.class);
    if (status != null) {
      APIResponse success = operation.getResponses().getAPIResponse("200");
      operation.getResponses().removeAPIResponse("200");
      int code = status.value().asInt();
      success.description(code == 202 ? "Begun" : "Created");
      operation.getResponses().addAPIResponse(String.valueOf(code), success);
    }
  }

  private static void describeProblems(Operation operation, MethodInfo method, List<String> roles) {
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
        EnumSet.of(Problem.NOT_ACCEPTABLE, Problem.INTERNAL_ERROR, Problem.UNAVAILABLE);
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

  /** What the guard can say of an operation on an edition, a dossier or a sheet. */
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

  /** A parameter that is not just any text can be unusable. */
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

  private void describeHeaders(Operation operation, MethodInfo method) {
    ClassInfo answer = index.getClassByName(method.returnType().name());
    for (Map.Entry<String, APIResponse> response :
        operation.getResponses().getAPIResponses().entrySet()) {
      if (!response.getKey().startsWith("2") || answer == null) {
        continue;
      }
      if (isA(answer, Tagged.class)) {
        response
            .getValue()
            .addHeader("ETag", header("The version: pass it as `If-Match` to change it."));
      }
      if (isA(answer, Located.class) && Set.of("201", "202").contains(response.getKey())) {
        response.getValue().addHeader("Location", header("Where the new resource is."));
      }
      if (answer.name().toString().equals(Page.class.getName())) {
        response
            .getValue()
            .addHeader("Link", header("The next page, rel=\"next\"; absent on the last."));
      }
    }
  }

  private static void describeCaching(Operation operation) {
    operation
        .getResponses()
        .getAPIResponse("200")
        .addHeader("ETag", header("Of what is said: pass it as `If-None-Match`."))
        .addHeader("Cache-Control", header("Caches may keep the answer for a minute."));
    operation
        .getResponses()
        .addAPIResponse(
            "304", OASFactory.createAPIResponse().description("What `If-None-Match` names stands"));
    operation.addParameter(
        OASFactory.createParameter()
            .name("If-None-Match")
            .in(Parameter.In.HEADER)
            .description("ETag of the answer that the caller has.")
            .example("\"2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae\"")
            .schema(OASFactory.createSchema().addType(SchemaType.STRING)));
  }

  private static boolean isA(ClassInfo answer, Class<?> type) {
    return answer.interfaceNames().contains(DotName.createSimple(type));
  }

  private static Header header(String description) {
    Schema string = OASFactory.createSchema().addType(SchemaType.STRING);
    return OASFactory.createHeader().description(description).schema(string);
  }

  private static void addExamples(Operation operation) {
    Map<String, Object> examples = ContractExamples.of(operation.getOperationId());
    if (operation.getRequestBody() != null) {
      operation
          .getRequestBody()
          .getContent()
          .getMediaTypes()
          .values()
          .forEach(media -> media.setExample(examples.get("request")));
    }
    operation.getResponses().getAPIResponses().entrySet().stream()
        .filter(r -> r.getKey().startsWith("2") && r.getValue().getContent() != null)
        .flatMap(r -> r.getValue().getContent().getMediaTypes().entrySet().stream())
        .forEach(
            media ->
                media
                    .getValue()
                    .setExample(examples.getOrDefault(media.getKey(), examples.get("response"))));
  }

  private void requireWhatIsNeverNull(OpenAPI document) {
    Map<String, Schema> schemas = document.getComponents().getSchemas();
    Map<String, ClassInfo> records = namedRecords();
    schemas.forEach(
        (name, schema) -> {
          ClassInfo type = name.startsWith("Page") ? pageType() : records.get(name);
          if (type != null && schema.getProperties() != null) {
            schema.setRequired(required(type, schema));
          }
        });
  }

  private ClassInfo pageType() {
    return index.getClassByName(DotName.createSimple(Page.class));
  }

  /** Records by their schema's name, which is their own where no annotation gives another. */
  private Map<String, ClassInfo> namedRecords() {
    Map<String, ClassInfo> records = new HashMap<>();
    Map<String, ClassInfo> named = new HashMap<>();
    for (ClassInfo type : index.getKnownClasses()) {
      if (type.isRecord()) {
        records.put(type.simpleName(), type);
        AnnotationInstance schema = type.declaredAnnotation(SCHEMA);
        if (schema != null && schema.value("name") != null) {
          named.put(schema.value("name").asString(), type);
        }
      }
    }
    records.putAll(named);
    return records;
  }

  private static @Nullable List<String> required(ClassInfo type, Schema schema) {
    List<String> required = new ArrayList<>();
    type.recordComponents()
        .forEach(
            component -> {
              boolean nullable =
                  component.type().hasAnnotation(DotName.createSimple(Nullable.class));
              if (!nullable && schema.getProperties().containsKey(component.name())) {
                required.add(component.name());
              }
            });
    return required.isEmpty() ? null : required;
  }
}
