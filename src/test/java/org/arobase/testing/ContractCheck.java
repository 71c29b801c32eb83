package org.arobase.testing;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import com.atlassian.oai.validator.report.ValidationReport.Level;
import com.atlassian.oai.validator.restassured.RestAssuredRequest;
import com.atlassian.oai.validator.restassured.RestAssuredResponse;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Checks every exchange of the tests against the contract: each answer must be documented with its
 * status and schema, and each accepted request must be one that the contract allows.
 */
public final class ContractCheck implements Filter {
  /** The file of the contract. */
  public static final Path CONTRACT = Path.of("openapi/openapi.yaml");

  private static final AtomicInteger CHECKED = new AtomicInteger();
  private static final OpenApiInteractionValidator VALIDATOR =
      OpenApiInteractionValidator.createForSpecificationUrl(CONTRACT.toUri().toString())
          .withLevelResolver(
              // the roles tell whether a token is needed; the validator only checks that there is
              // one
              LevelResolver.create()
                  .withLevel("validation.request.security.missing", Level.IGNORE)
                  .build())
          .build();

  @Override
  public Response filter(
      FilterableRequestSpecification request,
      FilterableResponseSpecification expectation,
      FilterContext context) {
    Response response = context.next(request, expectation);
    Request sent = RestAssuredRequest.of(request);
    com.atlassian.oai.validator.model.Response received = RestAssuredResponse.of(response);
    boolean accepted = response.statusCode() < 300;
    ValidationReport report =
        accepted
            ? VALIDATOR.validate(sent, received)
            : VALIDATOR.validateResponse(sent.getPath(), sent.getMethod(), received);
    if (report.hasErrors()) {
      throw new AssertionError(
          String.format(
              Locale.ROOT,
              "%s %s → %d breaks the contract: %s%n%s",
              request.getMethod(),
              request.getURI(),
              response.statusCode(),
              report.getMessages(),
              response.asString()));
    }
    CHECKED.incrementAndGet();
    return response;
  }

  /** How many exchanges were checked in this run. */
  public static int checked() {
    return CHECKED.get();
  }

  /** The validator's report on an answer to this operation. */
  public static ValidationReport validate(
      String path, Request.Method method, com.atlassian.oai.validator.model.Response response) {
    return VALIDATOR.validateResponse(path, method, response);
  }
}
