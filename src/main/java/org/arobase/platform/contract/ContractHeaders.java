package org.arobase.platform.contract;

import java.util.Map;
import java.util.Set;
import org.arobase.platform.http.HasETag;
import org.arobase.platform.http.HasLocation;
import org.arobase.platform.paging.Page;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jspecify.annotations.Nullable;

/** Describes the response headers that {@code AnswerHeaders} writes. */
final class ContractHeaders {
  private ContractHeaders() {}

  /**
   * Describes the headers of an operation's success responses.
   *
   * @param answer the class of the response body; null when it is not one of ours
   */
  static void describe(Operation operation, @Nullable ClassInfo answer) {
    for (Map.Entry<String, APIResponse> response :
        operation.getResponses().getAPIResponses().entrySet()) {
      if (!response.getKey().startsWith("2") || answer == null) {
        continue;
      }
      if (isA(answer, HasETag.class)) {
        response
            .getValue()
            .addHeader("ETag", header("Version; pass it as `If-Match` to change it."));
      }
      if (isA(answer, HasLocation.class) && Set.of("201", "202").contains(response.getKey())) {
        response.getValue().addHeader("Location", header("Address of the new resource."));
      }
      if (answer.name().toString().equals(Page.class.getName())) {
        response
            .getValue()
            .addHeader("Link", header("The next page, rel=\"next\"; absent on the last page."));
      }
    }
  }

  /** Describes the headers of an answer that caches may keep. */
  static void describeCaching(Operation operation, String who) {
    operation
        .getResponses()
        .getAPIResponse("200")
        .addHeader("ETag", header("Hash of the answer; pass it as `If-None-Match`."))
        .addHeader("Cache-Control", header(who));
    operation
        .getResponses()
        .addAPIResponse(
            "304", OASFactory.createAPIResponse().description("The answer has not changed"));
    operation.addParameter(
        OASFactory.createParameter()
            .name("If-None-Match")
            .in(Parameter.In.HEADER)
            .description("ETag of the answer that the caller already has.")
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
}
