package org.arobase.platform.contract;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.arobase.platform.http.HasETag;
import org.arobase.platform.http.PublicAnswer;
import org.arobase.platform.idempotency.Idempotent;
import org.arobase.platform.paging.KeptAnswer;
import org.arobase.platform.problem.Refuses;
import org.arobase.platform.tabular.Book;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.Type;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Completes the OpenAPI document at build time from what the code already says: roles from the
 * extension {@code x-roles}, problems from {@link Refuses}, headers from {@link HasETag}, {@link
 * HasLocation} and {@code If-Match}, required properties from the records' nullness, examples from
 * {@code openapi/examples/<operationId>.json}.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class Contract implements OASFilter {
  /** An extension in which another filter names problem codes of an operation. */
  public static final String REFUSED_BY_ACCESS = ContractProblems.REFUSED_BY_ACCESS;

  private static final Set<String> OF_THE_PROBLEM_LIBRARY =
      Set.of("HttpProblem", "HttpValidationProblem", "Violation");
  private static final DotName OPERATION =
      DotName.createSimple("org.eclipse.microprofile.openapi.annotations.Operation");
  private static final String ROLES = "x-roles";
  private static final String BOOK = Book.class.getName();

  private final IndexView index;
  private final Map<String, MethodInfo> methods = new HashMap<>();

  /** The operations that also return tables, through a method hidden from the contract. */
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
    new ContractRequired(index).say(document);
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
    ContractParameters.inlineEnumerations(operations(document).values(), schemas);
    document.getComponents().setSchemas(schemas);
    ProblemSchema.addTo(document.getComponents());
    document.getInfo().setDescription(ContractExamples.text("openapi/introduction.md"));
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
    ContractProblems.describe(operation, method, roles);
    ContractHeaders.describe(operation, index.getClassByName(answer(method).name()));
    if (method.hasAnnotation(PublicAnswer.class)) {
      ContractHeaders.describeCaching(operation, "Caches may keep the answer for a minute.");
    }
    if (method.hasAnnotation(KeptAnswer.class)) {
      ContractHeaders.describeCaching(operation, "Only the caller may keep the answer.");
    }
    addExamples(operation);
    ContractMedia.unfoldStream(operation);
    if (tabular.contains(operation.getOperationId())) {
      ContractMedia.addTables(operation);
    }
  }

  /** The type of the body, also of an operation that returns it in a {@code RestResponse}. */
  private static Type answer(MethodInfo method) {
    Type declared = method.returnType();
    return declared.name().equals(DotName.createSimple(RestResponse.class))
        ? declared.asParameterizedType().arguments().get(0)
        : declared;
  }

  private static String description(Operation operation, List<String> roles) {
    String said = operation.getDescription() == null ? "" : operation.getDescription() + "\n\n";
    return said + "Roles: " + String.join(", ", roles) + ".";
  }

  /** The roles that the access table has already written into the operation. */
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
}
