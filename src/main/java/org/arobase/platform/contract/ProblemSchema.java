package org.arobase.platform.contract;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.arobase.platform.language.Messages;
import org.arobase.platform.problem.Problem;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** How the contract describes a problem: one schema, and one response for each status. */
final class ProblemSchema {
  private static final String MEDIA_TYPE = "application/problem+json";

  private ProblemSchema() {}

  static void addTo(Components components) {
    components.addSchema("Problem", problem());
  }

  /** The response of one status, naming each problem type that it can carry. */
  static APIResponse response(List<Problem> problems) {
    Messages english = Messages.in(Locale.ENGLISH);
    String description =
        problems.stream()
            .map(p -> "`" + p.code() + "`: " + english.text(p.code() + ".title"))
            .collect(Collectors.joining("; "));
    var media =
        OASFactory.createMediaType()
            .schema(OASFactory.createSchema().ref("Problem"))
            .example(example(problems.get(0), english));
    APIResponse response =
        OASFactory.createAPIResponse()
            .description(description)
            .content(OASFactory.createContent().addMediaType(MEDIA_TYPE, media));
    response.addExtension("x-problem-types", problems.stream().map(Problem::type).toList());
    return response;
  }

  private static Map<String, Object> example(Problem problem, Messages english) {
    Map<String, Object> example = new LinkedHashMap<>();
    example.put("type", problem.type());
    example.put("status", problem.status());
    example.put("title", english.text(problem.code() + ".title"));
    return example;
  }

  private static Schema problem() {
    return object("A refusal (RFC 9457), in the caller's language.")
        .addProperty("type", string("Type of the problem; GET it for an explanation."))
        .addProperty(
            "status",
            OASFactory.createSchema().addType(SchemaType.INTEGER).description("HTTP status."))
        .addProperty("title", string("Short summary, the same for each occurrence."))
        .addProperty("detail", string("What happened this time and what to do."))
        .addProperty("instance", string("Path of the request."))
        .addProperty(
            "violations",
            OASFactory.createSchema()
                .addType(SchemaType.ARRAY)
                .description("Everything that is wrong with the request.")
                .items(OASFactory.createSchema().ref("RuleViolation")))
        .required(List.of("type", "status", "title"));
  }

  private static Schema object(String description) {
    return OASFactory.createSchema().addType(SchemaType.OBJECT).description(description);
  }

  private static Schema string(String description) {
    return OASFactory.createSchema().addType(SchemaType.STRING).description(description);
  }
}
